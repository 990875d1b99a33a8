import FairwayCore
import FairwayStore
import Foundation
import PrivateFiles

/// Accounts to try a sample expo with: one for each part, all with one password that is made up on the spot.
enum SampleAccounts {
    /// - Throws: when the file cannot be written; the accounts are then not made.
    static func make(in store: ExpoStore, for data: ExpoData, file: String, by actor: String) async throws {
        let password = String(SecretToken().text.prefix(16))
        let parts = parts(of: data)
        let lines = parts.map { "\(address($0))\t\(password)\t\($0.role.rawValue)\t\($0.scope ?? "")\n" }
        try PrivateFile.write(Data(lines.joined().utf8), to: file)
        let hash = try PasswordHash(password)
        for part in parts {
            _ = try await store.accounts.create(
                email: address(part),
                name: name(part, data),
                part: part,
                language: .en,
                password: hash,
                by: actor
            )
        }
    }

    /// The first agency that leads anyone, one of its enterprises with products, a buyer who asked it to meet, and the first
    /// interpreter of Chinese and Russian: who speaks a rare pair may have nothing to do.
    private static func parts(of data: ExpoData) -> [Account.Part] {
        var parts: [Account.Part] = [.organiser, .hallManager, .visitor]
        let sellers = Set(data.products.map(\.enterprise))
        let led = data.enterprises.first {
            $0.delegation != nil && $0.status == .approved && sellers.contains($0.id)
        }
        if let led, let delegation = data.delegations.first(where: { $0.id == led.delegation }) {
            parts += [.agency(delegation.agency), .enterprise(led.id)]
            if let other = data.requests.first(where: { $0.recipient == led.id })?.requester {
                parts.append(.enterprise(other))
            }
        }
        let common = LanguagePair(LanguageTag(.zh), LanguageTag(.ru))
        let usual = data.interpreters.first { $0.pairs.contains { $0 == common } }
        if let interpreter = usual ?? data.interpreters.first { parts.append(.interpreter(interpreter.id)) }
        return parts
    }

    private static func address(_ part: Account.Part) -> String {
        let role = part.role == .hallManager ? "hall" : part.role.rawValue
        let scope = part.role == .enterprise ? "-\(part.scope ?? "")" : ""
        return "\(role)\(scope)@fairway.example".lowercased()
    }

    private static func name(_ part: Account.Part, _ data: ExpoData) -> String {
        switch part {
        case .enterprise(let id):
            data.representatives.first { $0.enterprise == id }?.name.text(in: .en) ?? id.code
        case .interpreter(let id): data.interpreters.first { $0.id == id }?.name.text(in: .en) ?? id.code
        default: part.role.displayName(in: .en)
        }
    }
}

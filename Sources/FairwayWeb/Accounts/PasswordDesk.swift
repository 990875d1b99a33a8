import FairwayCore
import FairwayStore
import Foundation

/// Hashes passwords beside the requests, one after the other: each takes a good part of a second of a core, and pages need
/// the others.
struct PasswordDesk: Sendable {
    let store: ExpoStore
    let cost: PasswordHash.Cost
    private let queue: OperationQueue
    /// What a password is compared with when there is no account, so that both answers take as long.
    private let nobody: PasswordHash

    init(store: ExpoStore, cost: PasswordHash.Cost) throws {
        self.store = store
        self.cost = cost
        queue = OperationQueue()
        queue.maxConcurrentOperationCount = 1
        nobody = try PasswordHash(SecretToken().text, cost: cost)
    }

    func isRight(_ password: String, of account: Account?) async throws -> Bool {
        let stored = try account.flatMap { try store.passwordHash(of: $0.id) }
        let compared = stored ?? nobody
        let short = String(password.prefix(PasswordHash.longest))
        let matches = try await onQueue { compared.matches(short) }
        return matches && stored != nil
    }

    /// - Throws: `AccountError` when it is too short.
    func hash(_ password: String) async throws -> PasswordHash {
        guard password.count >= PasswordHash.shortest else {
            throw AccountError.shortPassword(least: PasswordHash.shortest)
        }
        let (short, cost) = (String(password.prefix(PasswordHash.longest)), cost)
        return try await onQueue { try PasswordHash(short, cost: cost) }
    }

    private func onQueue<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) async throws
        -> Value
    {
        try await withCheckedThrowingContinuation { continuation in
            queue.addOperation { continuation.resume(with: Result { try work() }) }
        }
    }
}

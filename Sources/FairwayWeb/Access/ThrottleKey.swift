import Crypto
import FairwayCore
import Foundation

/// What attempts are counted by.
///
/// A value and no text, so that nothing a visitor types can name another's count.
enum ThrottleKey: Hashable, Sendable {
    /// Everything that comes from one place.
    case source(Attempt, ClientSource)
    /// Everything that is aimed at one person, from wherever.
    case subject(Attempt, Subject)
    /// What is aimed at one person from one place.
    case pair(Attempt, Subject, ClientSource)
    /// What one browser tries that the person was signed in with before.
    case device(Attempt, Subject, SecretDigest)
    /// What a program asks with one access token.
    case token(Int64)

    enum Attempt: String, Hashable, Sendable {
        case password, secondFactor, recoveryCode, letter, proof
        case registrationLetter, registrationCode
        case api
    }

    /// At whom attempts are aimed.
    enum Subject: Hashable, Sendable {
        /// An e-mail address, whether or not anyone has it.
        case address(SecretDigest)
        case account(Account.ID)
        case signIn(Int64)
        /// All addresses that no account has: whoever invents another is no other sender.
        case nobody

        static func email(_ email: String) -> Subject { .address(SecretDigest(email)) }
    }
}

extension ThrottleKey {
    /// What no other key is written like.
    fileprivate var text: String {
        switch self {
        case .source(let attempt, let source): "source \(attempt.rawValue) \(source.text)"
        case .subject(let attempt, let subject): "subject \(attempt.rawValue) \(subject.text)"
        case .pair(let attempt, let subject, let source):
            "pair \(attempt.rawValue) \(subject.text) \(source.text)"
        case .device(let attempt, let subject, let device):
            "device \(attempt.rawValue) \(subject.text) \(device.text)"
        case .token(let id): "token \(id)"
        }
    }
}

extension ThrottleKey.Subject {
    fileprivate var text: String {
        switch self {
        case .address(let address): "address \(address.text)"
        case .account(let id): "account \(id)"
        case .signIn(let id): "sign-in \(id)"
        case .nobody: "nobody"
        }
    }
}

extension ClientSource {
    fileprivate var text: String {
        switch self {
        case .ipv4(let address): "4 \(address)"
        case .ipv6Network(let network): "6 \(network)"
        case .unknown: "unknown"
        }
    }
}

/// A key as several servers know it: a hash from which nobody reads an address.
struct ThrottleCount: Hashable, Sendable {
    private let digest: SecretDigest

    init(_ key: ThrottleKey, salt: Data) { digest = SecretDigest(Data(key.text.utf8) + salt) }

    /// - Returns: nil for any other number of bytes than 16.
    init?(_ bytes: Data) {
        guard let digest = SecretDigest(bytes: bytes) else { return nil }
        self.digest = digest
    }

    var bytes: Data { digest.bytes }
}

/// Sixteen bytes that stand for a text of any length; as good as never the same for another.
struct SecretDigest: Hashable, Sendable {
    private let high: UInt64
    private let low: UInt64

    init(_ text: String) { self.init(Data(text.utf8)) }

    init(_ data: Data) {
        let bytes = Array(SHA256.hash(data: data))
        (high, low) = (Self.number(bytes[0..<8]), Self.number(bytes[8..<16]))
    }

    /// Those that `bytes` gave; nil for any other number of them.
    init?(bytes: Data) {
        let bytes = Array(bytes)
        guard bytes.count == 16 else { return nil }
        (high, low) = (Self.number(bytes[0..<8]), Self.number(bytes[8..<16]))
    }

    private static func number(_ bytes: ArraySlice<UInt8>) -> UInt64 {
        bytes.reduce(0) { $0 << 8 | UInt64($1) }
    }

    fileprivate var text: String { "\(high) \(low)" }

    var bytes: Data {
        [high, low].reduce(into: Data()) { data, number in
            withUnsafeBytes(of: number.bigEndian) { data.append(contentsOf: $0) }
        }
    }
}

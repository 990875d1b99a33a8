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

    enum Attempt: Hashable, Sendable {
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

/// Sixteen bytes that stand for a text of any length; as good as never the same for another.
struct SecretDigest: Hashable, Sendable {
    private let high: UInt64
    private let low: UInt64

    init(_ text: String) {
        let bytes = Array(SHA256.hash(data: Data(text.utf8)))
        high = bytes[0..<8].reduce(0) { $0 << 8 | UInt64($1) }
        low = bytes[8..<16].reduce(0) { $0 << 8 | UInt64($1) }
    }
}

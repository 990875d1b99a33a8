import Crypto
package import Foundation

/// A secret that is handed out once and stored as its hash only: sessions, sign-in links, access tokens.
package struct SecretToken: Sendable {
    /// What is handed out: 256 bits in the URL-safe alphabet of Base64 (RFC 4648, 5).
    package let text: String

    package init() {
        text = Data(Self.random(bytes: 32))
            .base64EncodedString()
            .replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }

    /// What is stored.
    ///
    /// A secret of 256 random bits needs no slow hash.
    package static func hash(_ text: String) -> Data { Data(SHA256.hash(data: Data(text.utf8))) }

    /// HMAC-SHA256 (RFC 2104) of a text in hexadecimal digits: who lacks the secret cannot make it.
    package static func digest(of text: String, keyedBy secret: String) -> String {
        HMAC<SHA256>.authenticationCode(for: Data(text.utf8), using: SymmetricKey(data: Data(secret.utf8)))
            .map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
    }

    /// A code to type: eight digits.
    package static func digits() -> String {
        var random = SystemRandomNumberGenerator()
        let number = Int.random(in: 0..<100_000_000, using: &random)
        return String(repeating: "0", count: 8 - String(number).count) + String(number)
    }

    static func random(bytes count: Int) -> [UInt8] {
        var random = SystemRandomNumberGenerator()
        return (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
    }

    /// Compares without telling by its time where the difference is.
    package static func isEqual(_ one: [UInt8], _ other: [UInt8]) -> Bool {
        guard one.count == other.count else { return false }
        return zip(one, other).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }
}

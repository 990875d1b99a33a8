import Crypto
package import Foundation

/// Time-based one-time passwords (RFC 6238): SHA-1, six digits, steps of 30 seconds, as every authenticator knows.
package enum SecondFactor {
    static let stepSeconds = 30.0
    static let secretBytes = 20

    package static func newSecret() -> Data { Data(SecretToken.random(bytes: secretBytes)) }

    package static func code(_ secret: Data, step: Int64) -> String {
        let counter = withUnsafeBytes(of: step.bigEndian) { Data($0) }
        let digest = [UInt8](
            HMAC<Insecure.SHA1>.authenticationCode(for: counter, using: SymmetricKey(data: secret))
        )
        // Dynamic truncation (RFC 4226, 5.3).
        let offset = Int(digest[19] & 0x0F)
        let number = digest[offset..<offset + 4].reduce(UInt32(0)) { $0 << 8 | UInt32($1) } & 0x7FFF_FFFF
        let digits = String(number % 1_000_000)
        return String(repeating: "0", count: 6 - digits.count) + digits
    }

    package static func step(at now: Double) -> Int64 { Int64(now / stepSeconds) }

    /// The step whose code this is: the present one or a neighbour, and later than the last one used; nil when none is.
    ///
    /// One that was used further ahead than any code works was of a clock that has been set back since: it would shut its owner out
    /// until the clock catches up.
    static func step(of code: String, _ secret: Data, now: Double, after last: Int64?) -> Int64? {
        let present = step(at: now)
        let last = last.flatMap { $0 > present + 1 ? nil : $0 }
        return (present - 1...present + 1).first { step in
            step > (last ?? .min)
                && SecretToken.isEqual([UInt8](self.code(secret, step: step).utf8), [UInt8](code.utf8))
        }
    }

    /// The secret as people type it (RFC 4648, 6).
    package static func base32(_ secret: Data) -> String {
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")
        var text = ""
        var buffer = 0
        var bits = 0
        for byte in secret {
            buffer = (buffer << 8 | Int(byte)) & 0xFFFF
            bits += 8
            while bits >= 5 {
                bits -= 5
                text.append(alphabet[buffer >> bits & 31])
            }
        }
        if bits > 0 { text.append(alphabet[buffer << (5 - bits) & 31]) }
        return text
    }

    /// What authenticators read: <https://github.com/google/google-authenticator/wiki/Key-Uri-Format>.
    package static func address(_ secret: Data, account: String) -> String {
        let allowed = CharacterSet.alphanumerics.union(CharacterSet(charactersIn: "-._~@"))
        let label = account.addingPercentEncoding(withAllowedCharacters: allowed) ?? ""
        return "otpauth://totp/Fairway:\(label)?secret=\(base32(secret))&issuer=Fairway"
    }
}

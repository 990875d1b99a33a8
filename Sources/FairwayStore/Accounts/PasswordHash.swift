import FairwayCore
import Crypto
import CryptoExtras
import Foundation

/// A password as it is stored: scrypt (RFC 7914) with its parameters and salt, so that these can be raised later.
///
/// `scrypt$N$r$p$salt$key`, salt and key in Base64.
package struct PasswordHash: Equatable, Sendable {
    /// What an attacker has to spend on each guess.
    package struct Cost: Equatable, Sendable {
        package var rounds: Int
        package var blockSize: Int
        package var parallelism: Int

        package init(rounds: Int, blockSize: Int, parallelism: Int) {
            self.rounds = rounds
            self.blockSize = blockSize
            self.parallelism = parallelism
        }

        /// 32 MB, three times over (OWASP, Password Storage Cheat Sheet, 2025: scrypt N=2^15 r=8 p=3).
        package static let usual = Cost(rounds: 1 << 15, blockSize: 8, parallelism: 3)
        /// For tests only.
        package static let cheap = Cost(rounds: 16, blockSize: 1, parallelism: 1)
    }

    package static let shortest = 10
    package static let longest = 200

    package let text: String

    package init(stored text: String) { self.text = text }

    /// - Complexity: as `cost` says, on purpose: about a quarter of a second.
    package init(_ password: String, cost: Cost = .usual) throws {
        let salt = Data(SecretToken.random(bytes: 16))
        let key = try Self.key(password, salt: salt, cost: cost)
        text = [
            "scrypt", "\(cost.rounds)", "\(cost.blockSize)", "\(cost.parallelism)",
            salt.base64EncodedString(),
            key.base64EncodedString(),
        ].joined(separator: "$")
    }

    /// Whether this is the password; takes as long whether or not it is.
    package func matches(_ password: String) -> Bool {
        let parts = text.split(separator: "$").map(String.init)
        guard parts.count == 6, parts[0] == "scrypt", let rounds = Int(parts[1], in: 2...1 << 24),
            let size = Int(parts[2], in: 1...64), let parallelism = Int(parts[3], in: 1...64),
            let salt = Data(base64Encoded: parts[4]),
            let stored = Data(base64Encoded: parts[5]),
            let key = try? Self.key(
                password,
                salt: salt,
                cost: Cost(rounds: rounds, blockSize: size, parallelism: parallelism)
            )
        else { return false }
        return SecretToken.isEqual([UInt8](key), [UInt8](stored))
    }

    private static func key(_ password: String, salt: Data, cost: Cost) throws -> Data {
        // The same letters can be typed in several ways: NFKC (RFC 8265) makes them one.
        let normal = Data(password.precomposedStringWithCompatibilityMapping.utf8)
        return try KDF.Scrypt.deriveKey(
            from: normal,
            salt: salt,
            outputByteCount: 32,
            rounds: cost.rounds,
            blockSize: cost.blockSize,
            parallelism: cost.parallelism
        ).withUnsafeBytes { Data($0) }
    }
}

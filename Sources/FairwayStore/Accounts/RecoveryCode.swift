import Foundation

/// A code that stands in once for the second factor when the authenticator is lost.
///
/// 24 signs of 5 bits each make 120: from 112 on a look-up secret may be stored as a plain hash (NIST SP 800-63B-4, 3.1.2.2),
/// so the codes outlive the key file. Alphabet: Crockford's Base32, without letters that are taken for digits.
package struct RecoveryCode: Equatable, Sendable {
    /// Made at once for an account.
    package static let count = 10
    private static let length = 24
    private static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")

    /// Upper case, without hyphens.
    let signs: String

    init() {
        signs = String(SecretToken.random(bytes: Self.length).map { Self.alphabet[Int($0 & 31)] })
    }

    /// As somebody typed it: with any hyphens, spaces and case.
    /// - Returns: nil for what no code looks like.
    init?(_ text: String) {
        // Longer than any code with its hyphens and some spaces.
        guard text.utf8.count <= 4 * Self.length else { return nil }
        let folded = text.uppercased().filter { !$0.isWhitespace && $0 != "-" }
            .replacing("O", with: "0").replacing("I", with: "1").replacing("L", with: "1")
        guard folded.count == Self.length, folded.allSatisfy({ Self.alphabet.contains($0) }) else {
            return nil
        }
        signs = folded
    }

    /// Whether it can be nothing else.
    package static func looksLikeOne(_ text: String) -> Bool { RecoveryCode(text) != nil }

    /// In groups of four, as it is read and written down.
    package var text: String {
        stride(from: 0, to: Self.length, by: 4).map { String(signs.dropFirst($0).prefix(4)) }.joined(
            separator: "-"
        )
    }

    var hash: Data { SecretToken.hash("recovery \(signs)") }
}

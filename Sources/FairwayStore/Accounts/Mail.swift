/// What a letter says.
package typealias LetterText = (subject: String, body: String)

/// A letter that waits to be sent, or was.
package struct Mail: Equatable, Sendable {
    package var id: Int64
    package var recipient: String
    package var subject: String
    package var body: String
    /// Unix times in seconds.
    package var createdAt: Double
    package var sentAt: Double?

    /// The letter's text for anyone but its recipient: with dots in place of what lets its reader in, codes of eight
    /// digits and secret links.
    package var bodyWithoutSecrets: String { Self.withoutSecrets(body) }

    static func withoutSecrets(_ text: String) -> String {
        text.replacing(/\b\d{4} ?\d{4}\b/, with: "•••• ••••")
            .replacing(/[A-Za-z0-9_-]{43}/, with: "•••")
    }
}

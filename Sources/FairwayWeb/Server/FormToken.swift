import FairwayStore

/// What a form brings along to prove that a page of ours made it (signed double-submit; OWASP, CSRF prevention).
///
/// Of someone signed in it is a keyed digest of the sign-in, so a planted cookie is worth nothing and every sign-in and
/// sign-out brings another. A visitor, who has no rights to misuse, has a random one.
enum FormToken {
    /// No digest begins with it, so what was a sign-in's is not a visitor's.
    private static let visitorMark: Character = "v"
    private static let length = 32

    /// - Parameters:
    ///   - signIn: The secret of the sign-in's cookie; nil or empty for a visitor.
    ///   - known: The token's cookie, kept if it is a visitor's.
    static func of(signIn: String?, known: String?) -> String {
        if let signIn, !signIn.isEmpty {
            return String(SecretToken.digest(of: "form", keyedBy: signIn).prefix(length))
        }
        if let known, known.count == length, known.first == visitorMark { return known }
        return String(visitorMark) + SecretToken().text.prefix(length - 1)
    }

    /// Compares without telling by its time where the difference is.
    static func isEqual(_ one: String, _ other: String) -> Bool {
        !one.isEmpty && SecretToken.isEqual(Array(one.utf8), Array(other.utf8))
    }
}

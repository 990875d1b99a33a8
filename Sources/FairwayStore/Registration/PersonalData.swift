package import FairwayCore

/// Everything the store holds about one person, for the person to take along.
package struct PersonalData: Equatable, Sendable, Encodable {
    package struct AccountFacts: Equatable, Sendable, Encodable {
        package var email: String
        package var name: String
        package var part: String
        package var scope: String?
        package var language: Language
        package var status: String
        package var hasPassword: Bool
        package var hasSecondFactor: Bool
    }

    package struct Person: Equatable, Sendable, Encodable {
        package var representative: Representative
        package var names: PersonNames
    }

    package struct Visit: Equatable, Sendable, Encodable {
        package var device: String
        package var createdAt: Double
        package var seenAt: Double
    }

    /// A browser that keeps a way in for the person (`known_device`).
    package struct KnownBrowser: Equatable, Sendable, Encodable {
        package var knownSince: Double
        package var knownUntil: Double
    }

    package struct Letter: Equatable, Sendable, Encodable {
        package var subject: String
        package var body: String
        package var createdAt: Double
        package var sentAt: Double?
    }

    package struct Draft: Equatable, Sendable, Encodable {
        package var name: String
        package var status: String
        package var note: String?
        package var draft: ProfileDraft
    }

    package var account: AccountFacts?
    package var representatives: [Person] = []
    package var interpreter: Interpreter?
    package var registration: Draft?
    package var signIns: [Visit] = []
    package var knownBrowsers: [KnownBrowser] = []
    package var letters: [Letter] = []
    /// Lines of the audit log that name the person's account by its number.
    package var loggedActions = 0

    package init() {}

    package var isEmpty: Bool {
        account == nil && representatives.isEmpty && interpreter == nil && registration == nil
            && letters.isEmpty
    }

    /// As JSON, with keys in alphabetical order.
    package var json: String { JSONText.encode(self, isReadable: true) }
}

/// Whose data is meant: an address, or the code of a representative who gave none.
package struct PersonKey: Equatable, Sendable {
    package var email: String?
    package var representative: Representative.ID?

    package init(email: String) {
        self.email = EmailAddress.folded(email)
    }

    /// What an organiser typed.
    package init(_ text: String) {
        if text.contains("@") {
            email = EmailAddress.folded(text)
        } else {
            representative = .init(text.filter { !$0.isWhitespace })
        }
    }
}

/// Somebody's way into the expo: a draft that is saved and resumed until it is sent, then the organiser's decision.
package struct Registration: Equatable, Sendable {
    package typealias ID = Int64

    package enum Status: String, Sendable, CaseIterable {
        case draft, submitted, approved, declined
    }

    package var id: ID
    /// Lower case; letters go there, and the account will have it.
    package var email: String
    package var name: String
    /// Of the letters.
    package var language: Language
    package var status: Status
    /// What it has become, once it is sent.
    package var enterprise: Enterprise.ID?
    /// What the organiser asked for or gave as a reason, in the organiser's words.
    package var note: String?

    package init(
        id: ID,
        email: String,
        name: String,
        language: Language,
        status: Status,
        enterprise: Enterprise.ID?,
        note: String?
    ) {
        self.id = id
        self.email = email
        self.name = name
        self.language = language
        self.status = status
        self.enterprise = enterprise
        self.note = note
    }
}

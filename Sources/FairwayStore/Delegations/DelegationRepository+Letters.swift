package import FairwayCore
import StoreSQL

/// A letter of an agency to members, in up to three languages.
package struct DelegationLetter: Equatable, Sendable {
    package var subject: LocalizedText
    package var body: LocalizedText

    package init(subject: LocalizedText, body: LocalizedText) {
        self.subject = subject
        self.body = body
    }

    /// Those in which the letter is whole.
    package var languages: [Language] {
        Language.allCases.filter { !(subject[$0] ?? "").isEmpty && !(body[$0] ?? "").isEmpty }
    }

    /// The letter for a reader of `language`; nil when it is whole in none.
    func text(for language: Language) -> (subject: String, body: String)? {
        let whole = languages
        guard let chosen = ([language] + language.fallbacks).first(where: { whole.contains($0) }) else {
            return nil
        }
        return (subject[chosen] ?? "", body[chosen] ?? "")
    }
}

/// A letter that an agency has written.
package struct SentLetter: Equatable, Sendable {
    package var id: Int64
    /// Unix time in seconds.
    package var at: Double
    package var subject: String
    package var recipients: Int
}

package enum LetterError: Error, Equatable {
    /// In no language with subject and text.
    case incomplete
    case nobody
    /// So many an hour are the most.
    case tooMany(most: Int)
}

extension DelegationRepository {
    /// Letters that a delegation gets in an hour.
    package static let mostLettersAnHour = 6

    /// Puts a letter for each recipient among the members into the outbox: accounts where there are, else
    /// representatives with an address.
    /// - Parameter members: Others than the delegation's own are passed over.
    /// - Returns: how many recipients there are.
    /// - Throws: `LetterError`.
    package func send(
        _ letter: DelegationLetter,
        to members: [Enterprise.ID],
        of delegation: Delegation.ID,
        by actor: String
    ) async throws -> Int {
        guard !letter.languages.isEmpty else { throw LetterError.incomplete }
        return try await load(as: actor) { db in
            let now = self.now()
            let recent = try Int.fetchOne(
                db,
                sql: "SELECT COUNT(*) FROM delegation_letter WHERE delegation = ? AND at > ?",
                arguments: [delegation.code, now - 3600]
            )
            guard recent ?? 0 < Self.mostLettersAnHour else {
                throw LetterError.tooMany(most: Self.mostLettersAnHour)
            }
            let recipients = try Self.recipients(among: Set(members), of: delegation, db)
            guard !recipients.isEmpty else { throw LetterError.nobody }
            for recipient in recipients {
                guard let text = letter.text(for: recipient.language) else { continue }
                try OutboxRepository(database: database).post(
                    to: recipient.email,
                    text.subject,
                    text.body,
                    db
                )
            }
            let subject = letter.subject.nearest(to: letter.languages[0])?.text ?? ""
            try db.execute(
                sql: """
                    INSERT INTO delegation_letter (delegation, at, author, subject, recipients)
                    VALUES (?, ?, ?, ?, ?)
                    """,
                arguments: [delegation.code, now, actor, subject, recipients.count]
            )
            let counts = ["recipients": recipients.count]
            return (
                recipients.count,
                AuditSummary("write", "delegation_letter", rowID: delegation.code, counts: counts)
            )
        }
    }

    /// How many people letters to these members would reach.
    package func recipientCount(among members: [Enterprise.ID], of delegation: Delegation.ID) async throws
        -> Int
    {
        try await read { try Self.recipients(among: Set(members), of: delegation, $0).count }
    }

    private struct Recipient {
        var email: String
        var language: Language
    }

    /// Each address once, in the order of members.
    private static func recipients(
        among members: Set<Enterprise.ID>,
        of delegation: Delegation.ID,
        _ db: Database
    ) throws -> [Recipient] {
        let sql = Enterprise.table.select + " WHERE delegation = ? ORDER BY code"
        let own: [Enterprise] = try db.rows(sql, [delegation.code])
        var seen: Set<String> = []
        return try own.filter { members.contains($0.id) }.flatMap { try recipients(of: $0, db) }
            .filter { EmailAddress.isValid($0.email) && seen.insert($0.email).inserted }
    }

    private static func recipients(of enterprise: Enterprise, _ db: Database) throws -> [Recipient] {
        let accounts = try Row.fetchAll(
            db,
            sql: """
                SELECT \(AccountRepository.columns) FROM account
                WHERE role = 'enterprise' AND scope = ? AND status = 'active' ORDER BY id
                """,
            arguments: [enterprise.id.code]
        ).map(AccountRepository.account)
        if !accounts.isEmpty { return accounts.map { Recipient(email: $0.email, language: $0.language) } }
        let people: [Representative] = try db.rows(
            Representative.table.select + " WHERE enterprise = ? ORDER BY code",
            [enterprise.id.code]
        )
        return people.compactMap { person in
            person.email.map {
                Recipient(
                    email: EmailAddress.folded($0),
                    language: language(of: person.languages + enterprise.languages)
                )
            }
        }
    }

    /// The first of ours that someone speaks.
    private static func language(of spoken: [LanguageTag]) -> Language {
        spoken.lazy.compactMap { Language(rawValue: $0.code) }.first ?? .en
    }

    /// The letters of a delegation, newest first.
    package func letters(of delegation: Delegation.ID, limit: Int) async throws -> [SentLetter] {
        try await read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT id, at, subject, recipients FROM delegation_letter WHERE delegation = ?
                    ORDER BY id DESC LIMIT ?
                    """,
                arguments: [delegation.code, limit]
            ).map { SentLetter(id: $0[0], at: $0[1], subject: $0[2], recipients: $0[3]) }
        }
    }
}

package import FairwayCore
import StoreSQL

/// Whom enterprises must meet and whom they do not want to.
package struct PreferenceRepository: Repository {
    let database: StoreDatabase

    /// How an enterprise feels about others as a whole.
    package func all(of id: Enterprise.ID) async throws -> [Enterprise.ID: Preference] {
        try await read { db in
            let rows = try Row.fetchAll(
                db,
                sql: "SELECT other, kind FROM preference WHERE enterprise = ? AND representative = ''",
                arguments: [id.code]
            )
            return Dictionary(
                rows.compactMap { row in
                    Preference(rawValue: row[1]).map { (Enterprise.ID(row[0] as String), $0) }
                }
            ) { first, _ in first }
        }
    }

    /// How an enterprise feels about people of another.
    package func all(
        of id: Enterprise.ID,
        forPeopleOf other: Enterprise.ID
    ) async throws -> [Representative.ID: Preference] {
        try await read { db in
            let rows = try Row.fetchAll(
                db,
                sql:
                    "SELECT representative, kind FROM preference WHERE enterprise = ? AND other = ? AND representative <> ''",
                arguments: [id.code, other.code]
            )
            return Dictionary(
                rows.compactMap { row in
                    Preference(rawValue: row[1]).map { (Representative.ID(row[0] as String), $0) }
                }
            ) { first, _ in first }
        }
    }

    static func preference(of id: Enterprise.ID, for other: Enterprise.ID, _ db: Database) throws
        -> Preference?
    {
        try String.fetchOne(
            db,
            sql: "SELECT kind FROM preference WHERE enterprise = ? AND other = ? AND representative = ''",
            arguments: [id.code, other.code]
        ).flatMap { Preference(rawValue: $0) }
    }

    /// Whether an enterprise wants no meeting with another: said of it as a whole, or of each of its people.
    static func refuses(_ id: Enterprise.ID, _ other: Enterprise.ID, _ db: Database) throws -> Bool {
        if try preference(of: id, for: other, db) == .noThanks { return true }
        let sql = """
            SELECT COUNT(*) > 0 AND COUNT(*) = COUNT(p.kind) FROM representative r
            LEFT JOIN preference p ON p.enterprise = ?1 AND p.other = ?2 AND p.representative = r.code
              AND p.kind = 'noThanks'
            WHERE r.enterprise = ?2
            """
        return try Bool.fetchOne(db, sql: sql, arguments: [id.code, other.code]) ?? false
    }

    /// Sets or, with nil, clears a preference.
    ///
    /// "No, thanks" declines what the other asked and withdraws what was asked of it; "must meet" raises the priority of one's
    /// own request, and makes an accepted one of theirs mutual. "Must meet" of a person says so of the enterprise, too, since
    /// the programme gives meetings to enterprises; "no, thanks" does when none of its people is left.
    /// - Parameter part: Who says so: of companies and people whom they cannot see nothing can be said.
    /// - Throws: `RequestError.noSuchEnterprise`, `.noSuchPerson`.
    package func set(
        _ preference: Preference?,
        _ other: Enterprise.ID,
        person: Representative.ID? = nil,
        as id: Enterprise.ID,
        seenBy part: Account.Part?,
        by actor: String
    ) async throws {
        try await write(as: actor) { db in
            guard id != other else { throw RequestError.noSuchEnterprise }
            _ = try EnterpriseRepository.shown(other, to: part, db)
            if let person {
                let people = try EnterpriseRepository.people(of: other, shownTo: part, db)
                guard people.contains(where: { $0.id == person }) else { throw RequestError.noSuchPerson }
            }
            let key: Arguments = [id.code, other.code, person?.code ?? ""]
            try db.execute(
                sql: "DELETE FROM preference WHERE enterprise = ? AND other = ? AND representative = ?",
                arguments: key
            )
            guard let preference else { return }
            try db.execute(
                sql: "INSERT INTO preference (enterprise, other, representative, kind) VALUES (?, ?, ?, ?)",
                arguments: key + [preference.rawValue]
            )
            if person != nil, preference == .noThanks, try !Self.refuses(id, other, db) { return }
            let statements =
                switch preference {
                case .noThanks:
                    [
                        "UPDATE meeting_request SET status = 'declined' WHERE recipient = ?1 AND requester = ?2 AND status IN ('pending', 'accepted')",
                        "UPDATE meeting_request SET status = 'withdrawn' WHERE requester = ?1 AND recipient = ?2 AND status IN ('pending', 'accepted')",
                    ]
                case .mustMeet:
                    [
                        "UPDATE meeting_request SET priority = 5 WHERE requester = ?1 AND recipient = ?2 AND status IN ('pending', 'accepted')",
                        "UPDATE meeting_request SET is_mutual = 1 WHERE recipient = ?1 AND requester = ?2 AND status = 'accepted'",
                    ]
                }
            for sql in statements { try db.execute(sql: sql, arguments: [id.code, other.code]) }
        }
    }
}

package import FairwayCore
import StoreSQL

/// An enterprise that waits for the organiser, and how it came.
package struct WaitingEnterprise: Equatable, Sendable {
    package var enterprise: Enterprise
    /// Nil when an import brought it.
    package var registration: Registration?
    package var submittedAt: Double?

    /// Where it stands among those that wait.
    package struct Position: Equatable, Sendable {
        package var isImported: Bool
        /// Whole seconds of Unix time; 0 for what an import brought.
        package var submittedAt: Int64
        package var registeredOn: String
        package var enterprise: Enterprise.ID

        package init(isImported: Bool, submittedAt: Int64, registeredOn: String, enterprise: Enterprise.ID) {
            self.isImported = isImported
            self.submittedAt = submittedAt
            self.registeredOn = registeredOn
            self.enterprise = enterprise
        }
    }

    package var position: Position {
        Position(
            isImported: registration == nil,
            submittedAt: Int64(submittedAt ?? 0),
            registeredOn: enterprise.registeredOn.description,
            enterprise: enterprise.id
        )
    }
}

extension RegistrationRepository {
    /// Enterprises that are registered and not yet approved: those that came by themselves first, the oldest first.
    package func waiting(limit: Int, offset: Int = 0) async throws -> (
        rows: [WaitingEnterprise], total: Int
    ) {
        try await read { db in
            let rows = try Row.fetchAll(
                db,
                sql: """
                    SELECT \(Enterprise.table.columns(as: "e")), r.submitted_at, r.id FROM enterprise e
                    LEFT JOIN registration r ON r.enterprise = e.code WHERE e.status = 'registered'
                    ORDER BY r.id IS NULL, r.submitted_at, e.registered_on, e.code LIMIT ? OFFSET ?
                    """,
                arguments: [limit, offset]
            )
            let total = try Int.fetchOne(
                db,
                sql: "SELECT COUNT(*) FROM enterprise WHERE status = 'registered'"
            )
            return (try rows.map { try Self.waiting($0, db) }, total ?? 0)
        }
    }

    /// The same, those behind a position.
    package func waiting(after last: WaitingEnterprise.Position?, limit: Int) async throws
        -> [WaitingEnterprise]
    {
        // The one order with whole seconds, since a position is written in a cursor.
        let order = """
            CASE WHEN r.id IS NULL THEN 1 ELSE 0 END, CAST(COALESCE(r.submitted_at, 0) AS BIGINT), e.registered_on, e.code
            """
        let sql = """
            SELECT \(Enterprise.table.columns(as: "e")), r.submitted_at, r.id FROM enterprise e
            LEFT JOIN registration r ON r.enterprise = e.code
            WHERE e.status = 'registered' AND (\(order)) > (?1, ?2, ?3, ?4) ORDER BY \(order) LIMIT ?5
            """
        return try await read { db in
            let arguments: Arguments = [
                last?.isImported == true ? 1 : 0, last?.submittedAt ?? -1, last?.registeredOn ?? "",
                last?.enterprise.code ?? "", limit,
            ]
            return try Row.fetchAll(db, sql: sql, arguments: arguments).map { try Self.waiting($0, db) }
        }
    }

    private static func waiting(_ row: Row, _ db: Database) throws -> WaitingEnterprise {
        let count = Enterprise.table.columns.count
        let id: Int64? = row[count + 1]
        return WaitingEnterprise(
            enterprise: try Enterprise(RowReader(row)),
            registration: try id.flatMap { try Self.registration("id = ?", [$0], db) },
            submittedAt: row[count]
        )
    }

    /// Approves an enterprise; whoever registered it is given an account.
    /// - Returns: the account, when there is a new one.
    package func approve(_ id: Enterprise.ID, by actor: String) async throws -> Account? {
        try await write(as: actor) { db in
            try Self.setStatus(.approved, of: id, db)
            guard let registration = try Self.registration("enterprise = ?", [id.code], db) else {
                return nil
            }
            try Self.decide(.approved, note: nil, registration, now: now(), db)
            // The person has a way in of their own now.
            for table in ["registration_visit", "registration_code"] {
                try db.execute(
                    sql: "DELETE FROM \(table) WHERE registration = ?",
                    arguments: [registration.id]
                )
            }
            if try AccountRepository.account("email = ?", [registration.email], db) != nil { return nil }
            return try AccountRepository.insert(
                registration.email,
                registration.name,
                .enterprise(id),
                registration.language,
                nil,
                now: now(),
                db
            )
        }
    }

    /// Approves all that imports brought: the organiser's own files need no second look.
    /// - Returns: how many.
    package func approveImported(by actor: String) async throws -> Int {
        try await write(as: actor) { db in
            try db.execute(
                sql: """
                    UPDATE enterprise SET status = 'approved'
                    WHERE status = 'registered' AND code NOT IN (SELECT enterprise FROM registration WHERE enterprise IS NOT NULL)
                    """
            )
            return db.changesCount
        }
    }

    package func decline(_ id: Enterprise.ID, note: String, by actor: String) async throws {
        try await write(as: actor) { db in
            try Self.setStatus(.declined, of: id, db)
            if let registration = try Self.registration("enterprise = ?", [id.code], db) {
                try Self.decide(.declined, note: note, registration, now: now(), db)
            }
        }
    }

    /// Leaves the decision open and tells what is wanted.
    package func askForMore(_ id: Enterprise.ID, note: String, by actor: String) async throws {
        try await write(as: actor) { db in
            if let registration = try Self.registration("enterprise = ?", [id.code], db) {
                try Self.decide(.submitted, note: note, registration, now: now(), db)
            }
        }
    }

    private static func setStatus(_ status: Enterprise.Status, of id: Enterprise.ID, _ db: Database) throws {
        try db.execute(
            sql: "UPDATE enterprise SET status = ? WHERE code = ?",
            arguments: [status.rawValue, id.code]
        )
    }

    private static func decide(
        _ status: Registration.Status,
        note: String?,
        _ registration: Registration,
        now: Double,
        _ db: Database
    ) throws {
        try db.execute(
            sql: "UPDATE registration SET status = ?, note = ?, changed_at = ? WHERE id = ?",
            arguments: [status.rawValue, note, now, registration.id]
        )
    }
}

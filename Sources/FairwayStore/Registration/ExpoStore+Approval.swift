package import FairwayCore
import StoreSQL

/// An enterprise that waits for the organiser, and how it came.
package struct WaitingEnterprise: Equatable, Sendable {
    package var enterprise: Enterprise
    /// Nil when an import brought it.
    package var registration: Registration?
    package var submittedAt: Double?
}

extension ExpoStore {
    /// Enterprises that are registered and not yet approved: those that came by themselves first, the oldest first.
    package func waitingEnterprises(limit: Int, offset: Int = 0) throws -> (
        rows: [WaitingEnterprise], total: Int
    ) {
        try read { db in
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
            let count = Enterprise.table.columns.count
            return (
                try rows.map { row in
                    let id: Int64? = row[count + 1]
                    return WaitingEnterprise(
                        enterprise: try Enterprise(RowReader(row)),
                        registration: try id.flatMap { try Self.registration("id = ?", [$0], db) },
                        submittedAt: row[count]
                    )
                }, total ?? 0
            )
        }
    }

    /// Approves an enterprise; whoever registered it is given an account.
    /// - Returns: the account, when there is a new one.
    package func approve(_ id: Enterprise.ID, by actor: String) throws -> Account? {
        try write(as: actor) { db in
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
            if try Self.account("email = ?", [registration.email], db) != nil { return nil }
            return try Self.insertAccount(
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
    package func approveImported(by actor: String) throws -> Int {
        try write(as: actor) { db in
            try db.execute(
                sql: """
                    UPDATE enterprise SET status = 'approved'
                    WHERE status = 'registered' AND code NOT IN (SELECT enterprise FROM registration WHERE enterprise IS NOT NULL)
                    """
            )
            return db.changesCount
        }
    }

    package func decline(_ id: Enterprise.ID, note: String, by actor: String) throws {
        try write(as: actor) { db in
            try Self.setStatus(.declined, of: id, db)
            if let registration = try Self.registration("enterprise = ?", [id.code], db) {
                try Self.decide(.declined, note: note, registration, now: now(), db)
            }
        }
    }

    /// Leaves the decision open and tells what is wanted.
    package func askForMore(_ id: Enterprise.ID, note: String, by actor: String) throws {
        try write(as: actor) { db in
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

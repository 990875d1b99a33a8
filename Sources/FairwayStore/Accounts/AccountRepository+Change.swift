package import FairwayCore
import StoreSQL

/// What an organiser changes of an account; nil stays.
package struct AccountChange: Equatable, Sendable {
    package var name: String?
    package var language: Language?
    package var part: Account.Part?
    package var status: Account.Status?

    package init(
        name: String? = nil,
        language: Language? = nil,
        part: Account.Part? = nil,
        status: Account.Status? = nil
    ) {
        self.name = name
        self.language = language
        self.part = part
        self.status = status
    }
}

extension AccountRepository {
    /// Changes an account in one transaction; another part, like disabling, ends every way in.
    /// - Parameter isCurrent: Whether the account as it is now is the one that was read.
    /// - Returns: nil when there is no such account.
    /// - Throws: `AccountError`; `StaleVersion`.
    package func change(
        _ id: Account.ID,
        _ change: AccountChange,
        by actor: String,
        if isCurrent: @escaping @Sendable (Account) -> Bool
    ) async throws -> Account? {
        let name = try change.name.map(Self.safeName)
        return try await write(as: actor) { db in
            guard let before = try Self.account("id = ?", [id], db) else { return nil }
            guard isCurrent(before) else { throw StaleVersion() }
            try db.execute(
                sql: "UPDATE account SET name = ?, language = ? WHERE id = ?",
                arguments: [name ?? before.name, (change.language ?? before.language).rawValue, id]
            )
            if let part = change.part, part != before.part { try Self.setPart(part, of: id, db) }
            if let status = change.status, status != before.status {
                try Self.setStatus(status, of: id, db)
            }
            return try Self.account("id = ?", [id], db)
        }
    }

    private static func setPart(_ part: Account.Part, of id: Account.ID, _ db: Database) throws {
        try checkScope(of: part, db)
        try db.execute(
            sql: "UPDATE account SET role = ?, scope = ? WHERE id = ?",
            arguments: [part.role.rawValue, part.scope, id]
        )
        try checkOrganisers(db)
        try endAccess(of: id, db)
    }
}

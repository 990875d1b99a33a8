package import FairwayCore
import GRDB

extension ExpoStore {
    /// Notes that the enterprise itself has looked at its part of the latest publication; the first look counts.
    /// - Parameter actor: Whom of the enterprise the audit log names.
    package func noteProgrammeView(of id: Enterprise.ID, by actor: String) throws {
        let publication = try read { db -> Int? in
            guard let number = try self.publication(db)?.number else { return nil }
            let isSeen = try Row.fetchOne(
                db,
                sql: "SELECT 1 FROM programme_view WHERE enterprise = ? AND publication = ?",
                arguments: [id.code, number]
            )
            return isSeen == nil ? number : nil
        }
        guard let publication else { return }
        try write(as: actor) { db in
            try db.execute(
                sql:
                    "INSERT OR IGNORE INTO programme_view (enterprise, publication, seen_at) VALUES (?, ?, ?)",
                arguments: [id.code, publication, now()]
            )
        }
    }
}

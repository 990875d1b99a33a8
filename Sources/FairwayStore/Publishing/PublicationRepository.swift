package import FairwayCore
import StoreSQL

/// The programmes that participants see, one after the other, and the calendars that follow them.
package struct PublicationRepository: Repository {
    let database: StoreDatabase
    let sightings: Sightings

    /// Makes a run the programme that participants see, and moves everyone's calendar on to it, in one transaction.
    /// - Throws: `StoreError.invalidProgramme` when the run breaks a rule for the expo as it is now.
    package func publish(_ id: Run.ID, by actor: String) async throws -> Publication {
        try await load(as: actor) { db in
            guard let programme = try ProgrammeRepository.programme(of: id, db) else {
                throw StoreError.noSuchRun(id)
            }
            let violations = try StoredProgrammeCheck(of: programme, in: try ExpoRepository.data(db))
                .violations
            guard violations.isEmpty else { throw StoreError.invalidProgramme(run: id, violations) }
            return try Self.publish(id, db)
        }
    }

    /// The same without a look at the rules.
    static func publish(_ id: Run.ID, _ db: Database) throws -> (value: Publication, summary: AuditSummary) {
        guard let domain = try String.fetchOne(db, sql: "SELECT calendar_domain FROM expo") else {
            throw StoreError.noExpo
        }
        let number = (try Int.fetchOne(db, sql: "SELECT MAX(number) FROM publication") ?? 0) + 1
        try db.execute(
            sql: "INSERT INTO publication SELECT ?, ?, at, actor FROM audit_context",
            arguments: [number, id]
        )
        let cancelled = try cancelEntries(missingFrom: id, db)
        let changed = try moveEntries(to: id, domain: domain, db)
        guard let publication = try latest(db) else { throw StoreError.noSuchRun(id) }
        let counts = ["run": Int(id), "cancelled": cancelled, "newOrChanged": changed]
        return (publication, AuditSummary("publish", "publication", rowID: String(number), counts: counts))
    }

    /// What is gone is cancelled, once.
    private static func cancelEntries(missingFrom run: Run.ID, _ db: Database) throws -> Int {
        try db.execute(
            sql: """
                UPDATE calendar_entry SET is_cancelled = 1, sequence = sequence + 1,
                  changed_at = (SELECT at FROM audit_context)
                WHERE is_cancelled = 0 AND request NOT IN (SELECT request FROM meeting WHERE run = ?)
                """,
            arguments: [run]
        )
        return db.changesCount
    }

    /// What is new starts at sequence 0, what changed gets a higher one, what did not is left alone.
    ///
    /// The times are copied, so that a calendar moves with a publication only.
    private static func moveEntries(to run: Run.ID, domain: String, _ db: Database) throws -> Int {
        let published = [
            "slot", "hall", "stand", "table_code", "interpreter", "date", "starts", "ends", "time_zone",
        ]
        let isChanged = published.map { "calendar_entry.\($0) IS DISTINCT FROM excluded.\($0)" }.joined(
            separator: " OR "
        )
        let changes = published.map { "\($0) = excluded.\($0)" }.joined(separator: ", ")
        try db.execute(
            sql: """
                INSERT INTO calendar_entry (request, uid, sequence, is_cancelled, changed_at, slot, hall, stand,
                  table_code, interpreter, date, starts, ends, time_zone)
                SELECT m.request, m.request || '@' || ?2, 0, 0, c.at, m.slot, m.hall, m.stand, m.table_code,
                  m.interpreter, s.date, s.starts, s.ends, x.time_zone
                FROM meeting m JOIN slot s ON s.number = m.slot, expo x, audit_context c WHERE m.run = ?1
                ON CONFLICT (request) DO UPDATE SET
                  sequence = calendar_entry.sequence + 1, is_cancelled = 0, changed_at = excluded.changed_at, \(changes)
                WHERE calendar_entry.is_cancelled = 1 OR \(isChanged)
                """,
            arguments: [run, domain]
        )
        return db.changesCount
    }

    /// The latest publication.
    package func latest() async throws -> Publication? {
        try await read { try Self.latest($0) }
    }

    /// All publications, newest first.
    package func all() async throws -> [Publication] {
        try await read { try Self.all($0) }
    }

    static func latest(_ db: Database) throws -> Publication? {
        try all(db, " LIMIT 1").first
    }

    static func all(_ db: Database, _ suffix: String = "") throws -> [Publication] {
        let sql = "SELECT number, run, published_at, published_by FROM publication ORDER BY number DESC"
        return try Row.fetchAll(db, sql: sql + suffix).map {
            Publication(number: $0[0], run: $0[1], publishedAt: $0[2], publishedBy: $0[3])
        }
    }
}

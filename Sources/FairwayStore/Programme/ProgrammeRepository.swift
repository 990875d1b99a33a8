package import FairwayCore
import StoreSQL

/// The programmes that scheduling made, each a run.
package struct ProgrammeRepository: Repository {
    let database: StoreDatabase

    /// Runs that no publication uses are kept up to this number.
    static let keptRuns = 20

    /// Stores a programme with all its meetings and unplaced requests, whole or not at all.
    package func save(
        _ programme: Programme,
        seed: UInt64,
        timeLimitSeconds: Double,
        elapsedSeconds: Double,
        startedAt: Double,
        by actor: String,
        under right: WriteRight = .one
    ) async throws -> Run {
        try await load(as: actor) { db in
            try right.check(db, now: now())
            let (value, bound) = (programme.value, programme.bound)
            try db.execute(
                sql: """
                    INSERT INTO run (started_at, seed, time_limit_seconds, elapsed_seconds, status, placed_weight,
                      placed, breaks, idle_slots, hall_changes, worst_share, bound_weight, bound_breaks)
                    VALUES (?, ?, ?, ?, 'finished', ?, ?, ?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    startedAt, String(seed), timeLimitSeconds, elapsedSeconds, value.placedWeight,
                    value.placed,
                    value.breaks, value.idleSlots, value.hallChanges, value.worstShare, bound.placedWeight,
                    bound.breaks,
                ]
            )
            let id = db.lastInsertedRowID
            try Self.insert(programme, run: id, db)
            try Self.dropOldRuns(db)
            try right.check(db, now: now())
            let counts = ["meetings": programme.meetings.count, "unplaced": programme.unplaced.count]
            let run = Run(
                id: id,
                startedAt: startedAt,
                seed: seed,
                timeLimitSeconds: timeLimitSeconds,
                elapsedSeconds: elapsedSeconds,
                status: .finished,
                value: value,
                bound: bound
            )
            return (run, AuditSummary("schedule", "run", rowID: String(id), counts: counts))
        }
    }

    private static func insert(_ programme: Programme, run: Run.ID, _ db: Database) throws {
        let meeting = try db.makeStatement(sql: "INSERT INTO meeting VALUES (?, ?, ?, ?, ?, ?, ?)")
        for entry in programme.meetings.sorted(by: { $0.request < $1.request }) {
            try meeting.execute(arguments: [
                run, entry.request.code, entry.slot, entry.place.hall.code, entry.place.stand?.code,
                entry.place.table?.code, entry.interpreter?.code,
            ])
        }
        let unplaced = try db.makeStatement(
            sql: """
                INSERT INTO unplaced VALUES (
                  ?1, ?2, (SELECT priority * (1 + is_mutual) FROM meeting_request WHERE code = ?2), ?3, ?4)
                """
        )
        for entry in programme.unplaced.sorted(by: { $0.request < $1.request }) {
            let reason = JSONText.encode(entry.reason)
            try unplaced.execute(arguments: [run, entry.request.code, Self.kind(reason), reason])
        }
        try insertExplanation(of: programme, run: run, db)
    }

    /// The only key of a reason's JSON object is its kind.
    private static func kind(_ reason: String) -> String {
        String(reason.drop { $0 != "\"" }.dropFirst().prefix { $0 != "\"" })
    }

    private static func dropOldRuns(_ db: Database) throws {
        try db.execute(
            sql: """
                DELETE FROM run WHERE id NOT IN (SELECT run FROM publication)
                  AND id NOT IN (SELECT id FROM run ORDER BY id DESC LIMIT ?)
                """,
            arguments: [keptRuns]
        )
    }

    /// All runs, newest first.
    package func runs() async throws -> [Run] {
        try await read { try Self.runs(" ORDER BY id DESC", [], $0) }
    }

    package func latestRun() async throws -> Run? {
        try await read { try Self.runs(" ORDER BY id DESC LIMIT 1", [], $0).first }
    }

    package func run(_ id: Run.ID) async throws -> Run? {
        try await read { try Self.runs(" WHERE id = ?", [id], $0).first }
    }

    static func runs(_ suffix: String, _ arguments: Arguments, _ db: Database) throws -> [Run] {
        let columns = """
            id, started_at, seed, time_limit_seconds, elapsed_seconds, status, placed_weight, placed, breaks,
            idle_slots, hall_changes, worst_share, bound_weight, bound_breaks
            """
        return try Row.fetchAll(db, sql: "SELECT \(columns) FROM run" + suffix, arguments: arguments).map {
            row in
            let reader = RowReader(row)
            return Run(
                id: Int64(reader.integer()),
                startedAt: reader.number(),
                seed: try reader.parsed { UInt64(seedText: $0) },
                timeLimitSeconds: reader.number(),
                elapsedSeconds: reader.number(),
                status: try reader.parsed { Run.Status(rawValue: $0) },
                value: ProgrammeValue(
                    placedWeight: reader.integer(),
                    placed: reader.integer(),
                    breaks: reader.integer(),
                    idleSlots: reader.integer(),
                    hallChanges: reader.integer(),
                    worstShare: reader.optionalNumber()
                ),
                bound: ProgrammeBound(placedWeight: reader.integer(), breaks: reader.optionalInteger())
            )
        }
    }

    /// The whole programme of a run.
    package func programme(of id: Run.ID) async throws -> Programme? {
        try await read { try Self.programme(of: id, $0) }
    }

    static func programme(of id: Run.ID, _ db: Database) throws -> Programme? {
        guard let run = try Self.runs(" WHERE id = ?", [id], db).first else { return nil }
        let meetings = try Row.fetchAll(
            db,
            sql: """
                SELECT request, slot, hall, stand, table_code, interpreter FROM meeting
                WHERE run = ? ORDER BY request
                """,
            arguments: [id]
        ).map { meeting(RowReader($0)) }
        let unplaced = try Row.fetchAll(
            db,
            sql: """
                SELECT request, reason, detail FROM unplaced LEFT JOIN unplaced_detail USING (run, request)
                WHERE run = ? ORDER BY request
                """,
            arguments: [id]
        ).map { row in
            let reader = RowReader(row)
            return try UnplacedRequest(reader.id(), reader)
        }
        let explanation = try Self.explanation(of: id, db)
        return Programme(
            meetings: meetings,
            unplaced: unplaced,
            value: run.value,
            bound: run.bound,
            scarcities: explanation.scarcities,
            worstServed: explanation.worstServed
        )
    }

    /// Columns: request, slot, hall, stand, table, interpreter.
    static func meeting(_ reader: RowReader) -> Meeting {
        Meeting(
            request: reader.id(),
            slot: reader.integer(),
            place: Place(hall: reader.id(), stand: reader.optionalID(), table: reader.optionalID()),
            interpreter: reader.optionalID()
        )
    }
}

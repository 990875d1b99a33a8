package import FairwayCore
import StoreSQL

/// The organiser's jobs, one at a time for all server processes on a store.
///
/// Whoever runs a job says now and then that it still does. A job whose process has said nothing for some seconds has failed,
/// and what it still wants to store is refused (`JobClaim.check`).
package struct JobRepository: Sendable {
    /// How long a job may go without a sign of life, in seconds: longer than a sign may wait for another who writes.
    package static let seconds = 40.0

    let database: StoreDatabase

    /// Begins a job, unless one runs.
    /// - Parameter holder: The process that runs it.
    /// - Returns: nil when another job runs.
    package func begin(_ kind: Job.Kind, by actor: String, in holder: String) async throws -> JobClaim? {
        let clock = database.now
        return try await database.write(as: actor) { db in
            // Read now that nobody else writes: before, it may have been a long time ago.
            let now = clock()
            try Self.endSilent(at: now, db)
            guard try Self.latest(db)?.state != .running else { return nil }
            let job = Job(
                kind: kind,
                state: .running,
                actor: actor,
                holder: holder,
                expiresAt: now + Self.seconds,
                isCancelled: false,
                progress: "{}",
                result: nil,
                reason: LocalizedText()
            )
            try db.execute(sql: Job.table.insert, arguments: Arguments(Job.table.values(of: job)))
            return JobClaim(id: db.lastInsertedRowID, holder: holder)
        }
    }

    /// Says that the job still runs, and how far it is.
    /// - Parameter progress: In the words of whoever runs jobs.
    /// - Returns: Whether it is to go on: false when somebody has cancelled it, or it was given up for dead.
    package func keepAlive(_ claim: JobClaim, progress: String) async throws -> Bool {
        let clock = database.now
        return try await database.write(as: "job") { db in
            try db.cachedStatement(
                sql: """
                    UPDATE job SET expires_at = ?, progress = ?
                    WHERE id = ? AND holder = ? AND state = 'running' AND is_cancelled = 0
                    """
            )
            .execute(arguments: [clock() + Self.seconds, progress, claim.id, claim.holder])
            return db.changesCount == 1
        }
    }

    /// - Returns: false when the job had been given up for dead.
    @discardableResult
    package func end(
        _ claim: JobClaim,
        as state: Job.State,
        result: Int? = nil,
        reason: LocalizedText = .init()
    )
        async throws -> Bool
    {
        try await database.write(as: "job") { db in
            try db.execute(
                sql: """
                    UPDATE job SET state = ?, result = ?, reason_zh = ?, reason_ru = ?, reason_en = ?
                    WHERE id = ? AND holder = ? AND state = 'running'
                    """,
                arguments: [state.rawValue, result]
                    + Arguments(reason.stored + [.integer(claim.id), .text(claim.holder)])
            )
            return db.changesCount == 1
        }
    }

    /// Asks whoever runs the present job to end it.
    /// - Returns: false when none runs.
    package func cancel(by actor: String) async throws -> Bool {
        try await database.write(as: actor) { db in
            try db.execute(sql: "UPDATE job SET is_cancelled = 1 WHERE state = 'running'")
            return db.changesCount > 0
        }
    }

    /// The last job, as it is now; a silent one has failed.
    package func latest() async throws -> Job? {
        let now = database.now()
        return try await database.read { db in
            guard var job = try Self.latest(db) else { return nil }
            if job.state == .running, job.isSilent(at: now) {
                (job.state, job.reason) = (.failed, Self.silence)
            }
            return job
        }
    }

    private static func latest(_ db: Database) throws -> Job? {
        try Row.fetchOne(db.cachedStatement(sql: Job.table.select + " ORDER BY id DESC LIMIT 1"))
            .map { try Job.table.model($0) }
    }

    private static func endSilent(at now: Double, _ db: Database) throws {
        try db.execute(
            sql: """
                UPDATE job SET state = 'failed', reason_zh = ?, reason_ru = ?, reason_en = ?
                WHERE state = 'running' AND (expires_at <= ? OR expires_at > ?)
                """,
            arguments: Arguments(silence.stored) + [now, now + seconds * 2]
        )
    }

    private static let silence = LocalizedText(
        zh: "运行该任务的服务器已停止。",
        ru: "Сервер, который это выполнял, остановлен.",
        en: "The server that ran it has stopped."
    )
}

/// Matching or scheduling, as the organiser asked for it.
package struct Job: Equatable, Sendable {
    package enum Kind: String, Storable { case match, schedule }
    package enum State: String, Storable { case running, finished, failed, cancelled }

    package var kind: Kind
    package var state: State
    package var actor: String
    package var holder: String
    /// Unix time in seconds.
    package var expiresAt: Double
    package var isCancelled: Bool
    package var progress: String
    package var result: Int?
    /// Why it failed, when that can be said.
    package var reason: LocalizedText

    static let table = Record(
        "job",
        Column("kind", \Job.kind),
        Column("state", \.state),
        Column("actor", \.actor),
        Column("holder", \.holder),
        Column("expires_at", \.expiresAt),
        Column("is_cancelled", \.isCancelled),
        Column("progress", \.progress),
        Column("result", \.result),
        Column("reason", \.reason),
        make: Job.init(kind:state:actor:holder:expiresAt:isCancelled:progress:result:reason:)
    )

    /// A clock that was set back must not keep a dead process's job for a day.
    fileprivate func isSilent(at now: Double) -> Bool {
        expiresAt <= now || expiresAt > now + JobRepository.seconds * 2
    }
}

/// The right to say how a job goes, and to store what it found.
package struct JobClaim: Equatable, Sendable {
    package let id: Int64
    package let holder: String

    /// Inside the transaction that stores what the job found.
    ///
    /// It is a sign of life as well: what a job found can take long to store.
    /// - Parameter now: Unix time in seconds.
    /// - Throws: `LeaseLost` when the job was given up for dead or cancelled: another may run by now.
    func check(_ db: Database, now: Double) throws {
        try db.cachedStatement(
            sql: """
                UPDATE job SET expires_at = ? WHERE id = ? AND holder = ? AND state = 'running' AND is_cancelled = 0
                """
        )
        .execute(arguments: [now + JobRepository.seconds, id, holder])
        guard db.changesCount == 1 else { throw LeaseLost(name: "job \(id)") }
    }
}

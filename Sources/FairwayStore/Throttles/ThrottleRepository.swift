package import Foundation
import StoreSQL

/// What was spent of a count that limits attempts.
package struct ThrottleSpending: Equatable, Sendable {
    /// Stands for what is counted; neither an address nor a person can be read from it.
    package var count: Data
    /// Attempts; less than nothing for what was given back.
    package var spent: Double
    /// Attempts at once.
    package var burst: Int
    /// Seconds until one attempt is there again.
    package var refill: Double

    package init(count: Data, spent: Double, burst: Int, refill: Double) {
        self.count = count
        self.spent = spent
        self.burst = burst
        self.refill = refill
    }
}

/// What the other servers on a store have spent since they were last heard.
package struct ThrottleNews: Equatable, Sendable {
    package var spendings: [ThrottleSpending]
    /// Where to go on; nil before the first time.
    package var last: Int64
    /// Whether another server answers requests, too.
    package var hasOthers: Bool
}

/// Tells several servers on one store what each has let through, so that whoever tries at all of them has no more tries.
///
/// Only what was spent is told, and no moment of anyone's clock: each server refills its counts by its own, which never goes
/// back. Rows are kept for two minutes; a server that starts begins anew.
package struct ThrottleRepository: Repository {
    /// A server that was not heard for so long is gone.
    ///
    /// An import of a whole expo, during which nobody else can write, is over in less.
    package static let silenceSeconds = 120.0
    private static let keptSeconds = 120.0
    /// Counts that are told at a time, those that have spent the most: a flood from everywhere is not to become one of rows.
    package static let maxTold = 1000

    let database: StoreDatabase

    /// Tells what was spent here, if anyone is there to hear it, and hears what was spent elsewhere.
    /// - Parameters:
    ///   - own: Beyond `maxTold`, those that have spent the least are left out.
    ///   - server: A name that no other server has.
    ///   - last: What the last exchange gave; nil hears nothing of before.
    package func exchange(_ own: [ThrottleSpending], as server: String, after last: Int64?) async throws
        -> ThrottleNews
    {
        let clock = database.now
        let told =
            own.count <= Self.maxTold ? own : Array(own.sorted { $0.spent > $1.spent }.prefix(Self.maxTold))
        return try await write(as: "throttle") { db in
            let now = clock()
            try Self.meet(server, at: now, db)
            let others = try Int.fetchOne(
                db.cachedStatement(sql: "SELECT COUNT(*) FROM server WHERE name <> ?"),
                arguments: [server]
            )
            let hasOthers = others ?? 0 > 0
            if hasOthers { try Self.tell(told, of: server, at: now, db) }
            return try Self.news(for: server, after: last, hasOthers: hasOthers, db)
        }
    }

    /// A salt that makes the counts of this store's servers mean the same to each other and nothing to others.
    package func salt() async throws -> Data {
        let secrets = database.secrets
        return try await write(as: "throttle") { try secrets.hash(ofCode: "", for: "throttle", $0) }
    }

    /// Servers that went without a word are forgotten, and so is what a clock that was set dates into the future.
    private static func meet(_ server: String, at now: Double, _ db: Database) throws {
        try db.cachedStatement(
            sql: """
                INSERT INTO server (name, seen_at) VALUES (?, ?)
                ON CONFLICT (name) DO UPDATE SET seen_at = excluded.seen_at
                """
        ).execute(arguments: [server, now])
        try db.cachedStatement(sql: "DELETE FROM server WHERE seen_at < ? OR seen_at > ?")
            .execute(arguments: [now - silenceSeconds, now + silenceSeconds])
        try db.cachedStatement(sql: "DELETE FROM throttle_spending WHERE at < ? OR at > ?")
            .execute(arguments: [now - keptSeconds, now + keptSeconds])
    }

    private static func tell(
        _ own: [ThrottleSpending],
        of server: String,
        at now: Double,
        _ db: Database
    ) throws {
        let statement = try db.cachedStatement(
            sql: """
                INSERT INTO throttle_spending (server, at, count, spent, burst, refill) VALUES (?, ?, ?, ?, ?, ?)
                """
        )
        for one in own {
            try statement.execute(arguments: [server, now, one.count, one.spent, one.burst, one.refill])
        }
    }

    private static func news(for server: String, after last: Int64?, hasOthers: Bool, _ db: Database) throws
        -> ThrottleNews
    {
        let newest = try Int64.fetchOne(db.cachedStatement(sql: "SELECT MAX(id) FROM throttle_spending"))
        guard let last else { return ThrottleNews(spendings: [], last: newest ?? 0, hasOthers: hasOthers) }
        let sql = """
            SELECT count, spent, burst, refill FROM throttle_spending WHERE id > ? AND server <> ? ORDER BY id
            """
        let rows = try Row.fetchAll(db.cachedStatement(sql: sql), arguments: [last, server])
        return ThrottleNews(
            spendings: rows.map { ThrottleSpending(count: $0[0], spent: $0[1], burst: $0[2], refill: $0[3]) },
            last: max(last, newest ?? last),
            hasOthers: hasOthers
        )
    }

    /// Says that a server goes.
    package func leave(_ server: String) async throws {
        try await write(as: "throttle") {
            try $0.execute(sql: "DELETE FROM server WHERE name = ?", arguments: [server])
        }
    }
}

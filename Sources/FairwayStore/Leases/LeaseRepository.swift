import StoreSQL

/// Who of several server processes on one store does a thing that must not be done twice.
///
/// A lease is held for some seconds and renewed; a holder that dies or stands still loses it to whoever asks next. Each new
/// holder gets the next term: what a lost holder still wants to write is refused in the transaction that would write it.
package struct LeaseRepository: Sendable {
    /// How long a lease is held without being renewed, in seconds: longer than a renewal may wait for another who writes.
    package static let seconds = 40.0

    let database: StoreDatabase

    /// Takes the lease, if nobody holds it, or renews one's own.
    ///
    /// - Parameter holder: A name that no other process has.
    /// - Returns: nil when another holds it.
    package func claim(_ name: String, for holder: String) async throws -> Lease? {
        let clock = database.now
        return try await database.write(as: "lease") { db in
            // Read now that nobody else writes: before, it may have been a long time ago.
            let now = clock()
            try db.cachedStatement(sql: Self.claim).execute(
                arguments: [name, holder, now + Self.seconds, now, now + Self.seconds * 2]
            )
            guard let lease = try Self.lease(name, db), lease.holder == holder else { return nil }
            return lease
        }
    }

    /// Notes how far the work is.
    /// - Throws: `LeaseLost`.
    package func reach(_ change: Int64, with lease: Lease) async throws {
        try await database.write(as: "lease") { db in
            try lease.check(db)
            try db.execute(
                sql: "UPDATE lease SET reached = ? WHERE name = ?",
                arguments: [change, lease.name]
            )
        }
    }

    /// Before what no transaction can take back, such as a letter that goes.
    /// - Throws: `LeaseLost`.
    package func check(_ right: WriteRight) async throws {
        let clock = database.now
        try await database.write(as: "lease") { try right.check($0, now: clock()) }
    }

    /// Lets the lease go, so that the next one does not have to wait.
    package func release(_ lease: Lease) async throws {
        try await database.write(as: "lease") { db in
            try db.execute(
                sql: "UPDATE lease SET expires_at = 0 WHERE name = ? AND holder = ? AND term = ?",
                arguments: [lease.name, lease.holder, lease.term]
            )
        }
    }

    /// A clock that was set back must not keep a dead holder's lease for a day: what ends later than any lease can is over.
    private static let claim = """
        INSERT INTO lease (name, holder, term, expires_at) VALUES (?1, ?2, 1, ?3)
        ON CONFLICT (name) DO UPDATE SET holder = excluded.holder, expires_at = excluded.expires_at,
          term = lease.term + CASE WHEN lease.holder = excluded.holder THEN 0 ELSE 1 END
        WHERE lease.holder = excluded.holder OR lease.expires_at <= ?4 OR lease.expires_at > ?5
        """

    static func lease(_ name: String, _ db: Database) throws -> Lease? {
        try Row.fetchOne(
            db.cachedStatement(sql: Lease.table.select + " WHERE name = ?"),
            arguments: [name]
        )
        .map { try Lease.table.model($0) }
    }
}

/// The right to do a thing, until it is renewed or over.
package struct Lease: Equatable, Sendable {
    package var name: String
    package var holder: String
    /// Counts the holders.
    package var term: Int64
    /// Unix time in seconds.
    package var expiresAt: Double
    /// The change up to which the work is done, for whoever goes on with it; nil when nobody has said so yet.
    package var reached: Int64?

    static let table = Record(
        "lease",
        Column("name", \Lease.name),
        Column("holder", \.holder),
        Column("term", \.term),
        Column("expires_at", \.expiresAt),
        Column("reached", \.reached),
        make: Lease.init(name:holder:term:expiresAt:reached:)
    )

    /// Inside the transaction of whatever the lease is for.
    /// - Throws: `LeaseLost` when another holds it by now.
    func check(_ db: Database) throws {
        guard let present = try LeaseRepository.lease(name, db), present.term == term,
            present.holder == holder
        else { throw LeaseLost(name: name) }
    }
}

/// The right by which something is stored, checked in the transaction that stores it.
package enum WriteRight: Sendable {
    /// Somebody's own deed.
    case one
    case lease(Lease)
    case job(JobClaim)

    /// - Parameter now: Unix time in seconds.
    /// - Throws: `LeaseLost`.
    func check(_ db: Database, now: Double) throws {
        switch self {
        case .one: break
        case .lease(let lease): try lease.check(db)
        case .job(let claim): try claim.check(db, now: now)
        }
    }
}

/// Another process has taken over: nothing was written.
package struct LeaseLost: Error, Equatable {
    package let name: String
}

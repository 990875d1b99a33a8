package import FairwayCore
import StoreSQL

/// The expo itself: its days and halls, the places people come from, and everything that is registered, at once.
package struct ExpoRepository: Repository {
    let database: StoreDatabase

    package func find() async throws -> Expo? {
        try await read { try Self.expo($0) }
    }

    static func expo(_ db: Database) throws -> Expo? {
        guard let row = try Row.fetchOne(db, sql: "SELECT name_zh, name_ru, name_en, time_zone FROM expo")
        else {
            return nil
        }
        let reader = RowReader(row)
        return Expo(
            name: reader.localized(),
            timeZone: reader.text(),
            slots: try db.all(Slot.self, suffix: " ORDER BY number")
        )
    }

    /// The date where the expo is.
    package func today() async throws -> CivilDate {
        CivilDate(unixTime: now(), in: try await find()?.timeZone)
    }

    /// The expo's last day; nil while there are no slots.
    package func lastDay() async throws -> CivilDate? {
        try await read {
            try String.fetchOne($0, sql: "SELECT MAX(date) FROM slot").flatMap { CivilDate($0) }
        }
    }

    /// Whether there is no expo yet.
    package var isEmpty: Bool { get async throws { try await find() == nil } }

    package func halls() async throws -> [Hall] { try await read { try $0.all(Hall.self) } }
    package func economies() async throws -> [Economy] { try await read { try $0.all(Economy.self) } }
    /// The economies that enterprises of the expo come from, by code.
    package func participatingEconomies() async throws -> [Economy.ID] {
        try await read { db in
            try String.fetchAll(db, sql: "SELECT DISTINCT economy FROM enterprise ORDER BY economy").map {
                .init($0)
            }
        }
    }

    package func regions() async throws -> [Region] { try await read { try $0.all(Region.self) } }
    /// Regions of an economy, or of all, by code, those after `last`.
    package func regions(of economy: String?, after last: String?, limit: Int) async throws -> [Region] {
        let sql =
            Region.table.select
            + " WHERE code > ?1 AND (CAST(?2 AS TEXT) IS NULL OR economy = ?2) ORDER BY code LIMIT ?3"
        return try await read { try $0.rows(sql, [last ?? "", economy, limit]) }
    }

    package func agencies() async throws -> [Agency] { try await read { try $0.all(Agency.self) } }
    package func delegations() async throws -> [Delegation] { try await read { try $0.all(Delegation.self) } }
    package func interpreters() async throws -> [Interpreter] {
        try await read { try $0.all(Interpreter.self) }
    }

    /// Everything that is registered, as of one moment, each list by its code.
    package func data() async throws -> ExpoData {
        try await read { try Self.data($0) }
    }

    /// What enterprises offer and seek and where they belong, as of one moment: nothing of halls, people, requests and outcomes, which
    /// neither matching nor the catalogue asks for.
    package func profileData() async throws -> ExpoData {
        try await read { db in
            var data = try Self.members(db)
            try Self.addGoods(to: &data, db)
            return data
        }
    }

    /// Who asked for whom, and where and when they could meet, as of one moment: nothing of goods and people, which no programme
    /// depends on.
    package func programmeData() async throws -> ExpoData {
        try await read { db in
            var data = try Self.members(db)
            try Self.addRequests(to: &data, db)
            return data
        }
    }

    static func data(_ db: Database) throws -> ExpoData {
        var data = try members(db)
        try addGoods(to: &data, db)
        try addRequests(to: &data, db)
        data.representatives = try db.all(Representative.self)
        data.outcomes = try db.all(Outcome.self)
        return data
    }

    private static func members(_ db: Database) throws -> ExpoData {
        var data = ExpoData(expo: try expo(db))
        data.agencies = try db.all(Agency.self)
        data.delegations = try db.all(Delegation.self)
        data.enterprises = try db.all(Enterprise.self)
        data.interpreters = try db.all(Interpreter.self)
        return data
    }

    private static func addGoods(to data: inout ExpoData, _ db: Database) throws {
        data.economies = try db.all(Economy.self)
        data.regions = try db.all(Region.self)
        data.products = try db.all(Product.self)
        data.demands = try db.all(Demand.self)
    }

    private static func addRequests(to data: inout ExpoData, _ db: Database) throws {
        data.halls = try db.all(Hall.self)
        data.tables = try db.all(MeetingTable.self)
        data.stands = try db.all(Stand.self)
        data.requests = try db.all(MeetingRequest.self)
    }

    /// Puts the names of economies and regions into a store that has none.
    package func seedGeography(economies: [Economy], regions: [Region], by actor: String) async throws {
        try await load(as: actor) { db in
            try db.insert(economies, sql: Economy.table.upsert)
            try db.insert(regions, sql: Region.table.upsert)
            let counts = ["economies": economies.count, "regions": regions.count]
            return ((), AuditSummary("load", "region", counts: counts))
        }
    }

    /// Replaces the whole expo in one transaction; runs, publications and matches of the old one go with it.
    package func replaceAll(with data: ExpoData, by actor: String) async throws {
        try await load(as: actor) { db in
            for table in ["calendar_entry", "publication", "run", "match"] {
                try db.execute(sql: "DELETE FROM \(table)")
            }
            for table in StoredTables.all.reversed() { try db.execute(sql: "DELETE FROM \(table.name)") }
            try Self.insert(data, db)
            return ((), AuditSummary("replace", "expo", rowID: "1", counts: Self.counts(data)))
        }
    }

    private static func counts(_ data: ExpoData) -> [String: Int] {
        [
            "delegations": data.delegations.count, "demands": data.demands.count,
            "enterprises": data.enterprises.count, "products": data.products.count,
            "requests": data.requests.count, "stands": data.stands.count,
        ]
    }

    private static func insert(_ data: ExpoData, _ db: Database) throws {
        if let expo = data.expo { try Self.insert(expo, db) }
        try db.insert(data.halls)
        try db.insert(data.tables)
        try db.insert(data.economies)
        try db.insert(data.regions)
        try db.insert(data.agencies)
        try db.insert(data.delegations)
        try db.insert(data.enterprises)
        try db.insert(data.stands)
        try db.insert(data.representatives)
        try db.insert(data.products)
        try db.insert(data.demands)
        try db.insert(data.interpreters)
        try db.insert(data.requests)
        try db.insert(data.outcomes)
    }

    static func insert(_ expo: Expo, withSlots: Bool = true, _ db: Database) throws {
        try db.execute(
            sql: "INSERT INTO expo VALUES (1, ?, ?, ?, ?, ?)",
            arguments: [expo.name.zh, expo.name.ru, expo.name.en, expo.timeZone, CalendarDomain.of(expo)]
        )
        if withSlots { try db.insert(expo.slots) }
    }

    package func agency(_ id: Agency.ID) async throws -> Agency? {
        try await read { try $0.one(Agency.self, id.code) }
    }
}

package import FairwayCore
import StoreSQL

extension ExpoStore {
    package func expo() throws -> Expo? {
        try read { try self.expo($0) }
    }

    func expo(_ db: Database) throws -> Expo? {
        guard let row = try Row.fetchOne(db, sql: "SELECT name_zh, name_ru, name_en, time_zone FROM expo")
        else {
            return nil
        }
        let reader = RowReader(row)
        return Expo(
            name: reader.localized(),
            timeZone: reader.text(),
            slots: try all(Slot.self, db, suffix: " ORDER BY number")
        )
    }

    package func halls() throws -> [Hall] { try read { try self.all(Hall.self, $0) } }
    package func economies() throws -> [Economy] { try read { try self.all(Economy.self, $0) } }
    /// The economies that enterprises of the expo come from, by code.
    package func participatingEconomies() throws -> [Economy.ID] {
        try read { db in
            try String.fetchAll(db, sql: "SELECT DISTINCT economy FROM enterprise ORDER BY economy").map {
                .init($0)
            }
        }
    }

    package func regions() throws -> [Region] { try read { try self.all(Region.self, $0) } }
    package func agencies() throws -> [Agency] { try read { try self.all(Agency.self, $0) } }
    package func delegations() throws -> [Delegation] { try read { try self.all(Delegation.self, $0) } }
    package func interpreters() throws -> [Interpreter] { try read { try self.all(Interpreter.self, $0) } }

    /// Everything that is registered, as of one moment, each list by its code.
    package func expoData() throws -> ExpoData {
        try read { try self.expoData($0) }
    }

    /// What enterprises offer and seek and where they belong, as of one moment: nothing of halls, people, requests and outcomes, which
    /// neither matching nor the catalogue asks for.
    package func profileData() throws -> ExpoData {
        try read { db in
            var data = try self.members(db)
            try self.addGoods(to: &data, db)
            return data
        }
    }

    /// Who asked for whom, and where and when they could meet, as of one moment: nothing of goods and people, which no programme
    /// depends on.
    package func programmeData() throws -> ExpoData {
        try read { db in
            var data = try self.members(db)
            try self.addRequests(to: &data, db)
            return data
        }
    }

    func expoData(_ db: Database) throws -> ExpoData {
        var data = try members(db)
        try addGoods(to: &data, db)
        try addRequests(to: &data, db)
        data.representatives = try all(Representative.self, db)
        data.outcomes = try all(Outcome.self, db)
        return data
    }

    private func members(_ db: Database) throws -> ExpoData {
        var data = ExpoData(expo: try expo(db))
        data.agencies = try all(Agency.self, db)
        data.delegations = try all(Delegation.self, db)
        data.enterprises = try all(Enterprise.self, db)
        data.interpreters = try all(Interpreter.self, db)
        return data
    }

    private func addGoods(to data: inout ExpoData, _ db: Database) throws {
        data.economies = try all(Economy.self, db)
        data.regions = try all(Region.self, db)
        data.products = try all(Product.self, db)
        data.demands = try all(Demand.self, db)
    }

    private func addRequests(to data: inout ExpoData, _ db: Database) throws {
        data.halls = try all(Hall.self, db)
        data.tables = try all(MeetingTable.self, db)
        data.stands = try all(Stand.self, db)
        data.requests = try all(MeetingRequest.self, db)
    }

    /// Puts the names of economies and regions into a store that has none.
    package func seedGeography(economies: [Economy], regions: [Region], by actor: String) throws {
        try load(as: actor) { db in
            try Self.insert(economies, db, sql: Economy.table.upsert)
            try Self.insert(regions, db, sql: Region.table.upsert)
            let counts = ["economies": economies.count, "regions": regions.count]
            return ((), AuditSummary("load", "region", counts: counts))
        }
    }

    /// Replaces the whole expo in one transaction; runs, publications and matches of the old one go with it.
    package func replaceAll(with data: ExpoData, by actor: String) throws {
        try load(as: actor) { db in
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
        try Self.insert(data.halls, db)
        try Self.insert(data.tables, db)
        try Self.insert(data.economies, db)
        try Self.insert(data.regions, db)
        try Self.insert(data.agencies, db)
        try Self.insert(data.delegations, db)
        try Self.insert(data.enterprises, db)
        try Self.insert(data.stands, db)
        try Self.insert(data.representatives, db)
        try Self.insert(data.products, db)
        try Self.insert(data.demands, db)
        try Self.insert(data.interpreters, db)
        try Self.insert(data.requests, db)
        try Self.insert(data.outcomes, db)
    }

    static func insert(_ expo: Expo, withSlots: Bool = true, _ db: Database) throws {
        try db.execute(
            sql: "INSERT INTO expo VALUES (1, ?, ?, ?, ?, ?)",
            arguments: [expo.name.zh, expo.name.ru, expo.name.en, expo.timeZone, CalendarDomain.of(expo)]
        )
        if withSlots { try insert(expo.slots, db) }
    }

    static func insert<Value: StoredRow>(_ values: [Value], _ db: Database, sql: String? = nil) throws {
        let statement = try db.cachedStatement(sql: sql ?? Value.table.insert)
        for value in values {
            try statement.execute(arguments: Arguments(value.values + value.derivedValues))
        }
    }
}

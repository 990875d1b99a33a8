import FairwayCore
@testable import FairwayStore
import Foundation
import StoreSQL
import StoreSQLite
import Testing

/// Real files of earlier versions, each written by the program of its time, become present ones.
struct MigrationTests {
    private struct Store {
        let path: String

        /// A copy: what is kept stays as it is.
        init(version: Int) async throws {
            path = try await TemporaryStore().path("version-\(version).sqlite")
            let kept = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
                .appendingPathComponent("version-\(version).sqlite")
            try FileManager.default.copyItem(atPath: kept.path, toPath: path)
        }
    }

    @Test(arguments: [(19, 95, 48), (20, 89, 50)])
    func aFileOfBeforeKeepsAllItHas(version: Int, requests: Int, products: Int) async throws {
        let file = try await Store(version: version)
        let store = try TemporaryStore.open(file.path)
        let data = try await store.expo.data()
        #expect(data.enterprises.count == 16 && data.products.count == products)
        #expect(data.requests.count == requests)
        #expect(try await store.publications.latest()?.number == 1)
        #expect(try await store.matches.count() == 23)
        #expect(try await !store.auditLog.latest(limit: 10).isEmpty)
    }

    /// Of version 20: goods without an HS code stood apart, with their terms as they were typed.
    @Test func goodsWithoutAnHSCodeStandAmongTheOthers() async throws {
        let store = try await TemporaryStore.open(try Store(version: 20).path)
        let (products, demands) = try await (store.expo.data().products, store.expo.data().demands)
        let terms = TradeTerms(
            brand: "Тайга; «Кедр»",
            minimumOrder: MinimumOrder(1200, .carton),
            delivery: DeliveryTerm(.fob, "Vladivostok"),
            certificates: ["ISO 22000", #"EAC "plus""#],
            isPrivateLabel: true
        )
        #expect(
            products.filter { $0.hsCode == nil } == [
                Product(
                    id: "E00001-U01",
                    enterprise: "E00001",
                    hsCode: nil,
                    name: LocalizedText(zh: "松子糖浆", ru: "Кедровый сироп"),
                    about: LocalizedText(en: "From the taiga"),
                    gtin: GTIN("4006381333931"),
                    terms: terms
                ),
                Product(
                    id: "E00001-U02",
                    enterprise: "E00001",
                    hsCode: nil,
                    name: LocalizedText(en: "Ice figures")
                ),
            ]
        )
        #expect(
            demands.filter { $0.hsPrefix == nil } == [
                Demand(
                    id: "E00001-U03",
                    enterprise: "E00001",
                    hsPrefix: nil,
                    text: LocalizedText(zh: "木材"),
                    targetRegions: ["RU-PRI", "CN"]
                )
            ]
        )
        try await store.searchIndex.refresh()
        let found = try await CatalogueSearch(store: store).answer(SearchQuery("кедровый сироп")).hits
        #expect(found.first?.code == "E00001-U01")
    }

    /// However it came to be, a store has one schema.
    @Test(arguments: [19, 20])
    func itsSchemaIsThatOfANewOne(version: Int) async throws {
        let old = try await TemporaryStore.open(try Store(version: version).path)
        let new = try await TemporaryStore().store
        #expect(try schema(old) == schema(new))
    }

    private func schema(_ store: ExpoStore) throws -> [String] {
        try store.read { db in
            let version = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
            let sql = """
                SELECT type || ' ' || name || ': ' || COALESCE(sql, '') FROM sqlite_master
                WHERE name NOT LIKE 'sqlite_stat%' ORDER BY type, name
                """
            return ["version \(version)"] + (try String.fetchAll(db, sql: sql))
        }
    }
}

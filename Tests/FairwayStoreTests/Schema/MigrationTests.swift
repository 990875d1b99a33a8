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

    @Test(arguments: [19])
    func aFileOfBeforeKeepsAllItHas(version: Int) async throws {
        let file = try await Store(version: version)
        let store = try TemporaryStore.open(file.path)
        let data = try await store.expo.data()
        #expect(data.enterprises.count == 16 && data.products.count == 48 && data.requests.count == 95)
        #expect(try await store.publications.latest()?.number == 1)
        #expect(try await store.matches.count() == 23)
        #expect(try await !store.auditLog.latest(limit: 10).isEmpty)
    }

    /// However it came to be, a store has one schema.
    @Test(arguments: [19])
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

import FairwayCore
@testable import FairwayStore
import StoreSQL
import Testing

/// The frozen schema beside what the program reads and writes.
struct SchemaTests {
    private let store: ExpoStore

    init() async throws {
        store = try await TemporaryStore().store
    }

    @Test func theFileSaysItsVersion() throws {
        #expect(try store.read { try Int.fetchOne($0, sql: "PRAGMA user_version") } == 21)
    }

    @Test(arguments: StoredTables.all.map(\.name))
    func everyColumnIsThatOfTheModel(name: String) throws {
        let table = try #require(StoredTables.all.first { $0.name == name })
        let columns = try store.read { db in
            try Row.fetchAll(db, sql: "PRAGMA table_info(\(name))").map { $0[1] as String }
        }
        #expect(Set(columns) == Set(table.columns + table.derived))
    }

    /// A new column that the log does not name would change without a trace.
    @Test(arguments: StoredTables.all.map(\.name))
    func everyColumnIsInTheLog(name: String) throws {
        let table = try #require(StoredTables.all.first { $0.name == name })
        let triggers = try store.read { db in
            try String.fetchAll(
                db,
                sql: "SELECT sql FROM sqlite_master WHERE tbl_name = ? AND name LIKE '%_is_logged'",
                arguments: [name]
            )
        }
        #expect(triggers.count == 3)
        let update = try #require(triggers.first { $0.contains("'update'") })
        for column in table.columns { #expect(update.contains("NEW.\(column)"), "\(column)") }
    }

    /// A file that a start left which was cut short before the tables were made.
    @Test func anEmptyDatabaseBecomesAStore() async throws {
        let path = try await TemporaryStore().path("empty.sqlite")
        #expect(DirectConnection.run("PRAGMA journal_mode = WAL; VACUUM", on: path).succeeded)
        #expect(try Files.bytes(path).count > 0)
        #expect(try await TemporaryStore.open(path).expo.isEmpty)
    }

    /// Two servers that start at the same time on a new file make one store.
    @Test func twoWhoOpenANewFileAtOnceMakeOneStore() async throws {
        let path = try await TemporaryStore().path("new.sqlite")
        try await withThrowingTaskGroup(of: Int.self) { group in
            for _ in 0..<4 {
                group.addTask { try await TemporaryStore.open(path).auditLog.latest(limit: 9).count }
            }
            for try await lines in group { #expect(lines == 0) }
        }
    }
}

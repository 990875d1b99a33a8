@testable import FairwayStore
import StoreSQL
import Testing

/// One statement read again and again on one connection, whoever still holds what was read before.
struct CursorTests {
    private let store: ExpoStore

    init() async throws {
        store = try await TemporaryStore(try ExpoFixture.data()).store
    }

    @Test func anEarlierReaderEndsNobodysRows() throws {
        try store.read { db in
            let sql = "SELECT code FROM enterprise ORDER BY code LIMIT ?"
            var kept: [Row] = []
            for limit in 1...3 {
                let rows = try Row.fetchCursor(db.cachedStatement(sql: sql), arguments: [limit])
                var codes: [String] = []
                while let row = try rows.next() {
                    kept.append(row)
                    kept.removeFirst(max(0, kept.count - 1))
                    codes.append(row[0])
                }
                #expect(codes == Array(["E1", "E2", "E3"].prefix(limit)))
            }
        }
    }

    @Test func aReaderThatStoppedHalfWayIsOver() throws {
        try store.read { db in
            let statement = try db.cachedStatement(sql: "SELECT code FROM enterprise ORDER BY code LIMIT 3")
            let first = try Row.fetchCursor(statement)
            #expect(try first.next()?[0] == "E1")
            #expect(try String.fetchAll(statement).count == 3)
            #expect(try first.next() == nil, "another has read the statement since")
        }
    }

    @Test func whatWasCopiedStays() throws {
        let row = try #require(
            try store.read { try Row.fetchOne($0, sql: "SELECT 1, 2.5, 'three', NULL, x'04'") }
        )
        #expect(row.values == [.integer(1), .real(2.5), .text("three"), .null, .blob(.init([4]))])
        #expect(row[0] == true && row[1] == 2.5 && row[2] == "three")
        #expect(row[3] as String? == nil)
    }
}

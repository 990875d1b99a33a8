import FairwayCore
@testable import FairwayStore
import Foundation
import Testing

struct AuditTests {
    private func json(_ text: String?) throws -> [String: Any] {
        let object = try JSONSerialization.jsonObject(with: Data((text ?? "").utf8))
        return try #require(object as? [String: Any])
    }

    private func temporaryWithChange() async throws -> TemporaryStore {
        let temporary = try await TemporaryStore(try ExpoFixture.data())
        var changed = try ExpoFixture.data().enterprises[2]
        changed.website = "https://cones.example"
        var fixture = BatchFixture()
        fixture.add([changed, try BatchFixture.enterprise("E9", "Новая")])
        _ = try await temporary.store.imports.apply(
            fixture.batch,
            by: "olga",
            dryRun: false,
            skipBadRows: false
        )
        return temporary
    }

    @Test func anUpdateIsLoggedWithBeforeAndAfter() async throws {
        let temporary = try await temporaryWithChange()
        let entries = try await temporary.store.auditLog.latest(limit: 10)
        let update = try #require(entries.first { $0.action == "update" })
        #expect(update.actor == "olga")
        #expect(update.table == "enterprise")
        #expect(update.rowID == "E3")
        #expect(update.at > 1_000_000)
        #expect(try json(update.before)["website"] is NSNull)
        #expect(try json(update.after)["website"] as? String == "https://cones.example")
        #expect(try json(update.after)["name_ru"] as? String == "ООО «Ёлки и шишки»")
    }

    @Test func anInsertHasNothingBefore() async throws {
        let insert = try await #require(
            try temporaryWithChange().store.auditLog.latest(limit: 10).first { $0.rowID == "E9" }
        )
        #expect(insert.action == "insert")
        #expect(insert.before == nil)
        #expect(try json(insert.after)["name_ru"] as? String == "Новая")
    }

    @Test func theNewestEntryComesFirst() async throws {
        let temporary = try await temporaryWithChange()
        let entries = try await temporary.store.auditLog.latest(limit: 2)
        #expect(entries.map(\.rowID) == ["E9", "E3"])
    }

    @Test func loadsOfDerivedRowsAreOneEntryEach() async throws {
        let temporary = try await TemporaryStore(try ExpoFixture.data())
        let store = temporary.store
        let loaded = try await store.auditLog.latest(limit: 100)
        #expect(loaded.map(\.action) == ["replace"])
        #expect(try json(loaded.first?.after)["enterprises"] as? Int == 4)
        try await store.matches.replace(
            [Match(seller: "E1", buyer: "E3", score: 0.5, reasons: [.commonSector("S04")])],
            by: "olga"
        )
        let run = try await store.save(ExpoFixture.programme([ExpoFixture.meeting("Q1", slot: 2)]))
        _ = try await store.publishUnchecked(run.id, by: "chief")
        let entries = try await store.auditLog.latest(limit: 100).dropLast()
        #expect(entries.map(\.table) == ["publication", "run", "match"])
        #expect(entries.map(\.action) == ["publish", "schedule", "replace"])
        #expect(entries.map(\.actor) == ["chief", "planner", "olga"])
        #expect(entries.map(\.rowID) == ["1", "1", "*"])
    }

    @Test(
        arguments: [
            "UPDATE audit_log SET actor = 'nobody'", "DELETE FROM audit_log",
            "INSERT OR REPLACE INTO audit_log SELECT id, at, 'nobody', action, table_name, row_id, before, after FROM audit_log",
        ]
    )
    func theLogRefusesToBeChanged(_ sql: String) async throws {
        let temporary = try await temporaryWithChange()
        let before = try await temporary.store.auditLog.latest(limit: 100)
        let result = DirectConnection.run(sql, on: temporary.path)
        #expect(!result.succeeded)
        #expect(result.output.contains("append-only"), "\(result.output)")
        #expect(try await temporary.store.auditLog.latest(limit: 100) == before)
    }

    @Test func aChangeBehindTheStoresBackIsLoggedAsSuch() async throws {
        let temporary = try await temporaryWithChange()
        let result = DirectConnection.run(
            "UPDATE enterprise SET status = 'declined' WHERE code = 'E9'; DELETE FROM match",
            on: temporary.path
        )
        #expect(result.succeeded, "\(result.output)")
        let entry = try #require(try await temporary.store.auditLog.latest(limit: 1).first)
        #expect(entry.actor == "outside fairway")
        #expect(entry.at > 1_700_000_000, "SQLite's own clock")
        #expect(try json(entry.before)["status"] as? String == "approved")
        #expect(try json(entry.after)["status"] as? String == "declined")
    }
}

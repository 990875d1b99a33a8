import FairwayCore
import FairwayStore
import Testing

struct ImportTests {
    private let temporary: TemporaryStore

    init() async throws {
        temporary = try await TemporaryStore(try ExpoFixture.data())
    }

    private func apply(
        _ batch: ImportBatch,
        dryRun: Bool = false,
        skipBadRows: Bool = false
    ) async throws -> ImportReport {
        try await temporary.store.imports.apply(
            batch,
            by: "importer",
            dryRun: dryRun,
            skipBadRows: skipBadRows
        )
    }

    private func mixedBatch() throws -> ImportBatch {
        var fixture = BatchFixture()
        let stored = try ExpoFixture.data().enterprises
        var changed = stored[2]
        changed.website = "https://cones.example"
        fixture.add([stored[0], changed, try BatchFixture.enterprise("E9", "Новая")])
        return fixture.batch
    }

    @Test func newChangedAndUnchangedRowsAreTold() async throws {
        let report = try await apply(mixedBatch())
        let count = try #require(report.counts[.enterprises])
        #expect([count.inserted, count.updated, count.unchanged, count.refused] == [1, 1, 1, 0])
        #expect(report.isApplied)
        #expect(report.diagnostics.isEmpty)
        #expect(try await temporary.store.enterprises.find("E9")?.enterprise.name.ru == "Новая")
        #expect(
            try await temporary.store.enterprises.find("E3")?.enterprise.website == "https://cones.example"
        )
    }

    @Test func importingTheSameAgainChangesNothing() async throws {
        let batch = try mixedBatch()
        _ = try await apply(batch)
        let log = try await temporary.store.auditLog.latest(limit: 1_000).count
        #expect(try await apply(batch).counts[.enterprises]?.unchanged == 3)
        #expect(try await temporary.store.auditLog.latest(limit: 1_000).count == log)
    }

    @Test func aDryRunReportsTheSameAndLeavesEverything() async throws {
        let before = try await temporary.store.expo.data()
        let log = try await temporary.store.auditLog.latest(limit: 1_000)
        let rehearsal = try await apply(mixedBatch(), dryRun: true)
        #expect(try await temporary.store.expo.data() == before)
        #expect(try await temporary.store.auditLog.latest(limit: 1_000) == log)
        #expect(!rehearsal.isApplied)
        #expect(rehearsal.counts == (try await apply(mixedBatch())).counts)
    }

    @Test func oneBadRowKeepsAllRowsOut() async throws {
        let before = try await temporary.store.expo.data()
        var fixture = BatchFixture()
        fixture.add([
            try BatchFixture.enterprise("E8", "Хорошая"),
            try BatchFixture.enterprise("E9", "Плохая", economy: "XX"),
        ])
        let report = try await apply(fixture.batch)
        #expect(!report.isApplied)
        #expect(report.refusedRows == [RowSource(table: 0, row: 3)])
        #expect(
            report.diagnostics == [
                Diagnostic(
                    file: "enterprises.csv",
                    row: 3,
                    column: "Страна",
                    value: "XX",
                    problem: .unknownReference(table: "economies")
                )
            ]
        )
        #expect(try await temporary.store.expo.data() == before)
    }

    @Test func skippingKeepsOutTheBadRowsAndWhatDependsOnThem() async throws {
        var fixture = BatchFixture()
        fixture.add([
            try BatchFixture.enterprise("E8", "Хорошая"),
            try BatchFixture.enterprise("E9", "Плохая", economy: "XX"),
        ])
        let code = try #require(HSCode("1806"))
        fixture.add([
            Product(id: "P8", enterprise: "E8", hsCode: code, name: LocalizedText(ru: "Плитка")),
            Product(id: "P9", enterprise: "E9", hsCode: code, name: LocalizedText(ru: "Плитка")),
        ])
        fixture.add([
            MeetingRequest(id: "Q8", requester: "E8", recipient: "E1", priority: 3, status: .pending),
            MeetingRequest(id: "Q9", requester: "E1", recipient: "E9", priority: 3, status: .pending),
        ])
        let report = try await apply(fixture.batch, skipBadRows: true)
        #expect(report.isApplied)
        #expect(report.refusedRows == (0..<3).map { RowSource(table: $0, row: 3) })
        #expect(
            report.diagnostics.map(\.problem) == [
                .unknownReference(table: "economies"), .unknownReference(table: "enterprises"),
                .unknownReference(table: "enterprises"),
            ]
        )
        #expect(try await temporary.store.enterprises.find("E8")?.products.map(\.id) == ["P8"])
        #expect(try await temporary.store.enterprises.find("E9") == nil)
        #expect(try await temporary.store.requests.all(of: "E8").map(\.id) == ["Q8"])
    }

    @Test func anIdentifierTwiceIsRefusedWithItsFirstRow() async throws {
        var fixture = BatchFixture()
        fixture.add([try BatchFixture.enterprise("E8", "Одна"), try BatchFixture.enterprise("E8", "Другая")])
        let report = try await apply(fixture.batch, skipBadRows: true)
        #expect(report.diagnostics.map(\.problem) == [.duplicateIdentifier(firstRow: 2)])
        #expect(report.diagnostics.map(\.column) == ["Код"])
        #expect(try await temporary.store.enterprises.find("E8")?.enterprise.name.ru == "Одна")
    }

    @Test func nobodyMeetsItself() async throws {
        var fixture = BatchFixture()
        fixture.add([
            MeetingRequest(id: "Q9", requester: "E1", recipient: "E1", priority: 3, status: .pending)
        ])
        #expect(try await apply(fixture.batch).diagnostics.map(\.problem) == [.samePartyOnBothSides])
    }

    @Test func aRowThatBreaksARuleOfTheStoreIsRefusedAndNotThrown() async throws {
        var fixture = BatchFixture()
        fixture.add([
            MeetingRequest(id: "Q8", requester: "E1", recipient: "E2", priority: 3, status: .pending),
            MeetingRequest(id: "Q9", requester: "E1", recipient: "E2", priority: 9, status: .pending),
        ])
        let report = try await apply(fixture.batch, skipBadRows: true)
        #expect(report.diagnostics.map(\.problem) == [.outOfRange(1, 5)])
        #expect(report.counts[.requests]?.inserted == 1)
        #expect(try await temporary.store.requests.all(of: "E1").map(\.id) == ["Q1", "Q8"])
    }

    @Test func theFirstSlotsMakeAnExpo() async throws {
        let empty = try await TemporaryStore()
        var fixture = BatchFixture()
        fixture.add(try ExpoFixture.slots())
        let report = try await empty.store.imports.apply(
            fixture.batch,
            by: "importer",
            dryRun: false,
            skipBadRows: false
        )
        #expect(report.isApplied)
        #expect(try await empty.store.expo.find()?.slots == ExpoFixture.slots())
    }

    @Test func rowsThatTheReaderRefusedAreCounted() async throws {
        var fixture = BatchFixture()
        fixture.add([try BatchFixture.enterprise("E8", "Новая", economy: "XX")])
        fixture.refuse(rows: [3, 4, 5])
        fixture.add([Slot]())
        fixture.refuse(rows: [2, 3])
        let report = try await apply(fixture.batch, skipBadRows: true)
        #expect(report.counts[.enterprises]?.refused == 4)
        #expect(report.counts[.slots]?.refused == 2)
    }
}

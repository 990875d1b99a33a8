import FairwayCore
@testable import FairwayStore
import Testing

/// An import names only slots that the expo or the import itself has.
struct SlotNumberImportTests {
    private func apply(_ fixture: BatchFixture, to store: ExpoStore, within delegation: Delegation.ID? = nil)
        async throws -> ImportReport
    {
        try await store.imports.apply(
            fixture.batch,
            within: delegation,
            by: "test",
            dryRun: false,
            skipBadRows: true
        )
    }

    private func enterprise(_ id: Enterprise.ID, unavailable: [Int]) throws -> Enterprise {
        var enterprise = try BatchFixture.enterprise(id, "Новая \(id)")
        enterprise.unavailableSlots = unavailable
        return enterprise
    }

    private func slot(_ number: Int) throws -> Slot {
        var slot = try ExpoFixture.slots()[7]
        slot.number = number
        return slot
    }

    /// As it was found: an agency imports rows that are not there in `0-4095`, and 4,096 numbers of each stay.
    @Test(arguments: [nil, "D1"] as [Delegation.ID?])
    func numbersOfNoSlotAreRefusedByRowAndColumn(delegation: Delegation.ID?) async throws {
        let store = try await TemporaryStore(try ExpoFixture.data()).store
        var fixture = BatchFixture()
        fixture.add([
            try enterprise("N1", unavailable: [0, 7]), try enterprise("N2", unavailable: [0, 8]),
            try enterprise("N3", unavailable: Array(0...1023)),
        ])
        let report = try await apply(fixture, to: store, within: delegation)
        let problem = Diagnostic.Problem.unknownSlot(first: 0, last: 7)
        // An agency is also told that the status is not for it to set.
        let found = report.diagnostics.filter { $0.column == "unavailable_slots" }
        #expect(found.map(\.problem) == [problem, problem])
        #expect(found.map(\.row) == [3, 4])
        #expect(found.map(\.value) == ["8", "8"])
        #expect(report.counts[.enterprises]?.refused == 2)
        #expect(try await store.enterprises.find("N1")?.enterprise.unavailableSlots == [0, 7])
        #expect(try await store.enterprises.find("N2") == nil)
    }

    @Test func tablesAndInterpretersAreLookedAtToo() async throws {
        let store = try await TemporaryStore(try ExpoFixture.data()).store
        var data = try ExpoFixture.data()
        data.tables[0].unavailableSlots = [9]
        data.interpreters[0].unavailableSlots = [7, 4095]
        var fixture = BatchFixture()
        fixture.add(data.tables)
        fixture.add(data.interpreters)
        let report = try await apply(fixture, to: store)
        #expect(report.diagnostics.map(\.value) == ["9", "4095"])
        #expect(report.diagnostics.map(\.file) == ["tables.csv", "interpreters.csv"])
        #expect(try await store.expo.data().tables == ExpoFixture.data().tables)
    }

    @Test func slotsOfTheSameImportAreKnown() async throws {
        let store = try await TemporaryStore(try ExpoFixture.data()).store
        var fixture = BatchFixture()
        fixture.add([try enterprise("N1", unavailable: [7, 9]), try enterprise("N2", unavailable: [10])])
        fixture.add([try slot(9), try slot(8)])
        let report = try await apply(fixture, to: store)
        #expect(report.diagnostics.map(\.problem) == [.unknownSlot(first: 0, last: 9)])
        #expect(try await store.enterprises.find("N1")?.enterprise.unavailableSlots == [7, 9])
    }

    @Test func withoutSlotsAnyAreTakenUpToALimit() async throws {
        let most = SlotNumbers.maxWithoutSlots
        var data = try ExpoFixture.data()
        data.expo = nil
        data.requests = []
        data.outcomes = []
        let store = try await TemporaryStore(data).store
        var fixture = BatchFixture()
        fixture.add([
            try enterprise("N1", unavailable: Array(0..<most)),
            try enterprise("N2", unavailable: Array(0...most)),
        ])
        let report = try await apply(fixture, to: store)
        #expect(report.diagnostics.map(\.problem) == [.beyondLimit(.init(.listValues, most: most))])
        #expect(try await store.enterprises.find("N1")?.enterprise.unavailableSlots.count == most)
        #expect(try await store.enterprises.find("N2") == nil)
    }

    /// What is stored already is not the file's.
    @Test func aFileWithoutTheColumnIsNotAskedForIt() async throws {
        var data = try ExpoFixture.data()
        data.enterprises[0].unavailableSlots = [3, 77]
        let store = try await TemporaryStore(data).store
        var fixture = BatchFixture()
        fixture.add([try BatchFixture.enterprise("E1", "Другая")], fields: ["code", "name_ru"])
        let report = try await apply(fixture, to: store)
        #expect(report.diagnostics.isEmpty && report.isApplied)
        #expect(try await store.enterprises.find("E1")?.enterprise.unavailableSlots == [3, 77])
    }

    /// No import takes a slot away, and one beyond a gap could never be scheduled.
    @Test func slotsBeyondAGapAreRefused() async throws {
        let store = try await TemporaryStore(try ExpoFixture.data()).store
        var fixture = BatchFixture()
        fixture.add([try slot(8), try slot(10), try slot(4095)])
        let report = try await apply(fixture, to: store)
        #expect(
            report.diagnostics.map(\.problem) == [.slotGap(missing: 9), .slotGap(missing: 9)]
        )
        #expect(try await store.expo.find()?.slots.map(\.number) == Array(0...8))
    }

    @Test(arguments: Language.allCases) func reasonsAreWorded(language: Language) {
        for problem in [Diagnostic.Problem.unknownSlot(first: 2, last: 7), .slotGap(missing: 27)] {
            let words = Diagnostic(file: "a.csv", row: 3, column: "Слоты", value: "99", problem: problem)
                .words(in: language)
            #expect(words.contains("99") && words.contains("7") && words.contains("Слоты"))
        }
    }
}

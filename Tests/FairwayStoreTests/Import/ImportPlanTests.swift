import FairwayCore
@testable import FairwayStore
import Foundation
import Synchronization
import Testing

struct ImportPlanTests {
    private let store: ExpoStore

    init() async throws {
        store = try await TemporaryStore(try ExpoFixture.data()).store
    }

    private func batch(_ name: String = "Новая", ids: [Enterprise.ID] = ["E2", "N1"]) throws -> ImportBatch {
        var fixture = BatchFixture()
        fixture.add(try ids.map { try BatchFixture.enterprise($0, "\(name) \($0)") })
        return fixture.batch
    }

    /// Another writer is in the middle of a transaction while `body` runs.
    private func whileSomeoneWrites(_ body: () async throws -> Void) async throws {
        let outbox = store.outbox
        let busy = await BusyWriter(store) { try? outbox.post(to: "a@b.example", "during", "", $0) }
        let result: Result<Void, any Error>
        do { result = .success(try await body()) } catch { result = .failure(error) }
        await busy.finish()
        try result.get()
    }

    @Test func aPreviewNeitherWaitsForAWriterNorHoldsOneUp() async throws {
        let batch = try batch()
        try await whileSomeoneWrites {
            let report = try await store.imports.apply(batch, by: "test", dryRun: true, skipBadRows: true)
            #expect(report.counts[.enterprises]?.inserted == 1)
            #expect(report.counts[.enterprises]?.updated == 1)
            #expect(!report.isApplied)
        }
        #expect(try await store.enterprises.find("N1") == nil)
    }

    @Test func anImportThatIsRefusedDoesNotNeedTheWriter() async throws {
        var fixture = BatchFixture()
        fixture.add([try BatchFixture.enterprise("N1", "Новая", economy: "XX")])
        try await whileSomeoneWrites {
            let report = try await store.imports.apply(
                fixture.batch,
                by: "test",
                dryRun: false,
                skipBadRows: false
            )
            #expect(report.refusedRows.count == 1 && !report.isApplied)
        }
    }

    @Test(arguments: 1...12 as ClosedRange<UInt64>)
    func aPlanSaysWhatTheTransactionWouldSay(seed: UInt64) async throws {
        var random = SeededGenerator(seed: seed)
        var fixture = BatchFixture()
        let codes = ["E1", "E2", "E3", "E4", "N1", "N2", "N3", "N3"]
        let enterprises = try (0..<10).map { _ in
            try BatchFixture.enterprise(
                .init(codes[Int.random(in: 0..<codes.count, using: &random)]),
                ["Амурский ветер", "Новая", "Ёлки и шишки"][Int.random(in: 0..<3, using: &random)],
                economy: ["RU", "CN", "XX"][Int.random(in: 0..<3, using: &random)],
                region: [nil, "CN-HL", "RU-PRI"][Int.random(in: 0..<3, using: &random)]
            )
        }
        fixture.add(
            enterprises,
            fields: Bool.random(using: &random) ? ["code", "name_ru"] : Enterprise.table.columns
        )
        let delegation: Delegation.ID? = Bool.random(using: &random) ? "D1" : nil
        let expected = try await store.imports.applyHoldingOthersUp(
            fixture.batch,
            within: delegation,
            by: "test",
            dryRun: true,
            skipBadRows: true
        )
        let report = try await store.imports.plan(fixture.batch, within: delegation).report
        #expect(report == expected, "seed \(seed)")
    }

    @Test func whatIsWrittenIsWhatTheTransactionWouldWrite() async throws {
        let other = try await TemporaryStore(try ExpoFixture.data()).store
        let batch = try batch()
        let one = try await store.imports.apply(batch, by: "test", dryRun: false, skipBadRows: false)
        let two = try await other.imports.applyHoldingOthersUp(batch, by: "test", skipBadRows: false)
        #expect(one == two && one.isApplied)
        #expect(try await store.expo.data() == other.expo.data())
        let (log, otherLog) = (
            try await store.auditLog.latest(limit: 100), try await other.auditLog.latest(limit: 100)
        )
        #expect(
            log.map { "\($0.action) \($0.rowID) \($0.after ?? "")" }
                == otherLog.map { "\($0.action) \($0.rowID) \($0.after ?? "")" }
        )
        #expect(try await store.searchIndex.staleCount() == other.searchIndex.staleCount())
    }

    @Test func aPlanIsWorkedOutAnewWhenItsRowsChangedMeanwhile() async throws {
        let batch = try batch()
        let plan = try await store.imports.plan(batch)
        try await store.enterprises.setUnavailable([3], of: "E2", by: "other") { _ in true }
        #expect(try await store.imports.write(plan, of: batch, by: "test") == nil)
        #expect(try await store.enterprises.find("N1") == nil, "nothing is written")
        #expect(try await store.imports.apply(batch, by: "test", dryRun: false, skipBadRows: false).isApplied)
    }

    @Test func changesOfOtherRowsDoNotStandInItsWay() async throws {
        let batch = try batch()
        let plan = try await store.imports.plan(batch)
        try await store.enterprises.setUnavailable([3], of: "E1", by: "other") { _ in true }
        try await store.outbox.post(to: "a@b.example", subject: "x", body: "")
        #expect(try await store.imports.write(plan, of: batch, by: "test")?.isApplied == true)
        #expect(try await store.expo.data().enterprises.first { $0.id == "E1" }?.unavailableSlots == [3])
    }

    @Test func anExpoThatWasReplacedMeanwhileMakesAPlanStale() async throws {
        let batch = try batch()
        let plan = try await store.imports.plan(batch)
        try await store.expo.replaceAll(with: try ExpoFixture.data(), by: "other")
        #expect(try await store.imports.write(plan, of: batch, by: "test") == nil)
    }

    @Test func aPreviewLeavesNoFile() async throws {
        let temporary = try await TemporaryStore(try ExpoFixture.data())
        let before = try Files.names(in: temporary.folder)
        _ = try await temporary.store.imports.apply(try batch(), by: "test", dryRun: true, skipBadRows: true)
        #expect(try Files.names(in: temporary.folder) == before)
    }
}

/// SplitMix64 (Steele, Lea and Flood 2014).
private struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}

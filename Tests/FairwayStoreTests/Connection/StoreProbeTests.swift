import FairwayCore
@testable import FairwayStore
import Foundation
import Synchronization
import Testing

struct StoreProbeTests {
    private final class Clock: Sendable {
        private let seconds = Mutex(0.0)
        var now: Double { seconds.withLock { $0 } }
        func advance(by more: Double) { seconds.withLock { $0 += more } }
    }

    private let disk: PowerCutDisk
    private let store: ExpoStore
    private let clock = Clock()

    init() throws {
        disk = try PowerCutDisk(seed: 1)
        store = try TemporaryStore.open(disk.path)
    }

    private func probe(free: UInt64? = 1 << 40) -> StoreProbe {
        StoreProbe(store, seconds: { [clock] in clock.now }, freeBytes: { _ in free })
    }

    @Test func aStoreThatTakesAWriteIsReady() async throws {
        let before = disk.syncPoints
        #expect(await probe().readiness() == .ready)
        #expect(disk.syncPoints > before, "it was written to the disk")
        #expect(try await store.auditLog.latest(limit: 5).isEmpty, "and nothing was changed")
    }

    @Test func aFullDiskIsNotReadyUntilThereIsSpaceAgain() async {
        let probe = probe()
        disk.failWrites(13)
        #expect(await probe.readiness() == .diskFull)
        disk.failWrites(0)
        #expect(await probe.readiness() == .diskFull, "the answer counts for some seconds")
        clock.advance(by: StoreProbe.intervalSeconds)
        #expect(await probe.readiness() == .ready)
    }

    @Test func aDiskWithLittleSpaceIsNotReady() async {
        #expect(await probe(free: StoreProbe.minFreeBytes - 1).readiness() == .littleSpace(freeMB: 63))
        #expect(await probe(free: StoreProbe.minFreeBytes).readiness() == .ready)
        #expect(await probe(free: nil).readiness() == .ready)
    }

    @Test func howeverManyAskTheDiskIsAskedOnce() async {
        let probe = probe()
        let before = disk.syncPoints
        await withTaskGroup(of: StoreReadiness.self) { group in
            for _ in 0..<50 { group.addTask { await probe.readiness() } }
            for await readiness in group { #expect(readiness == .ready) }
        }
        #expect(disk.syncPoints - before == 1)
    }

    @Test func aLongWriteIsWaitedForAndOneTooLongIsSaid() async {
        let probe = probe()
        #expect(await probe.readiness() == .ready)
        let busy = await BusyWriter(store)
        clock.advance(by: StoreProbe.intervalSeconds)
        async let first = probe.readiness()
        while !probe.isAsking { await Task.yield() }
        #expect(await probe.readiness() == .ready, "as it was a moment ago")
        clock.advance(by: StoreProbe.patienceSeconds)
        #expect(await probe.readiness() == .busy)
        await busy.finish()
        #expect(await first == .ready)
    }

    @Test func everyAnswerIsSaidInEachLanguageAndNamesNoFile() {
        let all: [StoreReadiness] = [.ready, .littleSpace(freeMB: 3), .diskFull, .readOnly, .busy, .failing]
        for language in Language.allCases {
            let texts = all.map { $0.words(in: language) }
            #expect(Set(texts).count == all.count)
            #expect(!texts.contains { $0.contains("/") || $0.contains("sqlite") })
        }
    }
}

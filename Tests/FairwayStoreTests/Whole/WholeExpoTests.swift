import FairwayCore
@testable import FairwayStore
import Testing

struct WholeExpoTests {
    @Test func aNewStoreIsEmpty() throws {
        let temporary = try TemporaryStore()
        #expect(try temporary.store.isEmpty)
        #expect(try temporary.store.expoData() == ExpoData())
    }

    @Test func everyValueComesBackAsItWas() throws {
        let data = try ExpoFixture.data()
        let temporary = try TemporaryStore(data)
        #expect(try temporary.store.expoData() == data)
        #expect(try !temporary.store.isEmpty)
    }

    /// What matching, the catalogue and scheduling read is the whole without what they do not need.
    @Test func itsPartsAreThoseOfTheWhole() throws {
        let data = try ExpoFixture.data()
        let temporary = try TemporaryStore(data)
        var profiles = data
        profiles.halls = []
        profiles.tables = []
        profiles.stands = []
        profiles.representatives = []
        profiles.requests = []
        profiles.outcomes = []
        #expect(try temporary.store.profileData() == profiles)
        var programme = data
        programme.economies = []
        programme.regions = []
        programme.products = []
        programme.demands = []
        programme.representatives = []
        programme.outcomes = []
        #expect(try temporary.store.programmeData() == programme)
        #expect(!data.products.isEmpty && !data.requests.isEmpty && !data.representatives.isEmpty)
    }

    @Test func everyValueComesBackAfterReopening() throws {
        let data = try ExpoFixture.data()
        let temporary = try TemporaryStore(data)
        #expect(try TemporaryStore.open(temporary.path).expoData() == data)
    }

    @Test func replacingTakesTheOldExpoWithItsRunsAway() throws {
        let temporary = try TemporaryStore(try ExpoFixture.data())
        let store = temporary.store
        let run = try store.saveRun(
            ExpoFixture.programme([ExpoFixture.meeting("Q1", slot: 2)]),
            seed: 1,
            timeLimitSeconds: 1,
            elapsedSeconds: 1,
            startedAt: 0,
            by: "test"
        )
        _ = try store.publishUnchecked(run.id, by: "test")
        var smaller = try ExpoFixture.data()
        smaller.requests = []
        smaller.outcomes = []
        try store.replaceAll(with: smaller, by: "test")
        #expect(try store.expoData() == smaller)
        #expect(try store.runs().isEmpty)
        #expect(try store.publication() == nil)
    }

    @Test func aBrokenReferenceReplacesNothing() throws {
        let data = try ExpoFixture.data()
        let temporary = try TemporaryStore(data)
        var broken = data
        broken.halls = []
        #expect(throws: (any Error).self) { try temporary.store.replaceAll(with: broken, by: "test") }
        #expect(try temporary.store.expoData() == data)
    }

    @Test func whatOnlyTheLogHeldAtACrashIsThereAfterwards() throws {
        let temporary = try TemporaryStore(try ExpoFixture.data())
        // As a crash leaves it: the log not folded in, its index lost.
        let path = temporary.path("crashed.sqlite")
        try Files.copy(temporary.path, path)
        try Files.copy(temporary.path + "-wal", path + "-wal")
        #expect(try Files.bytes(path + "-wal").count > Files.bytes(path).count)
        #expect(try TemporaryStore.open(path).expoData() == ExpoFixture.data())
    }

    @Test func compactingLeavesEverythingInOneFile() throws {
        let temporary = try TemporaryStore(try ExpoFixture.data())
        try temporary.store.compact()
        let copy = temporary.path("copy.sqlite")
        try Files.copy(temporary.path, copy)
        #expect(try TemporaryStore.open(copy).expoData() == ExpoFixture.data())
    }
}

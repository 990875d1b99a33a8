import FairwayCore
@testable import FairwayStore
import Testing

struct WholeExpoTests {
    @Test func aNewStoreIsEmpty() async throws {
        let temporary = try await TemporaryStore()
        #expect(try await temporary.store.expo.isEmpty)
        #expect(try await temporary.store.expo.data() == ExpoData())
    }

    @Test func everyValueComesBackAsItWas() async throws {
        let data = try ExpoFixture.data()
        let temporary = try await TemporaryStore(data)
        #expect(try await temporary.store.expo.data() == data)
        #expect(try await !temporary.store.expo.isEmpty)
    }

    /// What matching, the catalogue and scheduling read is the whole without what they do not need.
    @Test func itsPartsAreThoseOfTheWhole() async throws {
        let data = try ExpoFixture.data()
        let temporary = try await TemporaryStore(data)
        var profiles = data
        profiles.halls = []
        profiles.tables = []
        profiles.stands = []
        profiles.representatives = []
        profiles.requests = []
        profiles.outcomes = []
        #expect(try await temporary.store.expo.profileData() == profiles)
        var programme = data
        programme.economies = []
        programme.regions = []
        programme.products = []
        programme.demands = []
        programme.representatives = []
        programme.outcomes = []
        #expect(try await temporary.store.expo.programmeData() == programme)
        #expect(!data.products.isEmpty && !data.requests.isEmpty && !data.representatives.isEmpty)
    }

    @Test func everyValueComesBackAfterReopening() async throws {
        let data = try ExpoFixture.data()
        let temporary = try await TemporaryStore(data)
        #expect(try await TemporaryStore.open(temporary.path).expo.data() == data)
    }

    @Test func replacingTakesTheOldExpoWithItsRunsAway() async throws {
        let temporary = try await TemporaryStore(try ExpoFixture.data())
        let store = temporary.store
        let run = try await store.programmes.save(
            ExpoFixture.programme([ExpoFixture.meeting("Q1", slot: 2)]),
            seed: 1,
            timeLimitSeconds: 1,
            elapsedSeconds: 1,
            startedAt: 0,
            by: "test"
        )
        _ = try await store.publishUnchecked(run.id, by: "test")
        var smaller = try ExpoFixture.data()
        smaller.requests = []
        smaller.outcomes = []
        try await store.expo.replaceAll(with: smaller, by: "test")
        #expect(try await store.expo.data() == smaller)
        #expect(try await store.programmes.runs().isEmpty)
        #expect(try await store.publications.latest() == nil)
    }

    @Test func aBrokenReferenceReplacesNothing() async throws {
        let data = try ExpoFixture.data()
        let temporary = try await TemporaryStore(data)
        var broken = data
        broken.halls = []
        await #expect(throws: (any Error).self) {
            try await temporary.store.expo.replaceAll(with: broken, by: "test")
        }
        #expect(try await temporary.store.expo.data() == data)
    }

    @Test func whatOnlyTheLogHeldAtACrashIsThereAfterwards() async throws {
        let temporary = try await TemporaryStore(try ExpoFixture.data())
        // As a crash leaves it: the log not folded in, its index lost.
        let path = temporary.path("crashed.sqlite")
        try Files.copy(temporary.path, path)
        try Files.copy(temporary.path + "-wal", path + "-wal")
        #expect(try Files.bytes(path + "-wal").count > Files.bytes(path).count)
        #expect(try await TemporaryStore.open(path).expo.data() == ExpoFixture.data())
    }

    @Test func compactingLeavesEverythingInOneFile() async throws {
        let temporary = try await TemporaryStore(try ExpoFixture.data())
        try temporary.store.compact()
        let copy = temporary.path("copy.sqlite")
        try Files.copy(temporary.path, copy)
        #expect(try await TemporaryStore.open(copy).expo.data() == ExpoFixture.data())
    }
}

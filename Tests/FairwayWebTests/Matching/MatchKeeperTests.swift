import fairway
import FairwayCore
import FairwayStore
@testable import FairwayWeb
import Logging
import Testing
import Workers

/// Proposals follow the profiles.
struct MatchKeeperTests {
    private let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }

    private func store() async throws -> ExpoStore {
        let store = try ExpoStore(path: WebStores.newPath(), now: { 1_800_000_000 })
        try await store.expo.replaceAll(
            with: SampleExpo.generate(seed: 3, scale: 0.02, regions: [], economies: []),
            by: "test"
        )
        return store
    }

    private func keeper(
        _ store: ExpoStore,
        maxSingly: Int = MatchKeeper.maxSingly,
        isReady: Bool = true
    ) -> MatchKeeper {
        MatchKeeper(
            store: store,
            workers: TestWorkers.pool,
            perEnterprise: 4,
            maxSingly: maxSingly,
            isReady: { isReady },
            logger: logger
        )
    }

    /// Languages change, goods do not: so how rare goods are is the same for a whole run, and the answers must be too.
    private func change(_ store: ExpoStore, _ number: Int, _ languages: [String]) async throws {
        let id = try await store.expo.data().enterprises[number].id
        var present = try #require(try await store.profiles.draft(of: id))
        present.draft.languages = languages
        try await store.profiles.save(present.draft, of: id, version: present.version, by: "test")
    }

    private func expected(_ store: ExpoStore) async throws -> [Match] {
        MatchEngine.matches(of: try await store.expo.data(), perEnterprise: 4)
            .sorted { ($0.seller, $0.buyer) < ($1.seller, $1.buyer) }
    }

    private func stored(_ store: ExpoStore) async throws -> [Match] {
        var found: [Match] = []
        for enterprise in try await store.expo.data().enterprises {
            found += try await store.matches.all(of: enterprise.id, limit: 10_000).map(\.match).filter {
                $0.seller == enterprise.id
            }
        }
        return found.sorted { ($0.seller, $0.buyer) < ($1.seller, $1.buyer) }
    }

    @Test func changedProfilesAreWeighedAnew() async throws {
        let store = try await store()
        try await store.matches.replace(try expected(store), by: "test")
        let keeper = keeper(store)
        try await TestWorkers.pool.session(MatchTask.self) { worker in
            var course = MatchKeeper.Course(seen: try await store.auditLog.changeNumber())
            for (number, languages) in [(3, ["ko"]), (7, ["en"]), (3, ["zh", "ru", "en"])] {
                try await change(store, number, languages)
                #expect(try await stored(store) != expected(store))
                try await keeper.look(&course, worker)
                #expect(try await stored(store) == expected(store))
            }
        }
        // The first change needed a whole run; the others were brought in alone.
        let actions = try await store.auditLog.latest(limit: 100).filter { $0.actor == MatchKeeper.actor }
            .map(\.action)
        #expect(actions.count { $0 == "replace" } == 1 && actions.count { $0 == "update" } == 2)
    }

    @Test(arguments: [(1, 2), (2, 1)])
    func manyChangedProfilesAreWeighedAtOnce(maxSingly: Int, wholeRuns: Int) async throws {
        let store = try await store()
        try await store.matches.replace(try expected(store), by: "test")
        let keeper = keeper(store, maxSingly: maxSingly)
        try await TestWorkers.pool.session(MatchTask.self) { worker in
            var course = MatchKeeper.Course(seen: try await store.auditLog.changeNumber())
            try await change(store, 3, ["ko"])
            try await keeper.look(&course, worker)
            try await change(store, 5, ["ko"])
            try await change(store, 7, ["en"])
            try await keeper.look(&course, worker)
            #expect(try await stored(store) == expected(store))
        }
        let actions = try await store.auditLog.latest(limit: 100).filter { $0.actor == MatchKeeper.actor }
            .map(\.action)
        #expect(actions.count { $0 == "replace" } == wholeRuns)
    }

    @Test func nothingIsProposedUnasked() async throws {
        let store = try await store()
        try await TestWorkers.pool.session(MatchTask.self) { worker in
            var course = MatchKeeper.Course(seen: try await store.auditLog.changeNumber())
            try await change(store, 3, ["ko"])
            try await keeper(store).look(&course, worker)
        }
        #expect(try await store.matches.count() == 0)
    }

    @Test func textsWithoutVectorsAreWaitedFor() async throws {
        let store = try await store()
        try await store.matches.replace(try expected(store), by: "test")
        try await TestWorkers.pool.session(MatchTask.self) { worker in
            var course = MatchKeeper.Course(seen: try await store.auditLog.changeNumber())
            try await change(store, 3, ["ko"])
            try await keeper(store, isReady: false).look(&course, worker)
            #expect(try await stored(store) != expected(store))
            try await keeper(store).look(&course, worker)
            #expect(try await stored(store) == expected(store))
        }
    }
}

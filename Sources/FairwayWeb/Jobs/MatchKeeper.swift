import FairwayCore
package import FairwayStore
package import Logging
import ServiceLifecycle
package import Workers

/// Keeps the proposed partners up to date while the server runs: a changed profile is weighed anew beside the others.
///
/// Nothing is proposed before the organiser has had partners proposed once. All weighing is a worker's, which keeps the whole
/// expo in its memory between two changes.
package final class MatchKeeper: Service {
    /// How often the store is asked whether something changed.
    private static let pause = Duration.seconds(2)
    /// After a worker has died of it, the same change is not tried again so soon.
    private static let pauseAfterFailure = Duration.seconds(60)
    static let actor = "matching"
    /// Beyond so many changed profiles all are weighed at once: one by one, each is a question and a commit.
    package static let maxSingly = 200

    private let store: ExpoStore
    private let workers: WorkerPool
    private let perEnterprise: Int
    private let maxSingly: Int
    private let isReady: @Sendable () async -> Bool
    private let leadership: Leadership
    private let logger: Logger

    /// - Parameter isReady: Whether the texts that have changed have their vectors.
    package init(
        store: ExpoStore,
        workers: WorkerPool,
        perEnterprise: Int,
        maxSingly: Int = MatchKeeper.maxSingly,
        isReady: @escaping @Sendable () async -> Bool,
        logger: Logger
    ) {
        self.store = store
        self.workers = workers
        self.perEnterprise = perEnterprise
        self.maxSingly = maxSingly
        self.isReady = isReady
        leadership = Leadership(store.leases, "matching", logger: logger)
        self.logger = logger
    }

    package func run() async throws {
        await cancelWhenGracefulShutdown {
            // A pool that is closed ends this, too.
            try? await self.workers.session(MatchTask.self) { worker in
                var course: Course?
                while !Task.isCancelled {
                    // Of several servers one weighs; another goes on where it stopped.
                    let step = await self.leadership.perform { [course] lease in
                        await self.step(course, worker, lease)
                    }
                    course = step?.course
                    try await Task.sleep(for: step?.pause ?? Self.pause)
                }
            }
            await self.leadership.resign()
        }
        // The pool is closed while exchanges under way still have time: a service that is gone before it is told to stop is an error.
        try? await gracefulShutdown()
    }

    /// - Parameter course: nil for the first step of a leadership.
    /// - Returns: the course from here, and how long to wait for the next step.
    private func step(_ course: Course?, _ worker: WorkerSession<MatchTask>, _ lease: Lease) async -> (
        course: Course?, pause: Duration
    ) {
        var present = course
        do {
            var going = if let course { course } else { try await start(lease) }
            present = going
            let seen = going.seen
            try await look(&going, worker, under: .lease(lease))
            if course == nil || going.seen != seen { try await store.leases.reach(going.seen, with: lease) }
            return (going, Self.pause)
        } catch {
            // The next question goes to a new worker, which knows nothing.
            present?.isWhole = false
            logger.error(
                "proposals could not be brought up to date",
                metadata: ["error": "\(type(of: error))"]
            )
            return (present, Self.pauseAfterFailure)
        }
    }

    /// Where the last leader stopped, or at what there is now.
    private func start(_ lease: Lease) async throws -> Course {
        if let reached = lease.reached { return Course(seen: reached) }
        return Course(seen: try await store.auditLog.changeNumber())
    }

    /// How far the keeper is.
    struct Course {
        /// The change up to which proposals are up to date.
        var seen: Int64
        /// Whether the worker has the whole expo.
        var isWhole = false

        init(seen: Int64) { self.seen = seen }
    }

    /// What the store says about changes since the last look.
    private struct News {
        var now: Int64
        var changed: ChangedProfiles
        var isReplaced: Bool
        var hasMatches: Bool
    }

    /// Weighs anew what has changed since the last look.
    /// - Parameter right: By which the proposals are stored.
    func look(
        _ course: inout Course,
        _ worker: WorkerSession<MatchTask>,
        under right: WriteRight = .one
    ) async throws {
        let seen = course.seen
        guard let news = try await news(since: seen) else { return }
        if news.isReplaced { course.isWhole = false }
        if news.changed == .these([]) || !news.hasMatches {
            course.seen = news.now
            return
        }
        guard await isReady() else { return }
        if !(try await update(news.changed, course, worker, right)) {
            try await makeWhole(worker, right)
            course.isWhole = true
        }
        course.seen = news.now
    }

    private func news(since seen: Int64) async throws -> News? {
        let now = try await store.auditLog.changeNumber()
        guard now > seen else { return nil }
        return News(
            now: now,
            changed: try await store.matches.changedProfiles(since: seen),
            isReplaced: try await store.matches.areReplaced(since: seen, except: Self.actor),
            hasMatches: try await store.matches.count() > 0
        )
    }

    /// - Returns: false when a whole run is needed.
    private func update(
        _ changed: ChangedProfiles,
        _ course: Course,
        _ worker: WorkerSession<MatchTask>,
        _ right: WriteRight
    ) async throws -> Bool {
        guard case .these(let enterprises) = changed, course.isWhole, enterprises.count <= maxSingly else {
            return false
        }
        for id in enterprises.sorted() {
            guard let input = try await input(for: id),
                case .change(let change?) = try await worker.ask(input, for: Self.actor)
            else { return false }
            try await store.matches.apply(change, by: Self.actor, under: right)
        }
        return true
    }

    private func input(for id: Enterprise.ID) async throws -> MatchTask.Input? {
        guard let profile = try await store.profiles.find(of: id) else { return nil }
        let (enterprise, products, demands) = profile
        guard let model = try await store.vectors.richestModel() else {
            return .one(enterprise, products, demands, nil)
        }
        let goods = try await store.vectors.goods(of: products, demands, by: model)
        return .one(enterprise, products, demands, goods)
    }

    private func makeWhole(_ worker: WorkerSession<MatchTask>, _ right: WriteRight) async throws {
        let answer = try await worker.ask(for: Self.actor) { [self] in
            try await .whole(of: store, perEnterprise: perEnterprise)
        }
        guard case .all(let matches) = answer else { return }
        try await store.matches.replace(matches, by: Self.actor, under: right)
    }
}

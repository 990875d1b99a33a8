import FairwayCore
package import FairwayStore
import Foundation
package import Logging
import ServiceLifecycle
import Synchronization

/// Keeps the proposed partners up to date while the server runs: a changed profile is weighed anew beside the others.
///
/// Nothing is proposed before the organiser has had partners proposed once.
package final class MatchKeeper: Service {
    /// Proposals of the whole expo, with the vectors that they go by.
    struct Whole {
        var board: MatchBoard
        var meaning: GoodsMeaning?
    }

    /// How often the store is asked whether something changed.
    private static let pause = Duration.seconds(2)
    static let actor = "matching"

    private let store: ExpoStore
    private let perEnterprise: Int
    private let isReady: @Sendable () -> Bool
    private let logger: Logger
    private let queue: OperationQueue
    private let course = Mutex(Course(seen: 0))

    /// - Parameter isReady: Whether the texts that have changed have their vectors.
    package init(
        store: ExpoStore,
        perEnterprise: Int,
        isReady: @escaping @Sendable () -> Bool,
        logger: Logger
    ) {
        self.store = store
        self.perEnterprise = perEnterprise
        self.isReady = isReady
        self.logger = logger
        queue = OperationQueue()
        queue.maxConcurrentOperationCount = 1
        queue.qualityOfService = .utility
    }

    package func run() async throws {
        let start = try store.changeNumber()
        course.withLock { $0.seen = start }
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                await self.offRequests {
                    self.course.withLock { course in
                        do { try self.look(&course) } catch {
                            self.logger.error("proposals could not be brought up to date: \(error)")
                        }
                    }
                }
                do { try await Task.sleep(for: Self.pause) } catch { return }
            }
        }
    }

    /// A whole run takes seconds, which the threads that answer requests must not lack.
    private func offRequests(_ work: @escaping @Sendable () -> Void) async {
        await withCheckedContinuation { continuation in
            queue.addOperation {
                work()
                continuation.resume()
            }
        }
    }

    /// How far the keeper is.
    struct Course {
        /// The change up to which proposals are up to date.
        var seen: Int64
        var whole: Whole?

        init(seen: Int64) { self.seen = seen }
    }

    /// Weighs anew what has changed since the last look.
    func look(_ course: inout Course) throws {
        let now = try store.changeNumber()
        guard now > course.seen else { return }
        let changed = try store.profilesChanged(since: course.seen)
        if try store.matchesReplaced(since: course.seen, except: Self.actor) { course.whole = nil }
        if changed == .these([]) {
            course.seen = now
            return
        }
        guard try store.matchCount() > 0 else {
            course.seen = now
            return
        }
        guard isReady() else { return }
        if !(try update(changed, &course)) { course.whole = try makeWhole() }
        course.seen = now
    }

    /// - Returns: false when a whole run is needed.
    private func update(_ changed: ChangedProfiles, _ course: inout Course) throws -> Bool {
        guard case .these(let enterprises) = changed, var whole = course.whole else { return false }
        course.whole = nil
        for id in enterprises.sorted() {
            guard let profile = try store.profile(of: id) else { return false }
            let links = try whole.meaning?.replace(
                products: profile.products,
                demands: profile.demands,
                store: store
            )
            let change = whole.board.replace(
                profile.enterprise,
                products: profile.products,
                demands: profile.demands,
                links: links ?? []
            )
            guard let change else { return false }
            try store.apply(change, by: Self.actor)
        }
        course.whole = whole
        return true
    }

    private func makeWhole() throws -> Whole {
        let data = try store.expoData()
        let meaning = try store.richestModel().map { try GoodsMeaning(data, model: $0, store: store) }
        let board = MatchBoard(data, perEnterprise: perEnterprise, affinity: try meaning?.affinity())
        try store.replaceMatches(board.matches, by: Self.actor)
        return Whole(board: board, meaning: meaning)
    }
}

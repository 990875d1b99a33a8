import Dispatch
import StoreSQL
import Synchronization

/// Commits together what several writers bring at the same time: one sync of the disk for all of them.
///
/// Each writer's changes stand in a savepoint of their own, so that one that fails takes nobody else's along. Nobody is
/// told that a write is done before the commit is. Writers go in the order in which they came.
final class GroupCommit: Sendable {
    /// At most so many writers share a commit, so that the first does not wait long for the last.
    static let maxWriters = 64

    private struct Queue {
        var waiting: [Ticket] = []
        /// Whether somebody is on the way through them.
        var isServed = false
    }

    private let backend: any StoreBackend
    private let queue = Mutex(Queue())
    private let thread = DispatchQueue(label: "fairway.store-writer")

    init(_ backend: any StoreBackend) {
        self.backend = backend
    }

    /// How many stand in line behind those who are committed now.
    var waiting: Int { queue.withLock { $0.waiting.count } }

    /// Runs `body` in a transaction and returns when it is committed.
    /// - Parameter isAlone: Shares its transaction with nobody.
    /// - Throws: what `body` throws, or why the commit failed; nothing of `body` is then in the store.
    func perform(isAlone: Bool, _ body: @escaping @Sendable (Database) throws -> Void) async throws {
        try await withCheckedThrowingContinuation { continuation in
            let ticket = Ticket(isAlone: isAlone, body: body) { continuation.resume(with: $0) }
            if enqueue(ticket) { thread.async { self.serve() } }
        }
    }

    /// - Returns: Whether nobody writes: the caller has to.
    private func enqueue(_ ticket: Ticket) -> Bool {
        queue.withLock { queue in
            queue.waiting.append(ticket)
            defer { queue.isServed = true }
            return !queue.isServed
        }
    }

    /// One group after another, until nobody waits.
    private func serve() {
        repeat { commitNextGroup() } while isAnyoneWaiting()
    }

    private func isAnyoneWaiting() -> Bool {
        queue.withLock { queue in
            queue.isServed = !queue.waiting.isEmpty
            return queue.isServed
        }
    }

    private func commitNextGroup() {
        var group: [Ticket] = []
        do {
            try backend.writeWithoutTransaction { db in
                // Taken now, and not before the writer was free: more have come since.
                group = takeGroup()
                Self.commit(group, db)
            }
        } catch {
            if group.isEmpty { group = takeGroup() }
            for ticket in group { ticket.fail(error) }
        }
        for ticket in group { ticket.finish() }
    }

    /// The first who waits, and whoever may share the transaction.
    private func takeGroup() -> [Ticket] {
        queue.withLock { queue in
            let count =
                queue.waiting.first?.isAlone == true
                ? 1 : queue.waiting.prefix(Self.maxWriters).prefix { !$0.isAlone }.count
            defer { queue.waiting.removeFirst(count) }
            return Array(queue.waiting.prefix(count))
        }
    }

    private static func commit(_ group: [Ticket], _ db: Database) {
        do {
            try db.inTransaction {
                if group.count == 1 {
                    for ticket in group { try ticket.run(db) }
                } else {
                    for ticket in group { try run(ticket, db) }
                }
            }
        } catch {
            for ticket in group { ticket.fail(error) }
        }
        // A long transaction has filled the cache.
        if group.contains(where: \.isAlone) { db.releaseMemory() }
    }

    private static func run(_ ticket: Ticket, _ db: Database) throws {
        do {
            try db.inSavepoint { try ticket.run(db) }
        } catch {
            // On a full disk SQLite takes the whole transaction back, and with it what others wrote.
            guard db.isInsideTransaction else { throw error }
            ticket.fail(error)
        }
    }
}

/// A writer who waits.
///
/// `@unchecked Sendable`: it goes from its owner to the writer's thread with the queue's lock, and back with `finished`.
private final class Ticket: @unchecked Sendable {
    let isAlone: Bool
    private let body: @Sendable (Database) throws -> Void
    private let finished: @Sendable (Result<Void, any Error>) -> Void
    private var result: Result<Void, any Error> = .success(())

    init(
        isAlone: Bool,
        body: @escaping @Sendable (Database) throws -> Void,
        finished: @escaping @Sendable (Result<Void, any Error>) -> Void
    ) {
        self.isAlone = isAlone
        self.body = body
        self.finished = finished
    }

    func run(_ db: Database) throws {
        try body(db)
    }

    /// The first reason is the one that counts.
    func fail(_ error: any Error) {
        if case .success = result { result = .failure(error) }
    }

    func finish() { finished(result) }
}

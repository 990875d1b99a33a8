import Foundation
import GRDB
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
        /// Whether someone commits, for themselves and for others.
        var isLed = false
    }

    private let queue = Mutex(Queue())

    /// How many stand in line behind whoever commits now.
    var waiting: Int { queue.withLock { $0.waiting.count } }

    /// Runs `body` in a transaction and returns when it is committed.
    /// - Parameter isAlone: Shares its transaction with nobody.
    /// - Throws: what `body` throws, or why the commit failed; nothing of `body` is then in the store.
    func perform(on pool: DatabasePool, isAlone: Bool, _ body: (Database) throws -> Void) throws {
        // The body does not outlive this call: whoever runs it has done so before the ticket is signalled.
        try withoutActuallyEscaping(body) { body in
            let ticket = Ticket(isAlone: isAlone, body: body)
            let isLeader = queue.withLock { queue in
                queue.waiting.append(ticket)
                defer { queue.isLed = true }
                return !queue.isLed
            }
            if isLeader || ticket.waitsToLead() { lead(ticket, pool) }
            try ticket.result.get()
        }
    }

    /// Commits one group, then hands over to the first who waits.
    private func lead(_ ticket: Ticket, _ pool: DatabasePool) {
        let group = pool.writeWithoutTransaction { db in
            // Taken now, and not before the writer was free: more have come since.
            let group = takeGroup()
            Self.commit(group, db)
            return group
        }
        let next = queue.withLock { queue in
            queue.isLed = !queue.waiting.isEmpty
            return queue.waiting.first
        }
        for other in group where other !== ticket { other.signal(leads: false) }
        next?.signal(leads: true)
    }

    /// The leader, who is the first, and whoever may share its transaction.
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
            try db.inTransaction(.immediate) {
                if group.count == 1 {
                    for ticket in group { try ticket.run(db) }
                } else {
                    for ticket in group { try run(ticket, db) }
                }
                return .commit
            }
        } catch {
            for ticket in group { ticket.fail(error) }
        }
        for ticket in group { ticket.letGo() }
        // A long transaction has filled the cache.
        if group.contains(where: \.isAlone) { try? db.execute(sql: "PRAGMA shrink_memory") }
    }

    private static func run(_ ticket: Ticket, _ db: Database) throws {
        do {
            try db.inSavepoint {
                try ticket.run(db)
                return .commit
            }
        } catch {
            // On a full disk SQLite takes the whole transaction back, and with it what others wrote.
            guard db.isInsideTransaction else { throw error }
            ticket.fail(error)
        }
    }
}

/// A writer who waits.
///
/// `@unchecked Sendable`: only the leader touches it, and its owner only after the semaphore was signalled.
private final class Ticket: @unchecked Sendable {
    let isAlone: Bool
    private var body: ((Database) throws -> Void)?
    private(set) var result: Result<Void, any Error> = .success(())
    private var leads = false
    private let turn = DispatchSemaphore(value: 0)

    init(isAlone: Bool, body: @escaping (Database) throws -> Void) {
        self.isAlone = isAlone
        self.body = body
    }

    func run(_ db: Database) throws {
        try body?(db)
    }

    /// Before its owner goes on: the body is the owner's and must not outlive that call.
    func letGo() {
        body = nil
    }

    /// The first reason is the one that counts.
    func fail(_ error: any Error) {
        if case .success = result { result = .failure(error) }
    }

    func signal(leads: Bool) {
        self.leads = leads
        turn.signal()
    }

    /// - Returns: false when another has committed for it.
    func waitsToLead() -> Bool {
        turn.wait()
        return leads
    }
}

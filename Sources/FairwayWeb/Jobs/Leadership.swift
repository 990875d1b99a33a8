import FairwayStore
import Foundation
import Logging
import Synchronization

/// Does a thing in one server at a time, of all that share a store.
///
/// The lease is kept between two pieces of work, and renewed while one lasts. Work whose lease is lost is cancelled; what it
/// still stores under the lease is refused.
final class Leadership: Sendable {
    private struct Held {
        var lease: Lease
        var renewedAt: ContinuousClock.Instant
    }

    private let leases: LeaseRepository
    private let name: String
    private let logger: Logger
    /// No other server has it.
    private let holder = UUID().uuidString
    private let held = Mutex<Held?>(nil)

    /// A third of the time a lease lasts: two renewals may fail.
    private static let renewal = Duration.seconds(LeaseRepository.seconds / 3)

    init(_ leases: LeaseRepository, _ name: String, logger: Logger) {
        self.leases = leases
        self.name = name
        self.logger = logger
    }

    /// - Returns: nil when another server has the lease, or nobody can tell; the work was not begun then.
    func perform<Value: Sendable>(_ work: @escaping @Sendable (Lease) async -> Value) async -> Value? {
        guard let lease = await lease() else { return nil }
        return await withTaskGroup(of: Value?.self) { group in
            group.addTask { await work(lease) }
            group.addTask {
                await self.renew(lease)
                return nil
            }
            // The work always answers; one whose lease is lost answers when it has noticed that it is cancelled.
            var value: Value?
            while let answer = await group.next() {
                if let answer { value = answer }
                group.cancelAll()
            }
            return value
        }
    }

    /// For a server that stops: the next one need not wait.
    func resign() async {
        guard let lease = held.withLock({ $0?.lease }) else { return }
        held.withLock { $0 = nil }
        do { try await leases.release(lease) } catch {
            logger.warning("a lease could not be let go", error: error, metadata: ["lease": "\(name)"])
        }
    }

    private func lease() async -> Lease? {
        let now = ContinuousClock.now
        let fresh = held.withLock { held in
            held.flatMap { now - $0.renewedAt < Self.renewal ? $0.lease : nil }
        }
        if let fresh { return fresh }
        do {
            let lease = try await leases.claim(name, for: holder)
            held.withLock { $0 = lease.map { Held(lease: $0, renewedAt: now) } }
            return lease
        } catch {
            logger.warning("a lease could not be asked for", error: error, metadata: ["lease": "\(name)"])
            return nil
        }
    }

    /// Returns when the lease is lost.
    private func renew(_ lease: Lease) async {
        while true {
            do { try await Task.sleep(for: Self.renewal) } catch { return }
            let renewed = await self.lease()
            if let renewed, renewed.term == lease.term { continue }
            // A store that does not answer for a moment takes nothing away: the others cannot ask it either.
            if renewed == nil, held.withLock({ $0 != nil }) { continue }
            return
        }
    }
}

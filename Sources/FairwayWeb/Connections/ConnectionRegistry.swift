import NIOCore
import Synchronization

/// All connections of the server.
///
/// At the limit the one that does least makes room.
final class ConnectionRegistry: Sendable {
    private struct Entry {
        var channel: any Channel
        var address: String
        var isDispensable = true
        var isBody = false
        var since: NIODeadline
    }

    private struct State {
        var entries: [Int: Entry] = [:]
        var ofAddress: [String: Int] = [:]
        var lastNumber = 0
    }

    let limits: ConnectionLimits
    let unread: UnreadAnswers
    private let state = Mutex(State())

    init(limits: ConnectionLimits = .usual) {
        self.limits = limits
        unread = UnreadAnswers(maxBytes: limits.maxUnread)
    }

    var count: Int { state.withLock { $0.entries.count } }

    /// - Returns: its number; nil when there is no room for it.
    func admit(_ channel: any Channel, now: NIODeadline) -> Int? {
        let address = channel.remoteAddress?.ipAddress ?? "local"
        let (number, victim) = state.withLock { state -> (Int?, (any Channel)?) in
            let isOwn = ["127.0.0.1", "::1", "local"].contains(address)
            guard isOwn || state.ofAddress[address, default: 0] < limits.maxOfAddress else {
                return (nil, nil)
            }
            var victim: (any Channel)?
            if state.entries.count >= limits.maxConnections {
                guard let oldest = Self.leastMissed(state, slowSince: now - limits.slowBody) else {
                    return (nil, nil)
                }
                victim = state.entries[oldest]?.channel
                Self.remove(oldest, &state)
            }
            state.lastNumber += 1
            state.entries[state.lastNumber] = Entry(channel: channel, address: address, since: now)
            state.ofAddress[address, default: 0] += 1
            return (state.lastNumber, victim)
        }
        victim?.close(promise: nil)
        return number
    }

    /// The one that has done nothing the longest, else the slowest body.
    private static func leastMissed(_ state: State, slowSince: NIODeadline) -> Int? {
        let idle = state.entries.filter(\.value.isDispensable)
        let slow = state.entries.lazy.filter { $0.value.isBody && $0.value.since < slowSince }
        return (idle.min { $0.value.since < $1.value.since } ?? slow.min { $0.value.since < $1.value.since })?
            .key
    }

    func update(_ number: Int, isDispensable: Bool, isBody: Bool, since: NIODeadline) {
        state.withLock { state in
            state.entries[number]?.isBody = isBody
            state.entries[number]?.isDispensable = isDispensable
            state.entries[number]?.since = since
        }
    }

    func leave(_ number: Int) { state.withLock { Self.remove(number, &$0) } }

    private static func remove(_ number: Int, _ state: inout State) {
        guard let entry = state.entries.removeValue(forKey: number) else { return }
        let left = (state.ofAddress[entry.address] ?? 1) - 1
        state.ofAddress[entry.address] = left > 0 ? left : nil
    }
}

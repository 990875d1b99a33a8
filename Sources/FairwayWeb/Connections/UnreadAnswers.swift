import NIOCore
import Synchronization

/// How many bytes of answers wait for readers who do not take them, all connections together.
///
/// Answers that share their bytes, as those of one file of the catalogue, count once. Beyond the limit whoever has taken nothing the
/// longest is closed.
final class UnreadAnswers: Sendable {
    /// Where the bytes of an answer are: as long as they wait, nothing else is there.
    typealias Storage = UInt

    private struct Reader {
        var channel: any Channel
        /// When the answer began, or a piece of it was taken.
        var since: NIODeadline
        var storages: [Storage: Int] = [:]
    }

    private struct State {
        var total = 0
        var ofStorage: [Storage: (bytes: Int, holders: Int)] = [:]
        var readers: [Int: Reader] = [:]
    }

    private let maxBytes: Int
    private let state = Mutex(State())

    init(maxBytes: Int) { self.maxBytes = maxBytes }

    var bytes: Int { state.withLock { $0.total } }

    /// An answer begins to wait.
    /// - Parameter number: The connection's.
    func hold(_ storage: Storage, bytes: Int, by number: Int, on channel: any Channel, now: NIODeadline) {
        let victims = state.withLock { state -> [any Channel] in
            state.readers[number, default: Reader(channel: channel, since: now)].storages[
                storage,
                default: 0
            ] += 1
            if let known = state.ofStorage[storage] {
                state.ofStorage[storage] = (max(known.bytes, bytes), known.holders + 1)
                state.total += max(0, bytes - known.bytes)
            } else {
                state.ofStorage[storage] = (bytes, 1)
                state.total += bytes
            }
            var victims: [any Channel] = []
            while state.total > maxBytes {
                // The one that has just come may be alone: one answer is always possible.
                let others = state.readers.lazy.filter { $0.key != number }
                guard let slowest = others.min(by: { $0.value.since < $1.value.since }) else { break }
                Self.forget(slowest.key, &state)
                victims.append(slowest.value.channel)
            }
            return victims
        }
        for victim in victims { victim.close(promise: nil) }
    }

    /// A piece of an answer was taken.
    func taken(by number: Int, now: NIODeadline) {
        state.withLock { $0.readers[number]?.since = now }
    }

    /// An answer was taken whole, or will never be.
    func release(_ storage: Storage, by number: Int) {
        state.withLock { state in
            guard let count = state.readers[number]?.storages[storage] else { return }
            state.readers[number]?.storages[storage] = count > 1 ? count - 1 : nil
            if state.readers[number]?.storages.isEmpty == true { state.readers[number] = nil }
            Self.leave(storage, &state)
        }
    }

    private static func forget(_ number: Int, _ state: inout State) {
        guard let reader = state.readers.removeValue(forKey: number) else { return }
        for (storage, count) in reader.storages {
            for _ in 0..<count { leave(storage, &state) }
        }
    }

    private static func leave(_ storage: Storage, _ state: inout State) {
        guard let known = state.ofStorage[storage] else { return }
        if known.holders > 1 {
            state.ofStorage[storage]?.holders -= 1
        } else {
            state.ofStorage[storage] = nil
            state.total -= known.bytes
        }
    }
}

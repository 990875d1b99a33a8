import FairwayCore
import Synchronization

/// The names of a store, taken apart once and kept while they are the same.
///
/// The lock is held while names are taken apart: whoever asks for the same meanwhile waits and computes nothing.
final class NameMemory: Sendable {
    /// All names and the store's change number; nil when that is still what it was.
    typealias Reading = (_ known: Int64) throws -> (change: Int64, entries: [NameIndex.Entry])?

    private struct State: Sendable {
        var change: Int64 = -1
        var index = NameIndex()
        var suspects: [SuspectName]?
    }

    private let state = Mutex(State())
    private let cache = NameTraitsCache()

    /// Traits of names that may be those of the store, and may be what somebody types.
    func traits(of names: [LocalizedText]) -> [[NameTraits]] { cache.traits(of: names, isKept: false) }

    func index(_ read: Reading) throws -> NameIndex {
        try state.withLock { state in
            try refresh(&state, read)
            return state.index
        }
    }

    func suspects(_ read: Reading) throws -> [SuspectName] {
        try state.withLock { state in
            try refresh(&state, read)
            if let suspects = state.suspects { return suspects }
            let suspects = state.index.suspects()
            state.suspects = suspects
            return suspects
        }
    }

    private func refresh(_ state: inout State, _ read: Reading) throws {
        guard let (change, entries) = try read(state.change) else { return }
        // Most changes are of something else.
        if entries != state.index.entries {
            let traits = cache.traits(of: entries.map(\.name), isKept: true)
            state.index = NameIndex(entries, traits: traits)
            state.suspects = nil
        }
        state.change = change
    }
}

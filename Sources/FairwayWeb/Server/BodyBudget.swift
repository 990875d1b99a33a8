import Synchronization

/// How many bytes of bodies the server collects at once: in all, and from one source.
///
/// Each body has a limit of its own, and many of them under way would fill the memory all the same.
final class BodyBudget: Sendable {
    struct Limits: Equatable, Sendable {
        var total: Int
        var perSource: Int

        /// Three forms with images from one source, or ninety profiles; 2,000 people of a venue may share an address.
        static let usual = Limits(total: 256 << 20, perSource: 96 << 20)
    }

    private struct State {
        var total = 0
        var ofSource: [ClientSource: Int] = [:]
    }

    private let limits: Limits
    private let state = Mutex(State())

    init(limits: Limits = .usual) {
        self.limits = limits
    }

    /// The bytes that are set aside now.
    var taken: Int { state.withLock { $0.total } }

    /// Sets bytes aside for as long as `work` takes.
    /// - Throws: `BodyError.noRoom` when there are not so many left, or what the work throws.
    func withRoom<Value: Sendable>(
        _ bytes: Int,
        of source: ClientSource,
        _ work: () async throws -> Value
    ) async throws -> Value {
        guard take(bytes, of: source) else { throw BodyError.noRoom }
        defer { giveBack(bytes, of: source) }
        return try await work()
    }

    private func take(_ bytes: Int, of source: ClientSource) -> Bool {
        state.withLock { state in
            let own = state.ofSource[source] ?? 0
            guard bytes <= limits.total - state.total, bytes <= limits.perSource - own else { return false }
            state.total += bytes
            state.ofSource[source] = own + bytes
            return true
        }
    }

    private func giveBack(_ bytes: Int, of source: ClientSource) {
        state.withLock { state in
            let left = (state.ofSource[source] ?? bytes) - bytes
            state.total -= bytes
            state.ofSource[source] = left > 0 ? left : nil
        }
    }
}

import Synchronization

/// What bodies of the request that is being answered are collected in, from their first byte until there is an answer: what was made
/// of them is in memory as long.
final class BodyRoom: Sendable {
    private let budget: BodyBudget
    private let source: ClientSource
    private let held = Mutex(0)

    init(budget: BodyBudget, source: ClientSource) {
        self.budget = budget
        self.source = source
    }

    /// Of the request whose task this is; `GuardMiddleware` sets it.
    @TaskLocal static var current: BodyRoom?

    /// Room for whatever is collected while `work` goes on.
    static func with<Value: Sendable>(
        _ budget: BodyBudget,
        for source: ClientSource,
        _ work: () async throws -> Value
    ) async throws -> Value {
        let room = BodyRoom(budget: budget, source: source)
        defer { budget.giveBack(room.held.withLock { $0 }, of: source) }
        return try await $current.withValue(room) { try await work() }
    }

    /// Holds so many bytes while they are collected, and what they have become from then on.
    /// - Throws: `BodyError.noRoom`, or what the work throws.
    func collecting<Body: Sendable>(
        _ bytes: Int,
        _ work: () async throws -> Body,
        size: (Body) -> Int
    ) async throws -> Body {
        guard budget.take(bytes, of: source) else { throw BodyError.noRoom }
        var kept = 0
        defer {
            budget.giveBack(bytes - kept, of: source)
            held.withLock { [kept] in $0 += kept }
        }
        let body = try await work()
        kept = min(size(body), bytes)
        return body
    }
}

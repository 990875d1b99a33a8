import Synchronization

/// What bodies of the request that is being answered are collected in, from their first byte until there is an answer: what was made
/// of them is in memory as long.
final class BodyRoom: Sendable {
    private struct Held {
        var forms = 0
        var files = 0
    }

    private let budgets: BodyBudgets
    private let source: ClientSource
    private let held = Mutex(Held())

    private init(budgets: BodyBudgets, source: ClientSource) {
        self.budgets = budgets
        self.source = source
    }

    /// Of the request whose task this is; `GuardMiddleware` sets it.
    @TaskLocal static var current: BodyRoom?

    /// Room for whatever is collected while `work` goes on.
    static func with<Value: Sendable>(
        _ budgets: BodyBudgets,
        for source: ClientSource,
        _ work: () async throws -> Value
    ) async throws -> Value {
        let room = BodyRoom(budgets: budgets, source: source)
        defer {
            let held = room.held.withLock { $0 }
            budgets.forms.giveBack(held.forms, of: source)
            budgets.files.giveBack(held.files, of: source)
        }
        return try await $current.withValue(room) { try await work() }
    }

    /// Sets aside what has come of a body.
    /// - Parameter maxBytes: What the body says it has, else what its route lets it have.
    /// - Throws: `BodyError.noRoom`.
    func take(_ bytes: Int, ofBodyOf maxBytes: Int) throws(BodyError) {
        let isForm = maxBytes <= BodyBudgets.longestForm
        guard (isForm ? budgets.forms : budgets.files).take(bytes, of: source) else { throw .noRoom }
        held.withLock { held in
            if isForm { held.forms += bytes } else { held.files += bytes }
        }
    }
}

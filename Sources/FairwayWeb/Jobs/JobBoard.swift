package import FairwayCore

/// The engines as the web needs them; the command line plugs them in.
package struct WebEngines: Sendable {
    package var match: @Sendable () throws -> Int
    package var schedule:
        @Sendable (_ seconds: Double, _ report: @escaping @Sendable (JobProgress) -> Void) throws -> Run

    package init(
        match: @escaping @Sendable () throws -> Int,
        schedule:
            @escaping @Sendable (_ seconds: Double, _ report: @escaping @Sendable (JobProgress) -> Void) throws -> Run
    ) {
        self.match = match
        self.schedule = schedule
    }
}

/// How far a job is.
package struct JobProgress: Sendable, Equatable {
    /// 0 … 1.
    package var share: Double
    package var placedWeight: Int?
    package var bound: Int?
    package var breaks: Int?

    package init(share: Double, placedWeight: Int? = nil, bound: Int? = nil, breaks: Int? = nil) {
        self.share = share
        self.placedWeight = placedWeight
        self.bound = bound
        self.breaks = breaks
    }
}

/// The one job that may run at a time, and who watches it.
actor JobBoard {
    enum Kind: String, Sendable {
        case match, schedule
    }

    enum State: Sendable, Equatable {
        case idle
        case running(Kind, JobProgress)
        case finished(Kind, result: Int)
        case failed(Kind, String)
    }

    private(set) var state = State.idle
    private var watchers: [Int: AsyncStream<State>.Continuation] = [:]
    private var nextWatcher = 0

    /// Takes the board for a job.
    /// - Returns: false when another job runs.
    func begin(_ kind: Kind) -> Bool {
        if case .running = state { return false }
        change(.running(kind, JobProgress(share: 0)))
        return true
    }

    func report(_ kind: Kind, _ progress: JobProgress) {
        if case .running = state { change(.running(kind, progress)) }
    }

    func finish(_ state: State) { change(state) }

    /// The states from now on, the present one first.
    func states() -> AsyncStream<State> {
        let number = nextWatcher
        nextWatcher += 1
        let (stream, continuation) = AsyncStream.makeStream(of: State.self, bufferingPolicy: .bufferingNewest(8))
        continuation.yield(state)
        watchers[number] = continuation
        continuation.onTermination = { [weak self] _ in
            Task { await self?.forget(number) }
        }
        return stream
    }

    private func forget(_ number: Int) { watchers[number] = nil }

    private func change(_ state: State) {
        self.state = state
        for watcher in watchers.values { watcher.yield(state) }
    }
}

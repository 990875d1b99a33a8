package import FairwayCore

/// The engines as the web needs them; the command line plugs them in.
package struct WebEngines: Sendable {
    package var match: @Sendable () throws -> Int
    package var schedule:
        @Sendable (_ seconds: Double, _ report: @escaping @Sendable (JobProgress) -> Void) throws -> Run

    package init(
        match: @escaping @Sendable () throws -> Int,
        schedule:
            @escaping @Sendable (_ seconds: Double, _ report: @escaping @Sendable (JobProgress) -> Void)
            throws -> Run
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
    var openStreams: Int { watchers.count }
    private var nextWatcher = 0
    private var isClosed = false

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

    /// The states from now on, the present one first, until `lifetime` has passed or the server stops.
    func states(for lifetime: Duration) -> AsyncStream<State> {
        let number = nextWatcher
        nextWatcher += 1
        let (stream, continuation) = AsyncStream.makeStream(
            of: State.self,
            bufferingPolicy: .bufferingNewest(8)
        )
        continuation.yield(state)
        guard !isClosed else {
            continuation.finish()
            return stream
        }
        watchers[number] = continuation
        let end = Task {
            try? await Task.sleep(for: lifetime)
            self.forget(number)
        }
        continuation.onTermination = { _ in end.cancel() }
        return stream
    }

    /// Lets every watcher go: a server that stops must not wait for them.
    func close() {
        isClosed = true
        for number in watchers.keys { forget(number) }
    }

    private func forget(_ number: Int) { watchers.removeValue(forKey: number)?.finish() }

    private func change(_ state: State) {
        self.state = state
        for watcher in watchers.values { watcher.yield(state) }
    }
}

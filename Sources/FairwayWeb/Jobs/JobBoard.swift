import FairwayCore
import Workers

/// The one job that may run at a time, and who watches it.
actor JobBoard {
    enum Kind: String, Sendable {
        case match, schedule
    }

    enum State: Sendable, Equatable {
        case idle
        case running(Kind, WorkerProgress)
        case finished(Kind, result: Int)
        /// With why, when that can be said.
        case failed(Kind, LocalizedText)
        case cancelled(Kind)
    }

    private(set) var state = State.idle
    private var watchers: [Int: AsyncStream<State>.Continuation] = [:]
    var openStreams: Int { watchers.count }
    private var nextWatcher = 0
    private var isClosed = false

    /// Watchers at once; a browser that finds no place asks again.
    static let maxWatchers = 200

    /// Takes the board for a job.
    /// - Returns: false when another job runs.
    func begin(_ kind: Kind) -> Bool {
        if isClosed { return false }
        if case .running = state { return false }
        change(.running(kind, WorkerProgress(share: 0)))
        return true
    }

    func report(_ kind: Kind, _ progress: WorkerProgress) {
        if case .running = state { change(.running(kind, progress)) }
    }

    func finish(_ state: State) { change(state) }

    /// The states from now on, the present one first, until `end(_:after:)` or the end of the server.
    func states() -> (watcher: Int, stream: AsyncStream<State>) {
        let number = nextWatcher
        nextWatcher += 1
        let (stream, continuation) = AsyncStream.makeStream(
            of: State.self,
            bufferingPolicy: .bufferingNewest(8)
        )
        continuation.yield(state)
        guard !isClosed, watchers.count < Self.maxWatchers else {
            continuation.finish()
            return (number, stream)
        }
        watchers[number] = continuation
        return (number, stream)
    }

    /// Lets a watcher go after a time, or at once when its reader has gone.
    func end(_ watcher: Int, after lifetime: Duration) async {
        try? await Task.sleep(for: lifetime)
        watchers.removeValue(forKey: watcher)?.finish()
    }

    /// Lets every watcher go: a server that stops must not wait for them.
    func close() {
        isClosed = true
        for watcher in watchers.values { watcher.finish() }
        watchers = [:]
    }

    private func change(_ state: State) {
        self.state = state
        for watcher in watchers.values { watcher.yield(state) }
    }
}

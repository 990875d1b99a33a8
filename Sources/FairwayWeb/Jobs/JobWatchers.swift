/// Who watches the organiser's job from this server.
actor JobWatchers {
    private(set) var state = JobState.idle
    private var watchers: [Int: AsyncStream<JobState>.Continuation] = [:]
    private var nextWatcher = 0
    private var isClosed = false

    /// Watchers at once; a browser that finds no place asks again.
    static let maxWatchers = 200

    var openStreams: Int { watchers.count }

    func show(_ state: JobState) {
        guard state != self.state else { return }
        self.state = state
        for watcher in watchers.values { watcher.yield(state) }
    }

    /// The states from now on, the present one first, until `end(_:after:)` or the end of the server.
    func states() -> (watcher: Int, stream: AsyncStream<JobState>) {
        let number = nextWatcher
        nextWatcher += 1
        let (stream, continuation) = AsyncStream.makeStream(
            of: JobState.self,
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
}

import Synchronization

/// The frames of a question until they are sent: a whole expo's are some hundred megabytes, and an answer may take minutes.
final class WorkerQuestion: Sendable {
    private let frames: Mutex<[WorkerFrame]>

    init(_ frames: [WorkerFrame]) { self.frames = Mutex(frames) }

    /// - Returns: the next frame, which is kept no longer.
    func next() -> WorkerFrame? {
        frames.withLock { $0.isEmpty ? nil : $0.removeFirst() }
    }
}

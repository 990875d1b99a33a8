import Synchronization

/// The frames of a question until they are sent, or of an answer until they are read: a whole expo's are some hundred megabytes,
/// and each is kept no longer than it is needed.
final class WorkerFrames: Sendable {
    /// The last first.
    private let frames: Mutex<[WorkerFrame]>

    init(_ frames: [WorkerFrame]) { self.frames = Mutex(frames.reversed()) }

    func next() -> WorkerFrame? { frames.withLock { $0.popLast() } }
}

import Synchronization

/// The frames of a question until they are sent, or of an answer until they are read: a whole expo's are some hundred megabytes,
/// so each is made when it is its turn, and kept no longer than it is needed.
final class WorkerFrames: Sendable {
    typealias Maker = @Sendable () throws -> WorkerFrame

    /// The last first.
    private let makers: Mutex<[Maker]>

    init(_ frames: [WorkerFrame]) {
        makers = Mutex(frames.reversed().map { frame in { frame } })
    }

    /// Those of a value, of which nothing is kept but what is still to be sent.
    init(of value: some Codable) throws {
        makers = Mutex(try WorkerMessage.frames(of: value).reversed())
    }

    func next() throws -> WorkerFrame? { try makers.withLock { $0.popLast() }?() }
}

import Foundation
import Subprocess

/// Takes a worker's output apart into frames.
struct WorkerFrameReader {
    private var buffers: SubprocessOutputSequence.AsyncIterator
    private var bytes = Data()

    init(_ output: SubprocessOutputSequence) {
        buffers = output.makeAsyncIterator()
    }

    /// - Returns: nil at the end of the output, also in the middle of a frame.
    /// - Throws: `WorkerProtocolError` for what is no frame.
    mutating func next() async throws -> WorkerFrame? {
        guard let header = try await take(WorkerFrame.headerLength) else { return nil }
        guard let head = WorkerFrame.head(header) else { throw WorkerProtocolError.damaged }
        return try await take(head.length).map { WorkerFrame(kind: head.kind, bytes: $0) }
    }

    private mutating func take(_ count: Int) async throws -> Data? {
        while bytes.count < count {
            guard let buffer = try await buffers.next() else { return nil }
            buffer.withUnsafeBytes { bytes.append(contentsOf: $0) }
        }
        defer { bytes = Data(bytes.dropFirst(count)) }
        return Data(bytes.prefix(count))
    }
}

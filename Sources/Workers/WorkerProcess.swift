import FairwayCore
import Foundation
import Glibc

/// The worker's side: binds itself, then answers questions until there are no more.
package enum WorkerProcess {
    /// What `fairway worker` ends with when it could not begin.
    package static let cannotBegin: Int32 = 78

    /// - Parameter tasks: The tasks of this program; those of Fairway unless it is another one.
    /// - Returns: the exit code.
    package static func run(_ name: String, among tasks: [any WorkerTask.Type] = WorkerTasks.all) -> Int32 {
        guard let task = tasks.first(where: { $0.name == name }) else { return cannotBegin }
        return run(task)
    }

    private static func run<Work: WorkerTask>(_ type: Work.Type) -> Int32 {
        guard Work.limits.bind(), let pipes = WorkerPipes() else { return cannotBegin }
        var task = Work()
        do {
            while let frame = try pipes.read() {
                guard frame.kind == .value else { return cannotBegin }
                let input = try WorkerMessage.value(Work.Input.self, from: frame.bytes, next: pipes.read)
                Work.limits.allowTime()
                try answer(&task, input, pipes)
            }
            return 0
        } catch {
            // The message names a type and a place, never a value.
            FileHandle.standardError.write(Data("worker \(Work.name): \(Swift.type(of: error))\n".utf8))
            return 1
        }
    }

    private static func answer<Work: WorkerTask>(
        _ task: inout Work,
        _ input: Work.Input,
        _ pipes: WorkerPipes
    )
        throws
    {
        do {
            let output = try task.run(input) { progress in
                // A reader that has gone is told by the answer; progress alone is no reason to end.
                if let bytes = try? JSONEncoder().encode(progress) {
                    try? pipes.write(WorkerFrame(kind: .progress, bytes: bytes))
                }
            }
            let frames = try WorkerFrames(of: output)
            while let frame = try frames.next() { try pipes.write(frame) }
        } catch let error as any WordedError {
            let refusal = try JSONEncoder().encode(WorkerRefusal(error))
            try pipes.write(WorkerFrame(kind: .refusal, bytes: refusal))
        }
    }
}

/// Frames over the worker's standard input and what was its standard output.
///
/// Libraries that print go to standard error instead, so that none can speak in our name.
private struct WorkerPipes {
    private let output: Int32

    init?() {
        output = dup(STDOUT_FILENO)
        guard output >= 0, dup2(STDERR_FILENO, STDOUT_FILENO) >= 0 else { return nil }
        signal(SIGPIPE, SIG_IGN)
    }

    /// - Returns: nil at the end of the input.
    func read() throws -> WorkerFrame? {
        guard let header = try bytes(WorkerFrame.headerLength, mayEnd: true) else { return nil }
        guard let head = WorkerFrame.head(header), let body = try bytes(head.length, mayEnd: false) else {
            throw WorkerProtocolError.damaged
        }
        return WorkerFrame(kind: head.kind, bytes: body)
    }

    func write(_ frame: WorkerFrame) throws {
        guard frame.bytes.count <= WorkerFrame.maxBytes else { throw WorkerProtocolError.damaged }
        try write(Data(frame.header))
        try write(frame.bytes)
    }

    private func bytes(_ count: Int, mayEnd: Bool) throws -> Data? {
        var data = Data(count: count)
        var filled = 0
        while filled < count {
            let got = data.withUnsafeMutableBytes { buffer in
                Glibc.read(STDIN_FILENO, buffer.baseAddress?.advanced(by: filled), count - filled)
            }
            if got < 0, errno == EINTR { continue }
            guard got >= 0 else { throw WorkerProtocolError.reading(errno) }
            if got == 0 {
                guard mayEnd, filled == 0 else { throw WorkerProtocolError.damaged }
                return nil
            }
            filled += got
        }
        return data
    }

    private func write(_ data: Data) throws {
        var sent = 0
        while sent < data.count {
            let put = data.withUnsafeBytes {
                Glibc.write(output, $0.baseAddress?.advanced(by: sent), data.count - sent)
            }
            if put < 0, errno == EINTR { continue }
            guard put >= 0 else { throw WorkerProtocolError.writing(errno) }
            sent += put
        }
    }
}

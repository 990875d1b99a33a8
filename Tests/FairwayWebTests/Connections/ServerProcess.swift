import Foundation
import Glibc
import Testing

/// The built command that serves, as a process of its own that may be limited and may end.
struct ServerProcess {
    /// The server ended before it was ready, and said this.
    struct NotReady: Error {
        let said: String
    }

    private let port: Int
    private let process = Process()
    private let log = Pipe()

    /// Starts it and returns when it is ready.
    /// - Parameters:
    ///   - database: Its store, which is made when there is none.
    ///   - setup: What a shell does before it becomes the server.
    init(database: String = WebStores.newPath(), after setup: String = ":") async throws {
        port = try RunningServer.freePort()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = [
            "-c", "\(setup) && exec \"$0\" \"$@\"", TestWorkers.program, "serve", "--database", database,
            "--port", "\(port)", "--language", "en",
        ]
        process.standardOutput = FileHandle.nullDevice
        process.standardError = log
        try process.run()
        let words = "Fairway is ready"
        let said = await text(until: words)
        guard said.contains(words) else {
            kill()
            throw NotReady(said: said)
        }
    }

    func connect() throws -> RawConnection { try RawConnection(port: port) }

    /// What it says from now on until it has said these words, or has ended.
    func text(until words: String) async -> String {
        // It closes the pipe when it goes.
        defer { withExtendedLifetime(log) {} }
        let file = log.fileHandleForReading.fileDescriptor
        return await withCheckedContinuation { continuation in
            Thread.detachNewThread {
                var said = ""
                var buffer = [UInt8](repeating: 0, count: 4096)
                while !said.contains(words) {
                    let count = read(file, &buffer, buffer.count)
                    if count < 0, errno == EINTR { continue }
                    guard count > 0 else { break }
                    said += String(decoding: buffer[..<count], as: UTF8.self)
                }
                continuation.resume(returning: said)
            }
        }
    }

    /// How many files it may have open, and how many it may ask for.
    func openFiles() throws -> (soft: Int, hard: Int) {
        let path = "/proc/\(process.processIdentifier)/limits"
        let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
        let line = try #require(lines.first { $0.hasPrefix("Max open files") })
        let numbers = line.split(separator: " ").compactMap { Int($0) }
        try #require(numbers.count == 2, "\(line)")
        return (numbers[0], numbers[1])
    }

    /// Tells it to stop, as whoever runs it does.
    func stop() { process.terminate() }

    /// Its exit code, when it has ended.
    func status() -> Int32 {
        process.waitUntilExit()
        return process.terminationStatus
    }

    /// Ends it if it still runs.
    func kill() {
        guard process.isRunning else { return }
        _ = Glibc.kill(process.processIdentifier, SIGKILL)
    }
}

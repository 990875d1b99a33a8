import fairway
import FairwayCore
import FairwayStore
@testable import FairwayWeb
import Foundation
import Logging
import Glibc
import NIOCore
import ServiceLifecycle

/// A real server on a port of its own, and sockets that speak to it byte by byte.
struct RunningServer {
    let port: Int
    let hashing: HashingThreads

    /// Serves while `body` runs.
    static func with<Value: Sendable>(
        _ limits: ConnectionLimits,
        logger: Logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() },
        _ body: @escaping @Sendable (RunningServer) async throws -> Value
    ) async throws -> Value {
        let port = try freePort()
        let server = try await FairwayServer(
            store: ExpoStore(path: WebStores.newPath(), now: { 1_800_000_000 }),
            workers: TestWorkers.ownPool(),
            engines: JobEngines(match: { _, _ in 0 }, schedule: { _, _, _, _ in throw CancellationError() }),
            site: WebSite(address: "http://127.0.0.1:\(port)", passwordCost: .cheap),
            connectionLimits: limits,
            logger: logger
        )
        let (ready, isReady) = AsyncStream.makeStream(of: Never.self)
        let process = ServiceGroup(
            services: [Serving(server: server, port: port) { isReady.finish() }],
            logger: logger
        )
        return try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                defer { isReady.finish() }
                try await process.run()
            }
            for await _ in ready {}
            // As a signal would end it: cancelled outright, the server would drop connections that nobody has taken on yet.
            let result: Result<Value, any Error>
            do {
                result = .success(try await body(RunningServer(port: port, hashing: server.hashing)))
            } catch {
                result = .failure(error)
            }
            await process.triggerGracefulShutdown()
            try await group.waitForAll()
            return try result.get()
        }
    }

    /// What the process does besides the test.
    private struct Serving: Service {
        let server: FairwayServer
        let port: Int
        let onReady: @Sendable () -> Void

        func run() async throws { try await server.run(port: port) { _ in onReady() } }
    }

    static func freePort() throws -> Int {
        let socket = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(socket) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                _ = bind(socket, $0, length)
                _ = getsockname(socket, $0, &length)
            }
        }
        return Int(UInt16(bigEndian: address.sin_port))
    }

    func connect() throws -> RawConnection { try RawConnection(port: port) }
}

/// A TCP connection without any notion of HTTP.
struct RawConnection: Sendable {
    private let socket: Int32

    init(port: Int) throws {
        socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        address.sin_port = UInt16(port).bigEndian
        let socket = socket
        let isConnected = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                Glibc.connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
            }
        }
        guard isConnected else { throw POSIXError(.ECONNREFUSED) }
    }

    func send(_ text: String) { _ = Glibc.send(socket, text, text.utf8.count, Int32(MSG_NOSIGNAL)) }

    /// Everything until the other side closes, or nil when it has not after so many seconds.
    func readToEnd(seconds: Int = 20) async -> String? {
        let socket = socket
        return await withCheckedContinuation { continuation in
            Thread.detachNewThread {
                var wait = timeval(tv_sec: seconds, tv_usec: 0)
                setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &wait, socklen_t(MemoryLayout<timeval>.size))
                var bytes: [UInt8] = []
                var buffer = [UInt8](repeating: 0, count: 65_536)
                while true {
                    let count = recv(socket, &buffer, buffer.count, 0)
                    if count > 0 { bytes += buffer[..<count] }
                    if count == 0 || (count < 0 && errno == ECONNRESET) {
                        continuation.resume(returning: String(decoding: bytes, as: UTF8.self))
                        return
                    }
                    if count < 0, errno != EINTR {
                        continuation.resume(returning: nil)
                        return
                    }
                }
            }
        }
    }

    /// One answer of a known length; the connection stays open.
    func readSome() async -> String {
        let socket = socket
        return await withCheckedContinuation { continuation in
            Thread.detachNewThread {
                var buffer = [UInt8](repeating: 0, count: 65_536)
                let count = recv(socket, &buffer, buffer.count, 0)
                continuation.resume(returning: String(decoding: buffer[..<max(0, count)], as: UTF8.self))
            }
        }
    }

    func end() { Glibc.close(socket) }
}

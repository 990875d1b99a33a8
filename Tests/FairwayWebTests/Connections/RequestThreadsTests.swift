import FairwayStore
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import NIOEmbedded
import Synchronization
import Testing

@testable import FairwayWeb

/// Handlers that wait stop nobody but those who need a thread of theirs.
struct RequestThreadsTests {
    @Test func whatBlocksThemBlocksNothingElse() async throws {
        let threads = RequestThreads(count: 3)
        defer { threads.stop() }
        let gate = DispatchSemaphore(value: 0)
        try await withThrowingTaskGroup(of: Bool?.self) { group in
            for _ in 0..<3 {
                group.addTask(executorPreference: threads) {
                    Self.block(gate)
                    return Self.isOnThem()
                }
            }
            // More wait than there are Swift threads; this one still runs.
            group.addTask {
                for _ in 0..<3 { gate.signal() }
                return nil
            }
            var places: [Bool] = []
            for try await place in group { if let place { places.append(place) } }
            #expect(places == [true, true, true])
        }
    }

    @Test func everyJobRunsOnce() async {
        let threads = RequestThreads(count: 2)
        defer { threads.stop() }
        let count = Counter()
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<500 {
                group.addTask(executorPreference: threads) {
                    await Task.yield()
                    count.value.withLock { $0 += 1 }
                }
            }
        }
        #expect(count.value.withLock { $0 } == 500)
    }

    /// What is written waits for what is written before; a page and the health check wait for neither.
    @Test func writersThatWaitStopNoPage() async throws {
        let (reading, changing) = (RequestThreads(count: 1), RequestThreads(count: 1))
        defer {
            reading.stop()
            changing.stop()
        }
        let router = Router(context: WebContext.self, options: .autoGenerateHeadEndpoints)
        router.add(middleware: RequestThreadsMiddleware(threads: reading, changing: changing))
        let (began, gate) = (AsyncStream<Void>.makeStream(), DispatchSemaphore(value: 0))
        router.post("/write") { _, _ in
            began.continuation.yield()
            Self.block(gate)
            return Self.place()
        }
        router.get("/page") { _, _ in Self.place() }
        router.get("/healthz") { _, _ in Self.place() }
        let responder = router.buildResponder()
        async let written = Self.answer(of: responder, .post, "/write")
        for await _ in began.stream { break }
        // The only thread of those that write is taken.
        #expect(try await Self.answer(of: responder, .get, "/page") == "theirs")
        _ = try await Self.answer(of: responder, .head, "/page")
        #expect(try await Self.answer(of: responder, .get, "/healthz") == "another")
        gate.signal()
        #expect(try await written == "theirs")
    }

    private static func place() -> String { isOnThem() ? "theirs" : "another" }

    private static func answer(
        of responder: some HTTPResponder<WebContext>,
        _ method: HTTPRequest.Method,
        _ path: String
    ) async throws -> String {
        let head = HTTPRequest(method: method, scheme: "http", authority: "localhost", path: path)
        let source = ApplicationRequestContextSource(
            channel: EmbeddedChannel(),
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        )
        let response = try await responder.respond(
            to: Request(head: head, body: RequestBody(buffer: ByteBuffer())),
            context: WebContext(source: source)
        )
        let collector = BodyCollector()
        try await response.body.write(collector)
        return String(decoding: collector.bytes, as: UTF8.self)
    }

    private final class Counter: Sendable {
        let value = Mutex(0)
    }

    private static func block(_ gate: DispatchSemaphore) { gate.wait() }

    private static func isOnThem() -> Bool { StoreThreads.isCurrent }
}

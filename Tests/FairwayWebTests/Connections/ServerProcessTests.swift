import fairway
import FairwayCore
import Foundation
import StoreSQL
import Testing

@testable import FairwayStore
@testable import FairwayWeb

/// What the server takes from the system, and that it goes when it is told to.
struct ServerProcessTests {
    @Test(.timeLimit(.minutes(2))) func asksForAsManyFilesAsItsConnectionsNeed() async throws {
        let server = try await ServerProcess(after: "ulimit -S -n 512")
        defer { server.kill() }
        let files = try server.openFiles()
        try #require(files.hard > 512, "a system that gives no more shows nothing")
        #expect(files.soft == files.hard || files.soft > ConnectionLimits.usual.maxConnections)
    }

    @Test(.timeLimit(.minutes(2))) func takesNoMoreConnectionsThanItMayHaveFiles() async throws {
        let server = try await ServerProcess(after: "ulimit -n 400")
        defer { server.kill() }
        let first = try server.connect()
        first.send(Self.healthCheck)
        #expect(await first.readSome().hasSuffix("ok\n"))
        // Of 400 files a hundred are for connections.
        let others = try (0..<110).map { _ in try server.connect() }
        defer { for connection in [first] + others { connection.end() } }
        // It has done nothing the longest and makes room, long before its own time is over.
        #expect(await first.readToEnd(seconds: 20) == "")
        let last = try #require(others.last)
        last.send(Self.healthCheck)
        #expect(await last.readSome().hasSuffix("ok\n"))
    }

    /// Another process writes to the store for longer than a server that was told to stop may take.
    @Test(.timeLimit(.minutes(2))) func endsThoughARequestIsStuck() async throws {
        let path = WebStores.newPath()
        let store = try ExpoStore(path: path, now: { Date().timeIntervalSince1970 })
        let token = try await Self.unusedToken(in: store)
        let server = try await ServerProcess(database: path)
        defer { server.kill() }
        let gate = DispatchSemaphore(value: 0)
        defer { gate.signal() }
        await Self.hold(store, until: gate)
        // That its token is used for the first time is to be written.
        let stuck = try server.connect()
        stuck.send(
            "GET /api/v1/account HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer \(token)\r\n\r\n"
        )
        // Who comes after it is answered, so it has come.
        let next = try server.connect()
        for _ in 0..<5 {
            next.send(Self.healthCheck)
            #expect(await next.readSome().hasSuffix("ok\n"))
        }
        defer { for connection in [stuck, next] { connection.end() } }
        server.stop()
        let words = "stopped while something was still being done"
        let said = await server.text(until: words)
        #expect(said.contains(words), "\(said)")
        #expect(server.status() == 0)
    }

    private static let healthCheck = "GET /healthz HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"

    private static func unusedToken(in store: ExpoStore) async throws -> String {
        let account = try await store.accounts.create(
            email: "li@example.com",
            name: "Li",
            part: .visitor,
            language: .en,
            password: nil,
            by: "test"
        )
        return try await store.accessTokens.make(
            of: account,
            name: "test",
            scopes: [.account],
            days: 1,
            by: "test"
        ).secret
    }

    /// Has the store's only writer until the gate opens.
    private static func hold(_ store: ExpoStore, until gate: DispatchSemaphore) async {
        let (held, isHeld) = AsyncStream.makeStream(of: Never.self)
        Thread.detachNewThread {
            try? store.backend.writeWithoutTransaction { db in
                try db.inTransaction {
                    isHeld.finish()
                    gate.wait()
                }
            }
            isHeld.finish()
        }
        for await _ in held {}
    }
}

import Foundation
import HTTPTypes
import NIOCore
import Testing

@testable import FairwayWeb

/// What a real server does with clients that are slow, old or many.
struct ConnectionTests {
    private var limits: ConnectionLimits {
        var limits = ConnectionLimits()
        limits.head = .seconds(1)
        // Far beyond the others: each has its own time, and none waits for another's.
        limits.idle = .seconds(60)
        limits.body = .seconds(1)
        limits.closing = .seconds(1)
        limits.maxConnections = 50
        return limits
    }

    @Test func aHalfSentHeadIsEnded() async throws {
        try await RunningServer.with(limits) { server in
            let connection = try server.connect()
            connection.send("GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: ")
            let answer = try #require(await connection.readToEnd())
            #expect(answer.hasPrefix("HTTP/1.1 408 "))
        }
    }

    @Test func aHalfSentBodyIsEnded() async throws {
        try await RunningServer.with(limits) { server in
            let connection = try server.connect()
            connection.send(
                "POST /sign-in HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 100\r\nContent-Type: "
                    + "application/x-www-form-urlencoded\r\n\r\nemail="
            )
            #expect(await connection.readToEnd() != nil)
        }
    }

    @Test func aSilentConnectionIsEnded() async throws {
        var limits = limits
        limits.idle = .seconds(2)
        try await RunningServer.with(limits) { server in
            let connection = try server.connect()
            #expect(await connection.readToEnd() == "")
        }
    }

    @Test func manyHalfSentHeadsShutNobodyOut() async throws {
        try await RunningServer.with(limits) { server in
            for _ in 0..<200 {
                let connection = try server.connect()
                connection.send("GET / HTTP/1.1\r\nHost: 127")
            }
            let connection = try server.connect()
            connection.send("GET /healthz HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n")
            #expect(try #require(await connection.readToEnd()).hasPrefix("HTTP/1.1 200 "))
        }
    }

    @Test(arguments: [
        "HTTP/1.0\r\n", "HTTP/1.0\r\nConnection: keep-alive\r\n", "HTTP/1.1\r\nConnection: TE, Close\r\n",
    ])
    func whatEndsByItsOwnWordIsClosed(rest: String) async throws {
        try await RunningServer.with(ConnectionLimits()) { server in
            let connection = try server.connect()
            connection.send("GET /healthz \(rest)Host: 127.0.0.1\r\n\r\n")
            // Its client need not close first.
            let answer = try #require(await connection.readToEnd(seconds: 4))
            #expect(answer.contains(" 200 ") && answer.hasSuffix("ok\n"))
        }
    }

    @Test func aConnectionIsKeptForTheNextRequest() async throws {
        try await RunningServer.with(limits) { server in
            let connection = try server.connect()
            for _ in 0..<3 {
                connection.send("GET /healthz HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")
                #expect(await connection.readSome().hasSuffix("ok\n"))
            }
            connection.end()
        }
    }

    @Test func requestsThatDoNotWaitForAnswersAreAnsweredInTurn() async throws {
        try await RunningServer.with(limits) { server in
            let connection = try server.connect()
            connection.send(String(repeating: request, count: 15) + lastRequest)
            let answer = try #require(await connection.readToEnd())
            #expect(answer.components(separatedBy: "ok\n").count - 1 == 16)
        }
    }

    @Test func whoeverSendsRequestsWithoutEndIsClosed() async throws {
        try await RunningServer.with(limits) { server in
            let connection = try server.connect()
            // One piece of what arrives: its sixty requests are read before the first is answered.
            connection.send(String(repeating: request, count: 60) + lastRequest)
            let answer = try #require(await connection.readToEnd())
            #expect(answer.components(separatedBy: "ok\n").count - 1 < 17)
            let other = try server.connect()
            other.send(lastRequest)
            #expect(try #require(await other.readToEnd()).hasSuffix("ok\n"))
        }
    }

    private var request: String { "GET /healthz HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n" }
    private var lastRequest: String {
        "GET /healthz HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n"
    }

    @Test func anAnswerOfSeveralPiecesArrivesWhole() async throws {
        let document = try await RouterClient(data: nil, as: nil).api(.get, "openapi.json").body
        #expect(document.utf8.count > 40_000, "more than one piece")
        try await RunningServer.with(limits) { server in
            let connection = try server.connect()
            connection.send(
                "GET /api/v1/openapi.json HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n"
            )
            let answer = try #require(await connection.readToEnd())
            let isWhole = answer.hasSuffix("\r\n\r\n" + document)
            #expect(isWhole, "\(answer.utf8.count) bytes: \(answer.prefix(400))")
        }
    }

    @Test func tooManyHeadersAreRefused() async throws {
        try await RunningServer.with(limits) { server in
            let connection = try server.connect()
            connection.send("GET /healthz HTTP/1.1\r\nHost: 127.0.0.1\r\n")
            for number in 0..<200 { connection.send("X-\(number): 1\r\n") }
            connection.send("\r\n")
            #expect(try #require(await connection.readToEnd()).hasPrefix("HTTP/1.1 4"))
        }
    }
}

import Testing

@testable import FairwayWeb

/// What a client does to its own request is no fault of the server's, and nothing for the log of faults.
struct BrokenBodyTests {
    private static func head(_ framing: String) -> String {
        "POST /sign-in HTTP/1.1\r\nHost: 127.0.0.1\r\n\(framing)\r\nContent-Type: "
            + "application/x-www-form-urlencoded\r\n\r\n"
    }

    @Test(arguments: ["-1\r\n", "0x5\r\nhello\r\n0\r\n\r\n", "5\r\nhelloX\r\n"])
    func chunksThatAreNoneAreTheSendersMistake(chunks: String) async throws {
        let lines = LogLines()
        let (answer, logged) = try await RunningServer.with(.usual, logger: lines.logger) { server in
            let connection = try server.connect()
            connection.send(Self.head("Transfer-Encoding: chunked") + chunks)
            let answer = await connection.readToEnd()
            return (answer, lines.all)
        }
        #expect(answer?.hasPrefix("HTTP/1.1 400 ") == true, "\(answer ?? "nothing")")
        #expect(!logged.contains { $0.contains("level=error") }, "\(logged)")
    }

    @Test func whoHangsUpInTheMiddleLeavesNoError() async throws {
        let lines = LogLines()
        let logged = try await RunningServer.with(.usual, logger: lines.logger) { server in
            let connection = try server.connect()
            connection.send(Self.head("Content-Length: 100") + "email=")
            connection.end()
            for _ in 0..<1000 where !lines.all.contains(where: { $0.contains(" route=/sign-in ") }) {
                try await Task.sleep(for: .milliseconds(10))
            }
            return lines.all
        }
        #expect(logged.contains { $0.contains(" route=/sign-in ") })
        #expect(!logged.contains { $0.contains("level=error") }, "\(logged)")
    }
}

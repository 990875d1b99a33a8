import FairwayStore
import Foundation
import Logging
import Testing

@testable import FairwayWeb

/// Letters go to a program of this machine; one that it refuses stands in nobody's way.
struct MailProgramTests {
    @Test func aRefusedLetterKeepsNoOtherFromGoing() async throws {
        let client = try await RouterClient(data: nil, as: nil)
        let folder = NSTemporaryDirectory() + "fairway-mail-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let script = "#!/bin/sh\ncase \"$3\" in bad@*) exit 75;; esac\ncat > \"\(folder)/$3\"\n"
        let program = folder + "/sendmail"
        let isWritten = FileManager.default.createFile(
            atPath: program,
            contents: Data(script.utf8),
            attributes: [.posixPermissions: 0o700]
        )
        #expect(isWritten)
        for name in ["bad", "li", "wera"] {
            try await client.store.outbox.post(
                to: "\(name)@example.com",
                subject: "Код 验证码",
                body: "Привет, 你好"
            )
        }
        let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        let mail = MailProgram(path: program, store: client.store, logger: logger)
        var refusals: [Int64: Int] = [:]
        for _ in 0..<7 { try await mail.deliver(&refusals) }
        #expect(
            try await client.store.outbox.letters(isWaiting: true, limit: 10).map(\.recipient) == [
                "bad@example.com"
            ]
        )
        #expect(refusals.values.map { $0 } == [5])
        let sent = try #require(FileManager.default.contents(atPath: folder + "/wera@example.com"))
        let text = String(decoding: sent, as: UTF8.self)
        #expect(text.contains("Subject: =?utf-8?B?\(Data("Код 验证码".utf8).base64EncodedString())?="))
        #expect(text.contains(Data("Привет, 你好".utf8).base64EncodedString()))
    }
}

package import FairwayStore
import Foundation
package import Logging
import ServiceLifecycle

/// Hands letters from the outbox to a program of this machine that takes them as sendmail does: recipient as argument,
/// letter on standard input (RFC 5322).
package struct MailProgram: Service {
    let path: String
    let store: ExpoStore
    let logger: Logger

    /// How often the outbox is looked into.
    private static let pause = Duration.seconds(2)
    /// Letters taken at a look.
    private static let most = 50

    package init(path: String, store: ExpoStore, logger: Logger) {
        self.path = path
        self.store = store
        self.logger = logger
    }

    package func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                do {
                    for letter in try store.mail(isWaiting: true, limit: Self.most) {
                        try send(letter)
                        try store.markSent(letter.id)
                    }
                } catch {
                    // The letter stays in the outbox; whom it is for is nobody's business in a log.
                    logger.error("a letter was not sent: \(error)")
                }
                do { try await Task.sleep(for: Self.pause) } catch { return }
            }
        }
    }

    private func send(_ letter: Mail) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = ["-i", "--", letter.recipient]
        let input = Pipe()
        process.standardInput = input
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        try input.fileHandleForWriting.write(contentsOf: Data(Self.message(letter).utf8))
        try input.fileHandleForWriting.close()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw MailError.refused(process.terminationStatus) }
    }

    /// Header lines with words of other scripts are encoded (RFC 2047), and so is the text (RFC 2045).
    static func message(_ letter: Mail) -> String {
        let subject = "=?utf-8?B?\(Data(letter.subject.utf8).base64EncodedString())?="
        let body = Data(letter.body.utf8).base64EncodedString(options: [
            .lineLength76Characters, .endLineWithCarriageReturn, .endLineWithLineFeed,
        ])
        return [
            "To: \(letter.recipient)", "Subject: \(subject)", "MIME-Version: 1.0",
            "Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: base64",
            "Auto-Submitted: auto-generated", "", body, "",
        ].joined(separator: "\r\n")
    }
}

enum MailError: Error {
    case refused(Int32)
}

package import FairwayStore
import Foundation
package import Logging
import ServiceLifecycle
import PrivateFiles
import Workers

/// Hands letters from the outbox to a program of this machine that takes them as sendmail does: recipient as argument,
/// letter on standard input (RFC 5322).
package struct MailProgram: Service {
    let path: String
    let store: ExpoStore
    let logger: Logger
    private let leadership: Leadership

    /// How often the outbox is looked into.
    private static let pause = Duration.seconds(2)
    /// Refusals after which a letter waits for the next start.
    private static let mostRefusals = 5
    /// Letters taken at a look.
    private static let most = 50

    package init(path: String, store: ExpoStore, logger: Logger) {
        self.path = path
        self.store = store
        self.logger = logger
        leadership = Leadership(store.leases, "letters", logger: logger)
    }

    package func run() async throws {
        await cancelWhenGracefulShutdown {
            var refusals: [Int64: Int] = [:]
            while !Task.isCancelled {
                // Of several servers one sends: nobody gets a letter twice.
                let now = await leadership.perform { [refusals] lease in
                    do {
                        var refusals = refusals
                        try await deliver(&refusals, under: .lease(lease))
                        return refusals
                    } catch is CancellationError {
                        return refusals
                    } catch {
                        logger.error("the outbox cannot be read", error: error)
                        return refusals
                    }
                }
                if let now { refusals = now }
                do { try await Task.sleep(for: Self.pause) } catch { break }
            }
            await leadership.resign()
        }
    }

    /// Sends what waits; a letter that is refused stays in the outbox and keeps no other from going.
    /// - Parameter refusals: By letter, how often it was refused; after some the next start tries again.
    /// - Parameter right: By which letters are taken; without it no other goes.
    func deliver(_ refusals: inout [Int64: Int], under right: WriteRight = .one) async throws {
        for letter in try await store.outbox.letters(isWaiting: true, limit: Self.most + refusals.count)
        where refusals[letter.id, default: 0] < Self.mostRefusals {
            try await store.leases.check(right)
            do {
                // A program that hangs is to block no thread that answers requests.
                try await OffThread.run { try send(letter) }
            } catch {
                refusals[letter.id, default: 0] += 1
                // Whom it is for is nobody's business in a log.
                logger.error("letter not sent", error: error, metadata: ["letter": "\(letter.id)"])
                continue
            }
            refusals[letter.id] = nil
            try await store.outbox.markSent(letter.id)
        }
    }

    /// The letter goes through a file, for its owner only: a program that ends before it has read all would break a pipe,
    /// and the signal of that would end the server.
    private func send(_ letter: Mail) throws {
        let folder = try TemporaryFolder.make()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let path = folder + "/letter"
        try PrivateFile.write(Data(Self.message(letter).utf8), to: path)
        guard let input = FileHandle(forReadingAtPath: path) else { throw MailError.noFile(path) }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: self.path)
        process.arguments = ["-i", "--", letter.recipient]
        process.standardInput = input
        process.standardOutput = FileHandle.nullDevice
        try process.run()
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
    case noFile(String)
}

import Logging
import Synchronization

@testable import FairwayWeb

/// The lines of a log, as they would stand on standard error.
final class LogLines: Sendable {
    private let lines = Mutex<[String]>([])

    var all: [String] { lines.withLock { $0 } }

    var logger: Logger {
        Logger(label: "test") { label in
            LineLogHandler(
                label: label,
                now: { 1_800_000_000.25 },
                write: { line in self.lines.withLock { $0.append(line) } }
            )
        }
    }
}

import Foundation

/// Progress and results on the terminal: progress goes to standard error, results to standard output.
struct Terminal: Sendable {
    let isInteractive = isatty(STDERR_FILENO) == 1

    /// A line that stays.
    func note(_ text: String) {
        write((isInteractive ? "\r\u{1B}[K" : "") + text + "\n")
    }

    /// A line that the next one replaces; silent when standard error is not a terminal.
    func progress(_ text: String) {
        if isInteractive {
            write("\r\u{1B}[K" + text)
        }
    }

    private func write(_ text: String) {
        FileHandle.standardError.write(Data(text.utf8))
    }
}

/// Wall time since its making.
struct Stopwatch: Sendable {
    private let began = ContinuousClock.now

    var seconds: Double {
        let elapsed = began.duration(to: .now).components
        return Double(elapsed.seconds) + Double(elapsed.attoseconds) / 1e18
    }

    var text: String {
        String(format: "%.1f s", seconds)
    }
}

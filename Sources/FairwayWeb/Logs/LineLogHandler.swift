import Foundation
package import Logging

/// Writes each event of the log as one line on standard error: `time=… level=… message=… key=value …`.
///
/// Of an error it writes the kind and never the description, which may quote what a person typed.
package struct LineLogHandler: LogHandler {
    package var logLevel = Logger.Level.info
    package var metadata: Logger.Metadata = [:]
    package var metadataProvider: Logger.MetadataProvider?
    private let label: String
    private let now: @Sendable () -> Double
    private let write: @Sendable (String) -> Void

    /// - Parameters:
    ///   - now: The clock that lines are dated by, Unix time in seconds.
    ///   - write: Takes each line with its line break, whole.
    package init(
        label: String,
        now: @escaping @Sendable () -> Double = { Date().timeIntervalSince1970 },
        write: @escaping @Sendable (String) -> Void = Self.standardError
    ) {
        self.label = label
        self.now = now
        self.write = write
    }

    private static let dateStyle = Date.ISO8601FormatStyle(includingFractionalSeconds: true)

    /// One call for a line, so that lines of several threads do not mix.
    package static let standardError: @Sendable (String) -> Void = { line in
        FileHandle.standardError.write(Data(line.utf8))
    }

    package subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    package func log(event: LogEvent) {
        var line = LogLine()
        line.add("time", Date(timeIntervalSince1970: now()).ISO8601Format(Self.dateStyle))
        line.add("level", event.level.rawValue)
        line.add("label", label)
        line.add("message", event.message.description)
        let all = metadata.merging(metadataProvider?.get() ?? [:]) { $1 }.merging(event.metadata ?? [:]) {
            $1
        }
        for (key, value) in all.sorted(by: { $0.key < $1.key }) { line.add(key, value.description) }
        if let error = event.error { line.add("error", ErrorKind.text(of: error)) }
        write(line.text + "\n")
    }
}

import Foundation

/// The `sqlite3` a person might use on the file behind the store's back.
enum DirectConnection {
    /// - Returns: What SQLite prints, errors included, and whether it succeeded.
    static func run(_ sql: String, on path: String) throws -> (succeeded: Bool, output: String) {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["sqlite3", "-bail", path, "PRAGMA foreign_keys = ON; \(sql)"]
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = pipe
        try process.run()
        let output = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (process.terminationStatus == 0, String(decoding: output, as: UTF8.self))
    }

    /// Whether the machine has the tool at all.
    static var isAvailable: Bool {
        ["/usr/bin/sqlite3", "/usr/local/bin/sqlite3", "/bin/sqlite3"].contains {
            FileManager.default.isExecutableFile(atPath: $0)
        }
    }
}

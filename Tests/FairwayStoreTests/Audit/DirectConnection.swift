import Foundation
import PlainSQLite

/// What a person might do to the file behind the store's back, with SQLite's own shell.
enum DirectConnection {
    /// - Returns: What SQLite answers, errors included, and whether it succeeded.
    static func run(_ sql: String, on path: String) -> (succeeded: Bool, output: String) {
        var succeeded: Int32 = 0
        guard let text = plain_sqlite_run(path, sql, &succeeded) else { return (false, "no memory") }
        defer { free(text) }
        return (succeeded == 1, String(cString: text))
    }
}

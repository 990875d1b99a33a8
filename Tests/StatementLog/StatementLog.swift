import Foundation
import Synchronization

/// Every statement that the tests of this process ask of a database, once each, for `scripts/test-sql`.
///
/// A line of JSON each in the file that `FAIRWAY_STATEMENTS` names; nothing without it.
package enum StatementLog {
    /// For a store's opening; nil when nobody asks.
    package static let observe: (@Sendable (String) -> Void)? = {
        guard let path = ProcessInfo.processInfo.environment["FAIRWAY_STATEMENTS"] else { return nil }
        guard FileManager.default.createFile(atPath: path, contents: nil),
            let file = FileHandle(forWritingAtPath: path)
        else { preconditionFailure("\(path) cannot be written") }
        let seen = Mutex<Set<String>>([])
        return { sql in
            seen.withLock { seen in
                guard seen.insert(sql).inserted, let line = try? JSONEncoder().encode(sql) else { return }
                file.write(line + Data("\n".utf8))
            }
        }
    }()
}

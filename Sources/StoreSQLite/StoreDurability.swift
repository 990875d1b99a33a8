/// When a write counts as done.
package enum StoreDurability: Sendable {
    /// When the disk has it: a power cut takes back nothing that was acknowledged.
    case synced
    /// When the operating system has it: it survives the end of the process, and no power cut.
    case unsynced

    /// Of SQLite with a write-ahead log (https://www.sqlite.org/pragma.html#pragma_synchronous).
    var pragma: String {
        switch self {
        case .synced: "PRAGMA synchronous = FULL"
        case .unsynced: "PRAGMA synchronous = NORMAL"
        }
    }
}

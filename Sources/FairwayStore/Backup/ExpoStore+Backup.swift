import Foundation
import GRDB

extension ExpoStore {
    /// Copies the store as of one moment while others write (SQLite online backup). The copy appears under its name only
    /// when it is whole.
    /// - Parameter progress: 0 … 1.
    package func backUp(to path: String, progress: @escaping (Double) -> Void) throws {
        let draft = path + ".draft"
        Self.removeFiles(of: draft)
        defer { Self.removeFiles(of: draft) }
        let target = try DatabaseQueue(path: draft)
        try pool.backup(to: target, pagesPerStep: 512) { step in
            progress(Double(step.completedPageCount) / Double(max(1, step.totalPageCount)))
        }
        // A copy is to be one file: no write-ahead log beside it.
        try target.writeWithoutTransaction { db in try db.execute(sql: "PRAGMA journal_mode = DELETE") }
        try target.close()
        try Self.move(draft, to: path)
    }

    /// Checks a backup, then puts it in the place of the store in one step.
    /// - Throws: `StoreError` when the backup is not sound; the store is then as it was.
    package static func restore(from backup: String, to path: String) throws {
        let draft = path + ".restoring"
        removeFiles(of: draft)
        defer { removeFiles(of: draft) }
        try StoreFile.checkThoroughly(backup)
        try FileManager.default.copyItem(atPath: backup, toPath: draft)
        try StoreFile.checkThoroughly(draft)
        // The old log must be gone before the new file takes the name: it would be replayed into it. Folding it in
        // first keeps the old store whole if the machine stops between the two steps.
        if FileManager.default.fileExists(atPath: path), let old = try? DatabaseQueue(path: path) {
            _ = try? old.writeWithoutTransaction { try $0.checkpoint(.truncate) }
            try? old.close()
        }
        for suffix in ["-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + suffix) }
        try move(draft, to: path)
    }

    /// Folds the write-ahead log into the file.
    package func compact() throws {
        try pool.writeWithoutTransaction { db in
            try db.execute(sql: "PRAGMA optimize")
            _ = try db.checkpoint(.truncate)
        }
        try pool.close()
    }

    private static func move(_ from: String, to path: String) throws {
        guard rename(from, path) == 0 else {
            throw CocoaError(.fileWriteUnknown, userInfo: [NSFilePathErrorKey: path])
        }
    }

    private static func removeFiles(of path: String) {
        for suffix in ["", "-wal", "-shm", "-journal"] {
            try? FileManager.default.removeItem(atPath: path + suffix)
        }
    }
}

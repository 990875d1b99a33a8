import Foundation
import GRDB
import PrivateFiles
import StoreSQL

extension SQLiteBackend {
    /// SQLite's online backup.
    package func backUp(to path: String, progress: @escaping (Double) -> Void) throws {
        guard !StoreFiles.areSame(self.path, path) else { throw StoreFileError.sameFile(path: path) }
        let draft = path + ".draft"
        StoreFiles.remove(draft)
        defer { StoreFiles.remove(draft) }
        try PrivateFile.prepare(draft)
        try SQLiteErrors.translating(path) {
            let target = try DatabaseQueue(path: draft)
            defer { try? target.close() }
            try pool.backup(to: target, pagesPerStep: 512) { step in
                progress(Double(step.completedPageCount) / Double(max(1, step.totalPageCount)))
            }
            // A copy is to be one file: no write-ahead log beside it.
            try target.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = DELETE") }
        }
        try PrivateFile.move(draft, to: path)
    }

    /// Checks a backup, then puts it in the place of the store in one step.
    /// - Throws: `StoreFileError` when the backup is not sound or the store is in use; the store is then as it was.
    package static func restore(from backup: String, to path: String) throws {
        guard !StoreFiles.areSame(backup, path) else { throw StoreFileError.sameFile(path: path) }
        guard FileManager.default.fileExists(atPath: backup) else {
            throw StoreFileError.noSuchFile(path: backup)
        }
        let draft = path + ".restoring"
        StoreFiles.remove(draft)
        defer { StoreFiles.remove(draft) }
        try StoreFiles.copy(backup, to: draft)
        try StoreFile.checkThoroughly(draft, name: backup)
        try retire(path)
        try PrivateFile.move(draft, to: path)
    }

    /// Leaves a store without log files: SQLite would replay them into the file that takes its name.
    ///
    /// Leaving the write-ahead mode folds the log in, so the old store stays whole if the machine stops before the new
    /// one is there, and it fails while anyone else has the file open. A store too damaged for that is just replaced.
    private static func retire(_ path: String) throws {
        if FileManager.default.fileExists(atPath: path) {
            do {
                let old = try DatabaseQueue(path: path)
                defer { try? old.close() }
                try old.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = DELETE") }
            } catch let error as DatabaseError where error.resultCode == .SQLITE_BUSY {
                throw StoreFileError.inUse(path: path)
            } catch is DatabaseError {
                // Damaged: there is nothing in it to keep.
            }
        }
        for suffix in StoreFiles.companions { try? FileManager.default.removeItem(atPath: path + suffix) }
        // Before the new store has the name: a log that a power cut brought back would be replayed into it.
        try StoreFiles.synchronizeFolder(of: path)
    }
}

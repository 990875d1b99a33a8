import Foundation
import GRDB

/// Whether a file is a sound Fairway store of a version this program knows.
enum StoreFile {
    /// - Throws: `StoreError.notAStore` when another program's tables are in the file, `.newerVersion`.
    static func check(_ reader: some DatabaseReader, path: String) throws {
        let (application, version, tables) = try reader.read { db in
            (
                try Int32.fetchOne(db, sql: "PRAGMA application_id") ?? 0,
                try Int32.fetchOne(db, sql: "PRAGMA user_version") ?? 0,
                try Int.fetchOne(db, sql: "SELECT COUNT(*) FROM sqlite_schema") ?? 0
            )
        }
        if tables > 0, application != Schema.applicationID { throw StoreError.notAStore(path: path) }
        if version > Schema.version { throw StoreError.newerVersion(path: path, version: Int(version)) }
    }

    /// Everything that can be checked before a file replaces another.
    static func checkThoroughly(_ path: String) throws {
        guard FileManager.default.fileExists(atPath: path) else { throw StoreError.notAStore(path: path) }
        do {
            let queue = try DatabaseQueue(path: path)
            defer { try? queue.close() }
            try check(queue, path: path)
            try queue.read { db in
                guard try Int32.fetchOne(db, sql: "PRAGMA application_id") == Schema.applicationID else {
                    throw StoreError.notAStore(path: path)
                }
                let findings = try String.fetchAll(db, sql: "PRAGMA integrity_check")
                guard findings == ["ok"] else {
                    throw StoreError.failedIntegrityCheck(path: path, finding: findings.first ?? "?")
                }
                if let orphan = try Row.fetchOne(db, sql: "PRAGMA foreign_key_check") {
                    throw StoreError.failedIntegrityCheck(
                        path: path,
                        finding: "\(orphan[0] as String? ?? "?")"
                    )
                }
            }
        } catch let error as DatabaseError {
            if error.resultCode == .SQLITE_NOTADB { throw StoreError.notAStore(path: path) }
            throw StoreError.failedIntegrityCheck(path: path, finding: error.message ?? "\(error.resultCode)")
        }
    }
}

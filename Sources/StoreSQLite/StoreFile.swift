import Foundation
import GRDB
import PrivateFiles
import StoreSQL

/// Whether a file is a sound Fairway store of a version this program knows.
enum StoreFile {
    /// Looks at an existing file without changing it: opening it for writing would already change its journal mode.
    /// - Throws: `StoreFileError` unless there is no file, an empty one, or a store of a known version.
    static func checkBeforeOpening(_ path: String) throws {
        guard size(of: path) > 0 else { return }
        try SQLiteErrors.reportingDamage(of: path) {
            var configuration = Configuration()
            configuration.readonly = true
            configuration.busyMode = .timeout(30)
            let queue = try DatabaseQueue(path: path, configuration: configuration)
            defer { try? queue.close() }
            try queue.read { db in
                // A store that is being made, or whose making was cut short, has nothing in it yet.
                if try Int.fetchOne(db, sql: "SELECT COUNT(*) FROM sqlite_master") == 0 { return }
                try checkIdentity(db, path: path)
            }
        }
    }

    /// - Throws: `FileError` when the file, or its folder for what SQLite keeps beside it, cannot be written: SQLite says of
    ///   that only that it cannot open something.
    static func checkRights(_ path: String) throws {
        let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
        guard access(folder, W_OK) == 0 else { throw FileError(errno, path: errno == ENOENT ? path : folder) }
        guard access(path, W_OK) == 0 || errno == ENOENT else { throw FileError(errno, path: path) }
    }

    /// Makes the file when there is none, since SQLite would let everyone read it, and takes others' rights off one that is
    /// there, and off what SQLite keeps beside it; SQLite gives its own files the rights of the store.
    static func makePrivate(_ path: String) throws {
        let isNew = !FileManager.default.fileExists(atPath: path)
        try PrivateFile.prepare(path)
        for suffix in StoreFiles.companions { try PrivateFile.narrow(path + suffix) }
        if isNew { try StoreFiles.synchronizeFolder(of: path) }
    }

    /// Everything that can be checked before a file replaces another.
    ///
    /// Errors say `name` for the file.
    static func checkThoroughly(_ path: String, name: String) throws {
        guard size(of: path) > 0 else { throw StoreFileError.notAStore(path: name) }
        try SQLiteErrors.reportingDamage(of: name) {
            let queue = try DatabaseQueue(path: path)
            defer { try? queue.close() }
            try queue.read { db in
                try checkIdentity(db, path: name)
                let findings = try String.fetchAll(db, sql: "PRAGMA integrity_check")
                guard findings == ["ok"] else {
                    throw StoreFileError.failedIntegrityCheck(path: name, finding: findings.first ?? "?")
                }
                if let orphan = try Row.fetchOne(db, sql: "PRAGMA foreign_key_check") {
                    let (table, parent) = (orphan[0] as String? ?? "?", orphan[2] as String? ?? "?")
                    throw StoreFileError.failedIntegrityCheck(path: name, finding: "\(table) → \(parent)")
                }
            }
            // The store must be one file: fold a log that came with it.
            try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = DELETE") }
        }
    }

    private static func checkIdentity(_ db: GRDB.Database, path: String) throws {
        let application = try Int32.fetchOne(db, sql: "PRAGMA application_id") ?? 0
        let version = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
        guard application == Migrations.applicationID, version >= 1 else {
            throw StoreFileError.notAStore(path: path)
        }
        if version > Migrations.newestVersion {
            throw StoreFileError.newerVersion(path: path, version: version)
        }
        if version < Migrations.oldestVersion {
            throw StoreFileError.olderVersion(path: path, version: version)
        }
    }

    private static func size(of path: String) -> Int {
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        return (attributes?[.size] as? NSNumber)?.intValue ?? 0
    }
}

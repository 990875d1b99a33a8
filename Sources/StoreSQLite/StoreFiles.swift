import Foundation
import PrivateFiles

/// A SQLite file with what SQLite keeps beside it.
enum StoreFiles {
    static let companions = ["-wal", "-shm", "-journal"]

    static func remove(_ path: String) {
        for suffix in [""] + companions { try? FileManager.default.removeItem(atPath: path + suffix) }
    }

    /// Copies a file and the log that may belong to it.
    static func copy(_ source: String, to path: String) throws {
        for suffix in ["", "-wal"] where FileManager.default.fileExists(atPath: source + suffix) {
            try PrivateFile.copy(source + suffix, to: path + suffix)
        }
    }

    /// What was made, renamed or removed beside the path stays so after a power cut.
    static func synchronizeFolder(of path: String) throws {
        try PrivateFolder.synchronize(URL(fileURLWithPath: path).deletingLastPathComponent().path)
    }

    static func areSame(_ one: String, _ other: String) -> Bool {
        func resolved(_ path: String) -> String {
            URL(fileURLWithPath: path).resolvingSymlinksInPath().standardizedFileURL.path
        }
        return resolved(one) == resolved(other)
    }
}

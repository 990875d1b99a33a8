import FairwayCore
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

    /// Gives a finished file its name in one step that also survives a power cut.
    static func move(_ source: String, to path: String) throws {
        try synchronize(source)
        guard rename(source, path) == 0 else { throw FileError(errno, path: path) }
        try synchronizeFolder(of: path)
    }

    /// What was made, renamed or removed beside the path stays so after a power cut.
    static func synchronizeFolder(of path: String) throws {
        try PrivateFolder.synchronize(URL(fileURLWithPath: path).deletingLastPathComponent().path)
    }

    private static func synchronize(_ path: String) throws {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw FileError(errno, path: path) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw FileError(errno, path: path) }
    }

    static func areSame(_ one: String, _ other: String) -> Bool {
        func resolved(_ path: String) -> String {
            URL(fileURLWithPath: path).resolvingSymlinksInPath().standardizedFileURL.path
        }
        return resolved(one) == resolved(other)
    }
}

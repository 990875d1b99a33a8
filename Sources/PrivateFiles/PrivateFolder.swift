import Foundation

/// Folders that only their owner may enter (0700), whatever the umask.
package enum PrivateFolder {
    private static let mode: mode_t = 0o700

    /// Makes the folder and those above it that are missing; one that is there keeps its rights, for it is the user's own.
    package static func make(_ path: String) throws {
        let url = URL(fileURLWithPath: path).standardizedFileURL
        var isFolder: ObjCBool = false
        if FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder) {
            guard isFolder.boolValue else { throw FileError(ENOTDIR, path: url.path) }
            return
        }
        let parent = url.deletingLastPathComponent().path
        if parent != url.path { try make(parent) }
        // Another process may have made it in between.
        guard mkdir(url.path, mode) == 0 else {
            if errno == EEXIST { return }
            throw FileError(errno, path: url.path)
        }
        guard chmod(url.path, mode) == 0 else { throw FileError(errno, path: url.path) }
        try synchronize(parent)
    }

    /// Writes a folder's own list of names to the disk: what was made, renamed or removed in it stays so after a power cut.
    package static func synchronize(_ path: String) throws {
        let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw FileError(errno, path: path) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw FileError(errno, path: path) }
    }

    /// Whether others than the owner may list it, enter it or write to it.
    package static func isOpenToOthers(_ path: String) -> Bool {
        var status = stat()
        guard stat(path, &status) == 0 else { return false }
        return status.st_mode & 0o077 != 0
    }
}

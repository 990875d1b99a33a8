package import Foundation
import Glibc

/// Files that only their owner may read or write (0600), whatever the umask of whoever started the program.
package enum PrivateFile {
    private static let mode: mode_t = 0o600

    /// Makes an empty file when there is none, for a library that writes to paths; takes others' rights off one that is there.
    /// - Throws: `FileError` when it cannot be written to.
    package static func prepare(_ path: String) throws {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
        if descriptor >= 0 {
            defer { close(descriptor) }
            guard fchmod(descriptor, mode) == 0 else { throw FileError(errno, path: path) }
        } else if errno == EEXIST {
            try narrow(path)
            guard access(path, W_OK) == 0 else { throw FileError(errno, path: path) }
        } else {
            throw FileError(errno, path: path)
        }
    }

    /// Takes others' rights off a file, if there is one; one of another owner stays as it is.
    ///
    /// By name and without opening it: closing a file lets go of every lock that this process has on it (POSIX), and with
    /// them of those of a database that is open.
    package static func narrow(_ path: String) throws {
        var status = stat()
        guard stat(path, &status) == 0 else {
            if errno == ENOENT { return }
            throw FileError(errno, path: path)
        }
        let isOpenToOthers = status.st_mode & 0o077 != 0
        guard isOpenToOthers, status.st_uid == geteuid(), status.st_mode & S_IFMT == S_IFREG else { return }
        guard chmod(path, mode) == 0 else { throw FileError(errno, path: path) }
    }

    /// Writes beside the path and takes its name at the end: the file is whole, or as it was before.
    package static func write(_ data: Data, to path: String) throws {
        let url = URL(fileURLWithPath: path)
        let draft = url.deletingLastPathComponent()
            .appendingPathComponent(".\(url.lastPathComponent).\(UUID().uuidString)").path
        do {
            try create(draft, for: path) { descriptor in try write(data, to: descriptor, path) }
            guard rename(draft, path) == 0 else { throw FileError(errno, path: path) }
        } catch {
            unlink(draft)
            throw error
        }
    }

    /// A copy that is synced to the disk.
    package static func copy(_ source: String, to path: String) throws {
        let input = open(source, O_RDONLY | O_CLOEXEC)
        guard input >= 0 else { throw FileError(errno, path: source) }
        defer { close(input) }
        try create(path, for: path) { output in
            var buffer = Data(count: 1 << 20)
            while true {
                let count = buffer.withUnsafeMutableBytes { read(input, $0.baseAddress, $0.count) }
                guard count >= 0 else { throw FileError(errno, path: source) }
                if count == 0 { break }
                try write(buffer.prefix(count), to: output, path)
            }
            guard fsync(output) == 0 else { throw FileError(errno, path: path) }
        }
    }

    /// Gives a finished file its name in one step that also survives a power cut.
    package static func move(_ source: String, to path: String) throws {
        let descriptor = open(source, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw FileError(errno, path: source) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw FileError(errno, path: source) }
        guard rename(source, path) == 0 else { throw FileError(errno, path: path) }
        try PrivateFolder.synchronize(URL(fileURLWithPath: path).deletingLastPathComponent().path)
    }

    /// - Parameter name: What errors call the file.
    private static func create(_ path: String, for name: String, _ body: (Int32) throws -> Void) throws {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
        guard descriptor >= 0 else { throw FileError(errno, path: name) }
        defer { close(descriptor) }
        // The umask can have taken the owner's rights as well.
        guard fchmod(descriptor, mode) == 0 else { throw FileError(errno, path: name) }
        try body(descriptor)
    }

    private static func write(_ data: Data, to descriptor: Int32, _ path: String) throws {
        try data.withUnsafeBytes { bytes in
            var offset = 0
            while offset < bytes.count {
                let count = Glibc.write(
                    descriptor,
                    bytes.baseAddress?.advanced(by: offset),
                    bytes.count - offset
                )
                if count < 0, errno == EINTR { continue }
                guard count > 0 else { throw FileError(errno, path: path) }
                offset += count
            }
        }
    }
}

import Glibc

/// A file mapped into memory for reading; only the pages that are looked at take memory.
final class MappedFile: Sendable {
    /// Valid as long as this object lives.
    // Safe to share: the mapping is read-only and changes only in `deinit`.
    nonisolated(unsafe) let bytes: UnsafeRawBufferPointer

    init(path: String) throws(ModelError) {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw Self.failure(path) }
        defer { close(file) }
        var status = stat()
        guard fstat(file, &status) == 0 else { throw Self.failure(path) }
        let size = Int(status.st_size)
        guard size > 0 else { throw .unreadable(file: path, reason: "It is empty.") }
        guard let start = mmap(nil, size, PROT_READ, MAP_PRIVATE, file, 0), start != MAP_FAILED else {
            throw Self.failure(path)
        }
        bytes = UnsafeRawBufferPointer(start: start, count: size)
    }

    deinit {
        munmap(UnsafeMutableRawPointer(mutating: bytes.baseAddress), bytes.count)
    }

    private static func failure(_ path: String) -> ModelError {
        .unreadable(file: path, reason: String(cString: strerror(errno)))
    }
}

import CZip
import Foundation

/// A ZIP file opened for reading, with limits: a spreadsheet from outside may be a bomb.
final class ZipArchive {
    private let handle: OpaquePointer

    /// Uncompressed bytes of one entry; a sheet of a million rows is about 200 MB.
    static let largestEntry: UInt64 = 512 << 20

    init?(path: String) {
        var code: Int32 = 0
        guard let handle = zip_open(path, ZIP_RDONLY, &code) else { return nil }
        self.handle = handle
    }

    deinit { zip_discard(handle) }

    /// Reads an entry piece by piece.
    /// - Returns: false when there is no such entry, it is too large, damaged, or `body` asked to stop.
    func read(_ name: String, _ body: (UnsafeBufferPointer<CChar>, _ isLast: Bool) -> Bool) -> Bool {
        var status = zip_stat_t()
        guard zip_stat(handle, name, 0, &status) == 0, status.size <= Self.largestEntry,
            let file = zip_fopen(handle, name, 0)
        else { return false }
        defer { zip_fclose(file) }
        var buffer = [CChar](repeating: 0, count: 1 << 16)
        var total: UInt64 = 0
        while true {
            let count = zip_fread(file, &buffer, UInt64(buffer.count))
            guard count >= 0 else { return false }
            total += UInt64(count)
            guard total <= Self.largestEntry else { return false }
            let goesOn = buffer.withUnsafeBufferPointer {
                body(UnsafeBufferPointer(rebasing: $0[..<Int(count)]), count == 0)
            }
            if !goesOn { return false }
            if count == 0 { return true }
        }
    }
}

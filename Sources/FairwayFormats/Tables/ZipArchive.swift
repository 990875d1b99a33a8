import CZip

/// A ZIP file opened for reading, with limits: a spreadsheet from outside may be a bomb.
final class ZipArchive {
    private let handle: OpaquePointer
    private var total: UInt64 = 0

    /// Uncompressed bytes of one entry; a sheet of a million rows is about 200 MB.
    static let largestEntry: UInt64 = 512 << 20
    /// Sheets shrink to a tenth, the most even ones to a fiftieth; a bomb to a thousandth.
    static let largestRatio: UInt64 = 200
    /// So much is unpacked whatever its ratio.
    static let alwaysUnpacked: UInt64 = 16 << 20

    /// Most uncompressed bytes of an entry of so many compressed ones.
    static func mostBytes(compressed: UInt64) -> UInt64 {
        let (bytes, isOver) = compressed.multipliedReportingOverflow(by: largestRatio)
        return isOver ? largestEntry : min(largestEntry, max(alwaysUnpacked, bytes))
    }

    /// Uncompressed bytes read from one archive, however many entries share them.
    static let largestTotal: UInt64 = 1 << 30

    init?(path: String) {
        var code: Int32 = 0
        guard let handle = zip_open(path, ZIP_RDONLY, &code) else { return nil }
        self.handle = handle
    }

    deinit { zip_discard(handle) }

    /// Names are compared as Windows does, without case.
    func contains(_ name: String) -> Bool { index(of: name) != nil }

    private func index(of name: String) -> UInt64? {
        let index = zip_name_locate(handle, name, zip_flags_t(ZIP_FL_NOCASE))
        return index < 0 ? nil : UInt64(index)
    }

    /// Reads an entry piece by piece.
    /// - Returns: false when there is no such entry, it is too large, damaged, or `body` asked to stop.
    func read(_ name: String, _ body: (UnsafeBufferPointer<CChar>, _ isLast: Bool) -> Bool) -> Bool {
        var status = zip_stat_t()
        guard let index = index(of: name), zip_stat_index(handle, index, 0, &status) == 0,
            status.size <= Self.mostBytes(compressed: status.comp_size),
            let file = zip_fopen_index(handle, index, 0)
        else { return false }
        defer { zip_fclose(file) }
        var buffer = [CChar](repeating: 0, count: 1 << 16)
        var size: UInt64 = 0
        while true {
            let count = zip_fread(file, &buffer, UInt64(buffer.count))
            guard count >= 0 else { return false }
            size += UInt64(count)
            total += UInt64(count)
            // What the archive says about the size need not be true.
            guard size <= Self.mostBytes(compressed: status.comp_size), total <= Self.largestTotal else {
                return false
            }
            let goesOn = buffer.withUnsafeBufferPointer {
                body(UnsafeBufferPointer(rebasing: $0[..<Int(count)]), count == 0)
            }
            if !goesOn { return false }
            if count == 0 { return true }
        }
    }
}

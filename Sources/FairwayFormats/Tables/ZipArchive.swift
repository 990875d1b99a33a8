import CZip
import FairwayCore

/// A ZIP file opened for reading, with limits: a spreadsheet from outside may be a bomb.
final class ZipArchive {
    private let handle: OpaquePointer
    private var total: UInt64 = 0

    /// A workbook has some twenty, one with pictures some hundreds.
    static let maxEntries = 4096
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

    convenience init(path: String) throws(TableError) {
        var code: Int32 = 0
        guard let handle = zip_open(path, ZIP_RDONLY, &code) else { throw .damaged }
        try self.init(handle)
    }

    /// - Parameter bytes: Must outlive the archive.
    convenience init(_ bytes: UnsafeRawBufferPointer) throws(TableError) {
        var error = zip_error_t()
        zip_error_init(&error)
        defer { zip_error_fini(&error) }
        guard let source = zip_source_buffer_create(bytes.baseAddress, UInt64(bytes.count), 0, &error) else {
            throw .damaged
        }
        guard let handle = zip_open_from_source(source, ZIP_RDONLY, &error) else {
            zip_source_free(source)
            throw .damaged
        }
        try self.init(handle)
    }

    private init(_ handle: OpaquePointer) throws(TableError) {
        self.handle = handle
        guard zip_get_num_entries(handle, 0) <= Self.maxEntries else {
            throw .beyond(.init(.entries, most: Self.maxEntries))
        }
    }

    deinit { zip_discard(handle) }

    /// Names are compared as Windows does, without case.
    func contains(_ name: String) -> Bool { index(of: name) != nil }

    private func index(of name: String) -> UInt64? {
        let index = zip_name_locate(handle, name, zip_flags_t(ZIP_FL_NOCASE))
        return index < 0 ? nil : UInt64(index)
    }

    /// Reads an entry piece by piece.
    /// - Throws: `TableError` when there is no such entry, it is damaged or too large; what `body` throws.
    func read(
        _ name: String,
        _ body: (UnsafeBufferPointer<CChar>, _ isLast: Bool) throws(TableError) -> Void
    ) throws(TableError) {
        var status = zip_stat_t()
        guard let index = index(of: name), zip_stat_index(handle, index, 0, &status) == 0 else {
            throw .damaged
        }
        let most = Self.mostBytes(compressed: status.comp_size)
        guard status.size <= most else { throw Self.tooLarge(name, most) }
        guard let file = zip_fopen_index(handle, index, 0) else { throw .damaged }
        defer { zip_fclose(file) }
        var buffer = [CChar](repeating: 0, count: 1 << 16)
        var size: UInt64 = 0
        while true {
            let count = zip_fread(file, &buffer, UInt64(buffer.count))
            guard count >= 0 else { throw .damaged }
            size += UInt64(count)
            total += UInt64(count)
            // What the archive says about the size need not be true.
            guard size <= most else { throw Self.tooLarge(name, most) }
            guard total <= Self.largestTotal else {
                throw .beyond(.init(.totalBytes, most: Int(Self.largestTotal)))
            }
            try buffer.withUnsafeBufferPointer { buffer throws(TableError) in
                try body(UnsafeBufferPointer(rebasing: buffer[..<Int(count)]), count == 0)
            }
            if count == 0 { return }
        }
    }

    private static func tooLarge(_ name: String, _ most: UInt64) -> TableError {
        let isByRatio = most < largestEntry
        return .beyond(
            .init(
                isByRatio ? .ratio : .entryBytes,
                most: Int(isByRatio ? largestRatio : largestEntry),
                part: String(name.prefix(80))
            )
        )
    }
}

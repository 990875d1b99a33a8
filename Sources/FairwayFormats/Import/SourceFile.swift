import FairwayCore
import Foundation

/// One file as it was found: what it is, its first bytes say better than its name.
enum SourceFile {
    case workbook(XLSXWorkbook)
    case text(CSVTable)
    /// With a word that helps: what it is instead.
    case unreadable(String)
    /// More than is read of any file.
    case beyond(FileLimit)

    /// A text of 300,000 rows is about 100 MB; it is in memory as a whole, three times over when it is not UTF-8.
    static let maxText = 256 << 20

    init(path: String) {
        let url = URL(fileURLWithPath: path)
        guard let handle = try? FileHandle(forReadingFrom: url) else {
            self = .unreadable("")
            return
        }
        let head = (try? handle.read(upToCount: 8)) ?? Data()
        try? handle.close()
        switch Kind(name: path, head: head) {
        case .workbook: self = Self.workbook { () throws(TableError) in try XLSXWorkbook(path: path) }
        case .oldWorkbook: self = .unreadable("XLS → XLSX")
        case .text: self = Self.text(url)
        }
    }

    /// A file that is in memory.
    init(name: String, bytes: [UInt8]) {
        switch Kind(name: name, head: bytes.prefix(8)) {
        case .workbook: self = Self.workbook { () throws(TableError) in try XLSXWorkbook(bytes) }
        case .oldWorkbook: self = .unreadable("XLS → XLSX")
        case .text: self = Self.text(bytes)
        }
    }

    private enum Kind {
        case workbook
        /// Excel 97–2003, and any workbook with a password.
        case oldWorkbook
        case text

        init(name: String, head: some Sequence<UInt8>) {
            let isNamedWorkbook = [".xlsx", ".xlsm"].contains { name.lowercased().hasSuffix($0) }
            if head.starts(with: [0x50, 0x4B, 0x03, 0x04]) || isNamedWorkbook {
                self = .workbook
            } else {
                self = head.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) ? .oldWorkbook : .text
            }
        }
    }

    private static func text(_ url: URL) -> SourceFile {
        let size = (try? url.resourceValues(forKeys: [.fileSizeKey]).fileSize) ?? 0
        guard size <= maxText else { return .beyond(.init(.fileBytes, most: maxText)) }
        guard let data = try? Data(contentsOf: url) else { return .unreadable("") }
        return text([UInt8](data))
    }

    private static func text(_ bytes: [UInt8]) -> SourceFile {
        guard bytes.count <= maxText else { return .beyond(.init(.fileBytes, most: maxText)) }
        do {
            return .text(try CSVTable(TextEncoding.utf8(bytes).text))
        } catch {
            return Self.refusal(error, "CSV")
        }
    }

    private static func workbook(_ read: () throws(TableError) -> XLSXWorkbook) -> SourceFile {
        do {
            return .workbook(try read())
        } catch {
            return refusal(error, "XLSX")
        }
    }

    private static func refusal(_ error: TableError, _ format: String) -> SourceFile {
        switch error {
        case .damaged: .unreadable(format)
        case .beyond(let limit): .beyond(limit)
        }
    }
}

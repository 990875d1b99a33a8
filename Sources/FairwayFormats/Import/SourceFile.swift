import Foundation

/// One file as it was found: what it is, its first bytes say better than its name.
enum SourceFile {
    case workbook(XLSXWorkbook)
    case text(CSVTable)
    /// With a word that helps: what it is instead.
    case unreadable(String)

    /// A text of a million rows is about 300 MB.
    static let largestText = 512 << 20

    init(path: String) {
        let url = URL(fileURLWithPath: path)
        guard let handle = try? FileHandle(forReadingFrom: url) else {
            self = .unreadable("")
            return
        }
        let head = (try? handle.read(upToCount: 8)) ?? Data()
        try? handle.close()
        let isNamedWorkbook = [".xlsx", ".xlsm"].contains { path.lowercased().hasSuffix($0) }
        if head.starts(with: [0x50, 0x4B, 0x03, 0x04]) || isNamedWorkbook {
            self = XLSXWorkbook(path: path).map { .workbook($0) } ?? .unreadable("XLSX")
        } else if head.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
            // Excel 97–2003, and any workbook with a password.
            self = .unreadable("XLS → XLSX")
        } else {
            self = Self.text(url)
        }
    }

    private static func text(_ url: URL) -> SourceFile {
        let size = (try? url.resourceValues(forKeys: [.fileSizeKey]).fileSize) ?? 0
        guard size <= largestText, let data = try? Data(contentsOf: url) else { return .unreadable("") }
        return .text(CSVTable(TextEncoding.utf8([UInt8](data)).text))
    }
}

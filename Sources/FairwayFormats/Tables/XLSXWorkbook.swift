import Foundation

/// The sheets of an Excel workbook as rows of text (ECMA-376): numbers as they are, dates as YYYY-MM-DD.
struct XLSXWorkbook {
    struct Sheet {
        var name: String
        var rows: [TableRow]
    }

    private(set) var sheets: [Sheet] = []

    /// - Returns: nil when the file is no readable workbook.
    init?(path: String) {
        guard let archive = ZipArchive(path: path), let index = WorkbookIndex(archive) else { return nil }
        let strings = Self.sharedStrings(archive)
        let styles = DateStyles(archive)
        for entry in index.sheets where entry.isVisible {
            guard let reader = SheetReader(strings: strings, styles: styles, uses1904: index.uses1904),
                reader.read(archive, entry.path)
            else { return nil }
            sheets.append(Sheet(name: entry.name, rows: reader.rows))
        }
    }

    /// Rich text is joined; phonetic guides (`rPh`) are not part of it.
    private static func sharedStrings(_ archive: ZipArchive) -> [String] {
        var strings: [String] = []
        var current: [UInt8] = []
        var isText = false
        var phonetic = 0
        let reader = XMLReader(
            onStart: { name, _ in
                if name == "si" { current.removeAll(keepingCapacity: true) }
                if name == "rPh" { phonetic += 1 }
                isText = name == "t" && phonetic == 0
            },
            onEnd: { name in
                if name == "si" { strings.append(String(decoding: current, as: UTF8.self)) }
                if name == "rPh" { phonetic -= 1 }
                isText = false
            },
            onText: { if isText { current.append(contentsOf: $0.lazy.map { UInt8(bitPattern: $0) }) } }
        )
        guard let reader else { return [] }
        _ = archive.read("xl/sharedStrings.xml") { reader.parse($0, isLast: $1) }
        return strings
    }
}

/// Which sheets there are, and where.
private struct WorkbookIndex {
    struct Entry {
        var name: String
        var path: String
        var isVisible: Bool
    }

    private(set) var sheets: [Entry] = []
    private(set) var uses1904 = false

    init?(_ archive: ZipArchive) {
        var targets: [String: String] = [:]
        var found: [(name: String, relation: String, isVisible: Bool)] = []
        var has1904 = false
        let relations = XMLReader(
            onStart: { name, attributes in
                guard name == "Relationship", let id = attributes["Id"] else { return }
                targets[id] = attributes["Target"]
            },
            onEnd: { _ in },
            onText: { _ in }
        )
        let workbook = XMLReader(
            onStart: { name, attributes in
                if name == "workbookPr" { has1904 = ["1", "true"].contains(attributes["date1904"]) }
                guard name == "sheet", let relation = attributes["r:id"] else { return }
                found.append((attributes["name"] ?? "", relation, attributes["state"] == nil))
            },
            onEnd: { _ in },
            onText: { _ in }
        )
        guard let relations, let workbook,
            archive.read("xl/_rels/workbook.xml.rels", { relations.parse($0, isLast: $1) }),
            archive.read("xl/workbook.xml", { workbook.parse($0, isLast: $1) })
        else { return nil }
        uses1904 = has1904
        sheets = found.compactMap { sheet in
            guard let target = targets[sheet.relation] else { return nil }
            let path = target.hasPrefix("/") ? String(target.dropFirst()) : "xl/" + target
            return Entry(name: sheet.name, path: path, isVisible: sheet.isVisible)
        }
    }
}

/// Which cell styles show a number as a date or time.
struct DateStyles {
    private var isDate: [Bool] = []

    init(_ archive: ZipArchive) {
        var custom: Set<Int> = []
        var styles: [Bool] = []
        var isInCells = false
        let reader = XMLReader(
            onStart: { name, attributes in
                if name == "numFmt", let id = attributes["numFmtId"].flatMap({ Int($0) }),
                    Self.showsDate(attributes["formatCode"] ?? "")
                {
                    custom.insert(id)
                }
                if name == "cellXfs" { isInCells = true }
                if name == "xf", isInCells {
                    let id = attributes["numFmtId"].flatMap { Int($0) } ?? 0
                    // 14–22 and 45–47 are built in; 27–36 and 50–58 are the East Asian dates.
                    let isBuiltIn =
                        (14...22).contains(id) || (27...36).contains(id) || (45...47).contains(id)
                        || (50...58).contains(id)
                    styles.append(isBuiltIn || custom.contains(id))
                }
            },
            onEnd: { if $0 == "cellXfs" { isInCells = false } },
            onText: { _ in }
        )
        guard let reader else { return }
        _ = archive.read("xl/styles.xml") { reader.parse($0, isLast: $1) }
        isDate = styles
    }

    func isDate(_ style: Int) -> Bool { isDate.indices.contains(style) && isDate[style] }

    /// A format with a day, month or year outside quotes and brackets.
    private static func showsDate(_ code: String) -> Bool {
        var isQuoted = false
        var depth = 0
        for character in code.lowercased() {
            switch character {
            case "\"": isQuoted.toggle()
            case "[": depth += 1
            case "]": depth -= 1
            case "y", "d", "m", "h", "年", "月", "日": if !isQuoted, depth == 0 { return true }
            default: break
            }
        }
        return false
    }
}

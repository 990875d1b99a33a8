import FairwayCore

/// Which cell styles of a workbook show a number as a date or time.
struct DateStyles {
    private var isDate: [Bool] = []

    /// More formats than Excel has, and longer than its are.
    private static let maxStyles = 65_536
    private static let maxFormat = 255

    /// - Throws: `TableError` when they are damaged; a workbook without styles is in order.
    init(_ archive: ZipArchive, _ budget: TableBudget) throws(TableError) {
        let path = "xl/styles.xml"
        guard archive.contains(path) else { return }
        var custom: [Int: Bool] = [:]
        var styles: [Bool] = []
        var isInCells = false
        let reader = try XMLReader(
            budget,
            onStart: { name, attributes throws(TableError) in
                if name == "numFmt", let id = attributes["numFmtId"].flatMap({ Int($0, in: Self.ids) }) {
                    custom[id] = Self.showsDate(attributes["formatCode"] ?? "")
                }
                if name == "cellXfs" { isInCells = true }
                if name == "xf", isInCells {
                    let id = attributes["numFmtId"].flatMap { Int($0, in: Self.ids) } ?? 0
                    guard styles.count < Self.maxStyles else { throw .damaged }
                    styles.append(custom[id] ?? Self.isBuiltInDate(id))
                }
            },
            onEnd: { name throws(TableError) in if name == "cellXfs" { isInCells = false } }
        )
        try archive.read(path) { piece, isLast throws(TableError) in
            try reader.parse(piece, isLast: isLast)
        }
        isDate = styles
    }

    private static let ids = 0...65_535

    func isDate(_ style: Int) -> Bool { isDate.indices.contains(style) && isDate[style] }

    /// 14–22 and 45–47 are the same everywhere; 27–36 and 50–58 are the East Asian dates (ECMA-376, 18.8.30).
    private static func isBuiltInDate(_ id: Int) -> Bool {
        (14...22).contains(id) || (27...36).contains(id) || (45...47).contains(id) || (50...58).contains(id)
    }

    /// A format with a day, month, year or hour outside quotes, brackets and escapes; `[h]` counts hours.
    static func showsDate(_ code: String) -> Bool {
        var isQuoted = false
        var isEscaped = false
        var bracket: String?
        // Only the first section is for numbers over zero.
        for character in code.prefix(maxFormat).lowercased() {
            if isEscaped {
                isEscaped = false
            } else if character == "\"" {
                isQuoted.toggle()
            } else if isQuoted {
                continue
            } else if let inside = bracket {
                if character == "]", ["h", "hh", "m", "mm", "s", "ss"].contains(inside) { return true }
                bracket = character == "]" ? nil : inside + String(character)
            } else if character == "[" {
                bracket = ""
            } else if character == "\\" || character == "_" || character == "*" {
                isEscaped = true
            } else if character == ";" {
                return false
            } else if "ydmhs年月日".contains(character) {
                return true
            }
        }
        return false
    }
}

/// Reads one worksheet as a stream.
final class SheetReader {
    private(set) var rows: [TableRow] = []
    /// Cells kept so far, the empty ones before a filled one included.
    private(set) var cellCount = 0
    private let strings: SharedStrings
    private let styles: DateStyles
    private let uses1904: Bool
    private let cellLimit: Int
    private var row = TableRow(number: 0, cells: [])
    private var column = 0
    private var type = ""
    private var style = 0
    private var text: [UInt8] = []
    private var isValue = false
    private var phonetic = 0

    /// No kind of table has a tenth of them; columns further right are passed over.
    static let mostColumns = 512
    /// Excel's own limit.
    static let mostRows = 1_048_576
    /// All sheets of a workbook: 300,000 rows of the widest table.
    ///
    /// A cell takes 16 bytes even when it is empty, so that
    /// far fewer bytes of XML could otherwise fill the memory.
    static let mostCells = 8_000_000

    init(strings: SharedStrings, styles: DateStyles, uses1904: Bool, mostCells: Int) {
        self.strings = strings
        self.styles = styles
        self.uses1904 = uses1904
        cellLimit = mostCells
    }

    /// - Returns: false when the sheet is missing, damaged or has too many cells.
    func read(_ archive: ZipArchive, _ path: String) -> Bool {
        let reader = XMLReader(
            onStart: { [unowned self] in start($0, $1) },
            onEnd: { [unowned self] in end($0) },
            onText: { [unowned self] in
                if isValue { text.append(contentsOf: $0.lazy.map { UInt8(bitPattern: $0) }) }
            }
        )
        guard let reader else { return false }
        return archive.read(path) { [unowned self] in
            reader.parse($0, isLast: $1) && cellCount <= cellLimit && rows.count <= Self.mostRows
        }
    }

    private func start(_ name: String, _ attributes: XMLAttributes) {
        switch name {
        case "row":
            let number = attributes["r"].flatMap { Int($0) } ?? row.number + 1
            row = TableRow(number: number, cells: [])
            column = 0
        case "c":
            column = attributes["r"].flatMap(Self.column) ?? column + 1
            type = attributes["t"] ?? "n"
            style = attributes["s"].flatMap { Int($0) } ?? 0
            text.removeAll(keepingCapacity: true)
        case "rPh":
            phonetic += 1
        case "v", "t":
            isValue = phonetic == 0
        default:
            break
        }
    }

    private func end(_ name: String) {
        switch name {
        case "v", "t":
            isValue = false
        case "rPh":
            phonetic -= 1
        case "c":
            guard column > 0, column <= Self.mostColumns else { return }
            let value = value().trimmedCell
            guard !value.isEmpty else { return }
            while row.cells.count < column { row.cells.append("") }
            row.cells[column - 1] = value
        case "row":
            guard !row.isEmpty else { return }
            cellCount += row.cells.count
            rows.append(row)
        default:
            break
        }
    }

    private func value() -> String {
        let raw = String(decoding: text, as: UTF8.self)
        switch type {
        case "s": return Int(raw).flatMap { strings[$0] } ?? ""
        case "n": return numberText(raw)
        default: return raw
        }
    }

    /// Excel writes seventeen digits of 1704.9; people see 1704.9.
    private func numberText(_ raw: String) -> String {
        guard let number = Double(raw), number.isFinite else { return raw }
        if styles.isDate(style), let date = ExcelDate.text(number, uses1904: uses1904) { return date }
        guard abs(number) < 1e15 else { return raw }
        return number == number.rounded() ? String(Int(number)) : String(number)
    }

    /// "BC12" → 55; anything beyond the last column is one past it.
    private static func column(_ reference: String) -> Int? {
        var column = 0
        for byte in reference.utf8 {
            guard byte >= UInt8(ascii: "A"), byte <= UInt8(ascii: "Z") else { break }
            column = min(mostColumns + 1, column * 26 + Int(byte - UInt8(ascii: "A")) + 1)
        }
        return column > 0 ? column : nil
    }
}

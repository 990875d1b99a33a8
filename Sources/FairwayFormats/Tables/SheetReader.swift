import FairwayCore

/// Reads one worksheet as a stream.
final class SheetReader {
    private(set) var rows: [TableRow] = []
    private let strings: SharedStrings
    private let styles: DateStyles
    private let uses1904: Bool
    private let budget: TableBudget
    /// Of the row that is read, and of the next one if it does not say its own.
    private var number: RowNumber?
    private var next: RowNumber? = .first
    private var cells: [String] = []
    private var column = 0
    private var type = ""
    private var style = 0
    private var text = XMLText()
    private var isValue = false
    private var phonetic = 0

    /// More styles than Excel has.
    private static let maxStyle = 65_535

    init(strings: SharedStrings, styles: DateStyles, uses1904: Bool, budget: TableBudget) {
        self.strings = strings
        self.styles = styles
        self.uses1904 = uses1904
        self.budget = budget
    }

    /// - Throws: `TableError` when the sheet is missing, damaged or beyond a limit.
    func read(_ archive: ZipArchive, _ path: String) throws(TableError) {
        let reader = try XMLReader(
            budget,
            onStart: { [unowned self] name, attributes throws(TableError) in try start(name, attributes) },
            onEnd: { [unowned self] name throws(TableError) in try end(name) },
            onText: { [unowned self] piece throws(TableError) in if isValue { text.append(piece) } }
        )
        try archive.read(path) { piece, isLast throws(TableError) in
            try reader.parse(piece, isLast: isLast)
        }
    }

    private func start(_ name: String, _ attributes: XMLAttributes) throws(TableError) {
        switch name {
        case "row":
            number = try attributes["r"].map(Self.row) ?? next
            guard let number else { throw Self.tooManyRows }
            next = number.next
            cells.removeAll(keepingCapacity: true)
            column = 0
        case "c":
            let own = attributes["r"].flatMap(Self.column)
            column = min(own ?? column + 1, TableBudget.maxColumns + 1)
            type = attributes["t"] ?? "n"
            style = attributes["s"].flatMap { Int($0, in: 0...Self.maxStyle) } ?? 0
            text.clear()
        case "rPh":
            phonetic += 1
        case "v", "t":
            isValue = phonetic == 0
        default:
            break
        }
    }

    private func end(_ name: String) throws(TableError) {
        switch name {
        case "v", "t":
            isValue = false
        case "rPh":
            phonetic -= 1
        case "c":
            let value = try value().trimmedCell
            guard column > 0, !value.isEmpty else { return }
            guard column <= TableBudget.maxColumns else {
                throw .beyond(.init(.columns, most: TableBudget.maxColumns))
            }
            while cells.count < column { cells.append("") }
            cells[column - 1] = value
        case "row":
            guard let number, cells.contains(where: { !$0.isEmpty }) else { return }
            guard rows.count < RowNumber.range.upperBound else { throw Self.tooManyRows }
            let row = TableRow(number: number, cells: cells)
            try budget.take(row)
            rows.append(row)
        default:
            break
        }
    }

    private static let tooManyRows = TableError.beyond(.init(.rows, most: RowNumber.range.upperBound))

    private static func row(_ text: String) throws(TableError) -> RowNumber {
        guard let number = RowNumber(text) else { throw tooManyRows }
        return number
    }

    private func value() throws(TableError) -> String {
        let raw = text.string
        switch type {
        case "s":
            guard !raw.isEmpty else { return "" }
            // A text that is not there is no empty one.
            guard let shared = strings[raw] else { throw .damaged }
            return shared
        case "n":
            return numberText(raw)
        default:
            try budget.take(raw)
            return raw
        }
    }

    /// Excel writes seventeen digits of 1704.9; people see 1704.9.
    private func numberText(_ raw: String) -> String {
        guard let number = Double(raw, in: -1e300...1e300) else { return raw }
        if styles.isDate(style), let date = ExcelDate.text(number, uses1904: uses1904) { return date }
        guard abs(number) < 1e15 else { return raw }
        return number == number.rounded() ? String(Int(number)) : String(number)
    }

    /// "BC12" → 55; anything beyond the last column is one past it.
    private static func column(_ reference: String) -> Int? {
        var column = 0
        for byte in reference.utf8 {
            guard byte >= UInt8(ascii: "A"), byte <= UInt8(ascii: "Z") else { break }
            column = min(TableBudget.maxColumns + 1, column * 26 + Int(byte - UInt8(ascii: "A")) + 1)
        }
        return column > 0 ? column : nil
    }
}

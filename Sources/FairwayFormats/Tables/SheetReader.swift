import FairwayCore
import Foundation

/// Reads one worksheet as a stream.
final class SheetReader {
    private(set) var rows: [TableRow] = []
    private let strings: [String]
    private let styles: DateStyles
    private let uses1904: Bool
    private var row = TableRow(number: 0, cells: [])
    private var column = 0
    private var type = ""
    private var style = 0
    private var text: [UInt8] = []
    private var isValue = false

    /// Excel's own limit.
    static let mostColumns = 16_384

    init?(strings: [String], styles: DateStyles, uses1904: Bool) {
        self.strings = strings
        self.styles = styles
        self.uses1904 = uses1904
    }

    func read(_ archive: ZipArchive, _ path: String) -> Bool {
        let reader = XMLReader(
            onStart: { [unowned self] in start($0, $1) },
            onEnd: { [unowned self] in end($0) },
            onText: { [unowned self] in
                if isValue { text.append(contentsOf: $0.lazy.map { UInt8(bitPattern: $0) }) }
            }
        )
        guard let reader else { return false }
        return archive.read(path) { reader.parse($0, isLast: $1) }
    }

    private func start(_ name: String, _ attributes: [String: String]) {
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
        case "v", "t":
            isValue = true
        default:
            break
        }
    }

    private func end(_ name: String) {
        switch name {
        case "v", "t":
            isValue = false
        case "c":
            guard column > 0, column <= Self.mostColumns else { return }
            let value = value().trimmedCell
            guard !value.isEmpty else { return }
            while row.cells.count < column { row.cells.append("") }
            row.cells[column - 1] = value
        case "row":
            if !row.isEmpty { rows.append(row) }
        default:
            break
        }
    }

    private func value() -> String {
        let raw = String(decoding: text, as: UTF8.self)
        switch type {
        case "s":
            guard let index = Int(raw), strings.indices.contains(index) else { return "" }
            return strings[index]
        case "n":
            guard let number = Double(raw) else { return raw }
            if styles.isDate(style), let date = ExcelDate.text(number, uses1904: uses1904) { return date }
            return number == number.rounded() && abs(number) < 1e15 ? String(Int(number)) : raw
        default:
            return raw
        }
    }

    /// "BC12" → 55.
    private static func column(_ reference: String) -> Int? {
        var column = 0
        for byte in reference.utf8 {
            guard byte >= UInt8(ascii: "A"), byte <= UInt8(ascii: "Z") else { break }
            column = column * 26 + Int(byte - UInt8(ascii: "A")) + 1
            if column > mostColumns { return nil }
        }
        return column > 0 ? column : nil
    }
}

/// Excel's day numbers.
enum ExcelDate {
    /// YYYY-MM-DD, or HH:MM for a bare time of day; nil when the number is no date.
    static func text(_ number: Double, uses1904: Bool) -> String? {
        guard number >= 0, number < 2_958_466 else { return nil }
        if number < 1 {
            let minutes = Int((number * 1440).rounded())
            return ClockTime(minutesAfterMidnight: minutes)?.description
        }
        return date(Int(number), uses1904: uses1904)?.description
    }

    /// In the 1900 system day 60 is a 29 February that never was, so days before it are one off.
    static func date(_ day: Int, uses1904: Bool = false) -> CivilDate? {
        if uses1904 { return CivilDate(year: 1904, month: 1, day: 1)?.adding(days: day) }
        return CivilDate(year: 1899, month: 12, day: day < 60 ? 31 : 30)?.adding(days: day)
    }
}

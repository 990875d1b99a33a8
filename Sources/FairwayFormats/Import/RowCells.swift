import FairwayCore
import TextAnalysis

/// One row's cells by field, and what is wrong with them.
struct RowCells {
    let cells: [String]
    let source: RowSource
    /// Field → column of the table.
    let columns: [String: Int]
    let table: SourceTable
    let cache: CellCache
    private(set) var diagnostics: [Diagnostic] = []

    init(
        cells: [String],
        source: RowSource,
        columns: [String: Int],
        table: SourceTable,
        cache: CellCache
    ) {
        self.cache = cache
        self.cells = cells
        self.source = source
        self.columns = columns
        self.table = table
    }

    var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

    /// The cell's text, nil when the column is missing or the cell empty.
    func text(_ field: String) -> String? {
        guard let column = columns[field], cells.indices.contains(column), !cells[column].isEmpty else {
            return nil
        }
        return cells[column]
    }

    mutating func report(
        _ field: String,
        _ value: String?,
        _ problem: Diagnostic.Problem,
        severity: Diagnostic.Severity = .error
    ) {
        diagnostics.append(
            Diagnostic(
                file: table.file,
                row: source.row,
                column: table.headers[field] ?? field,
                value: value.map(Self.shortened),
                severity: severity,
                problem: problem
            )
        )
    }

    /// A warning about the first cell beyond the headers, which no column can take.
    var withoutHeader: Diagnostic? {
        let width = table.columns.count
        guard cells.count > width, let cell = cells[width...].first(where: { !$0.isEmpty }) else {
            return nil
        }
        return Diagnostic(
            file: table.file,
            row: source.row,
            value: Self.shortened(cell),
            severity: .warning,
            problem: .cellWithoutHeader
        )
    }

    /// A message quotes no more of a cell than a line holds.
    static func shortened(_ value: String) -> String {
        // What people take for one character may have any number of marks.
        let scalars = value.unicodeScalars.prefix(200)
        let start = String(String.UnicodeScalarView(scalars)).prefix(80)
        return scalars.endIndex < value.endIndex || start.endIndex < start.base.endIndex ? start + "…" : value
    }

    /// Reports cells that hold no text a person wrote: wrongly decoded, failed formulas, control characters, or far too long; and
    /// addresses in the names of contacts.
    /// - Parameter isUnclosed: A quotation mark in the row is never closed.
    /// - Returns: Whether the row can be read further: nothing is to be looked for in a cell of megabytes.
    mutating func checkText(isUnclosed: Bool) -> Bool {
        var isReadable = true
        for field in ImportField.fields(of: table.kind) {
            guard let text = text(field.name) else { continue }
            if Self.isTooLong(text) {
                report(field.name, text, .tooLong(most: Self.longestText))
                isReadable = false
            } else if (isUnclosed && text.contains("\n")) || Self.isDamaged(text)
                || ExcelError.texts.contains(text)
            {
                report(field.name, text, .invalidText)
            } else if let flaw = Self.flaw(in: text, of: field.name) {
                report(field.name, text, .unsafeText(flaw))
            } else if table.kind == .representatives, field.name.hasPrefix("name_"),
                let mark = TextSafety.addressMark(in: text)
            {
                // Letters address contacts by their names.
                report(field.name, text, .addressInName(mark))
            }
        }
        if isUnclosed, !hasErrors {
            diagnostics.append(
                Diagnostic(file: table.file, row: source.row, value: "\"", problem: .invalidText)
            )
        }
        return isReadable
    }

    /// Line breaks within a cell of a name are taken for spaces; what people read at length may have them.
    private static func flaw(in text: String, of field: String) -> TextFlaw? {
        let isLong = field.hasPrefix("about") || field.hasPrefix("text") || field == "message"
        if isLong { return TextSafety.flaw(in: text, .text) }
        if let flaw = TextSafety.flaw(in: text, .name), flaw.kind != .control { return flaw }
        return TextSafety.flaw(in: TextSafety.normalized(text, .name), .name)
    }

    /// Characters (UTF-16 units) that a cell of Excel holds; names are checked again by the store.
    static let longestText = 32_767

    private static func isTooLong(_ text: String) -> Bool {
        text.utf8.count > longestText && text.utf16.count > longestText
    }

    private static func isDamaged(_ text: String) -> Bool {
        // U+FFFD is EF BF BD in UTF-8; control characters are single bytes.
        var (last, before): (UInt8, UInt8) = (0, 0)
        for byte in text.utf8 {
            if byte < 0x20, byte != 0x09, byte != 0x0A, byte != 0x0D { return true }
            if byte == 0xBD, last == 0xBF, before == 0xEF { return true }
            (before, last) = (last, byte)
        }
        return false
    }

    mutating func required(_ field: String) -> String {
        if let text = text(field) { return text }
        report(field, nil, .missingValue)
        return ""
    }

    mutating func id<Owner>(_ field: String) -> Identifier<Owner> {
        let code = required(field)
        if code.utf8.count > 64 || code.contains(where: { $0.isWhitespace || $0 == "/" || $0 == "@" }) {
            report(field, code, .invalidText)
        }
        return Identifier(code)
    }

    func optionalID<Owner>(_ field: String) -> Identifier<Owner>? { text(field).map { Identifier($0) } }

    /// Text in the three languages from `prefix_zh`, `prefix_ru`, `prefix_en`.
    mutating func localized(_ prefix: String, isRequired: Bool = false) -> LocalizedText {
        let isName = prefix == "name" || prefix == "position"
        func plain(_ field: String) -> String? {
            self.text(field).map { isName ? TextSafety.normalized($0, .name) : $0 }
        }
        let text = LocalizedText(
            zh: plain(prefix + "_zh"),
            ru: plain(prefix + "_ru"),
            en: plain(prefix + "_en")
        )
        if isRequired, text.isEmpty {
            let field =
                ["_en", "_zh", "_ru"].map { prefix + $0 }.first { columns[$0] != nil } ?? prefix + "_en"
            report(field, nil, .missingValue)
        }
        return text
    }

    /// A value of an enumeration, by its name in the store or its name in any language.
    mutating func choice<Value>(_ field: String, _ choices: Choices<Value>) -> Value? {
        guard let text = text(field) else { return nil }
        if let value = cache.meaning(field, text, { choices.value(text) }) { return value }
        let maybe = cache.suggestion(field, text) { choices.suggestion(for: text) }
        report(field, text, .unknownValue(maybe: maybe))
        return nil
    }

    /// The meaning of a cell, remembered for the next row with the same text.
    /// - Parameter scope: What the meaning depends on besides the column.
    func meaning<Value>(_ field: String, _ text: String, scope: String = "", _ make: () -> Value?) -> Value? {
        cache.meaning(field + scope, text, make)
    }
}

import FairwayCore

/// One row's cells by field, and what is wrong with them.
struct RowCells {
    let cells: [String]
    let source: RowSource
    /// Field → column of the table.
    let columns: [String: Int]
    let table: SourceTable
    private let cache: CellCache
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

    mutating func report(_ field: String, _ value: String?, _ problem: Diagnostic.Problem) {
        diagnostics.append(
            Diagnostic(
                file: table.file,
                row: source.row,
                column: table.headers[field] ?? field,
                value: value,
                problem: problem
            )
        )
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
        let text = LocalizedText(
            zh: text(prefix + "_zh"),
            ru: text(prefix + "_ru"),
            en: text(prefix + "_en")
        )
        if isRequired, text.isEmpty {
            let field =
                ["_en", "_zh", "_ru"].map { prefix + $0 }.first { columns[$0] != nil } ?? prefix + "_en"
            report(field, nil, .missingValue)
        }
        return text
    }

    mutating func integer(_ field: String, _ range: ClosedRange<Int>) -> Int? {
        guard let text = text(field) else { return nil }
        let plain = String(text.filter { $0 != " " && $0 != "\u{A0}" })
        guard let number = Int(plain) ?? Double(plain).flatMap({ Int(exactly: $0) }) else {
            report(field, text, .notANumber)
            return nil
        }
        guard range.contains(number) else {
            report(field, text, .outOfRange(range.lowerBound, range.upperBound))
            return nil
        }
        return number
    }

    /// A value of an enumeration, by its name in the store or its name in any language.
    mutating func choice<Value>(_ field: String, _ choices: Choices<Value>) -> Value? {
        guard let text = text(field) else { return nil }
        if let value = cache.meaning(field, text, { choices.value(text) }) { return value }
        report(field, text, .unknownValue(maybe: choices.suggestion(for: text)))
        return nil
    }

    /// The meaning of a cell, remembered for the next row with the same text.
    /// - Parameter scope: What the meaning depends on besides the column.
    func meaning<Value>(_ field: String, _ text: String, scope: String = "", _ make: () -> Value?) -> Value? {
        cache.meaning(field + scope, text, make)
    }

    mutating func choices<Value>(_ field: String, _ choices: Choices<Value>) -> [Value] {
        guard let text = text(field) else { return [] }
        let all = cache.meaning(field, text) { () -> [Value]? in
            let values = parts(field).map { choices.value($0) }
            return values.contains { $0 == nil } ? nil : values.compactMap { $0 }
        }
        if let all { return all }
        return parts(field).compactMap { part in
            if let value = choices.value(part) { return value }
            report(field, part, .unknownValue(maybe: choices.suggestion(for: part)))
            return nil
        }
    }

    /// The parts of a list, whichever way it is separated.
    func parts(_ field: String) -> [String] {
        (text(field) ?? "").split(whereSeparator: { ",;/、，；|\n".contains($0) }).map { String($0).trimmedCell }
            .filter { !$0.isEmpty }
    }

    /// "0-15; 20" → slot numbers.
    mutating func slots(_ field: String) -> [Int] {
        var result: Set<Int> = []
        for part in parts(field) {
            let ends = part.split(whereSeparator: { "-–—".contains($0) }).map { Int(String($0).trimmedCell) }
            switch (ends.count, ends.first ?? nil, ends.last ?? nil) {
            case (1, let slot?, _) where (0..<4096).contains(slot): result.insert(slot)
            case (2, let first?, let last?) where first <= last && (0..<4096).contains(last):
                result.formUnion(first...last)
            default: report(field, part, .notANumber)
            }
        }
        return result.sorted()
    }

    mutating func date(_ field: String) -> CivilDate? {
        guard let text = text(field) else { return nil }
        if let date = cache.meaning(field, text, { WrittenDate.parse(text) }) { return date }
        report(field, text, .invalidDate)
        return nil
    }

    mutating func time(_ field: String) -> ClockTime? {
        let text = required(field)
        if let time = ClockTime(text) ?? ClockTime(String(text.prefix(5))) { return time }
        if !text.isEmpty { report(field, text, .invalidDate) }
        return nil
    }

    mutating func languages(_ field: String) -> [LanguageTag] {
        guard let text = text(field) else { return [] }
        let all = cache.meaning(field, text) { () -> [LanguageTag]? in
            var tags: [LanguageTag] = []
            for part in parts(field) {
                guard let tag = LanguageNames.tag(part) else { return nil }
                if !tags.contains(tag) { tags.append(tag) }
            }
            return tags
        }
        if let all { return all }
        var result: [LanguageTag] = []
        for part in parts(field) {
            guard let tag = LanguageNames.tag(part) else {
                report(field, part, .invalidLanguage)
                continue
            }
            if !result.contains(tag) { result.append(tag) }
        }
        return result
    }

    /// "zh-ru; zh-en".
    mutating func pairs(_ field: String) -> [LanguagePair] {
        var result: [LanguagePair] = []
        for part in parts(field) {
            let sides = part.split(whereSeparator: { "-–—↔<>".contains($0) }).map { String($0).trimmedCell }
            guard sides.count == 2, let one = LanguageNames.tag(sides[0]),
                let other = LanguageNames.tag(sides[1]),
                let pair = LanguagePair(one, other)
            else {
                report(field, part, .invalidPair)
                continue
            }
            if !result.contains(pair) { result.append(pair) }
        }
        if result.isEmpty, diagnostics.isEmpty { report(field, nil, .missingValue) }
        return result
    }

    mutating func hsCode(_ field: String) -> HSCode? {
        let text = required(field)
        guard !text.isEmpty else { return nil }
        // Excel drops the leading zero of chapters 01–09.
        if let code = HSCode(text) ?? HSCode("0" + text) { return code }
        report(field, text, .invalidHSCode)
        return nil
    }
}

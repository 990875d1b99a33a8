/// A text in all three languages.
struct SampleText: Hashable {
    let zh: String
    let ru: String
    let en: String

    var localized: LocalizedText { LocalizedText(zh: zh, ru: ru, en: en) }

    subscript(language: Language) -> String {
        switch language {
        case .zh: zh
        case .ru: ru
        case .en: en
        }
    }

    /// Makes each language's text in turn.
    static func each(_ text: (Language) -> String) -> SampleText {
        SampleText(zh: text(.zh), ru: text(.ru), en: text(.en))
    }

    /// Replaces `{key}` in every language.
    func replacing(_ key: String, with value: (Language) -> String) -> SampleText {
        .each { language in
            let parts = self[language].split(separator: "{" + key + "}", omittingEmptySubsequences: false)
            return parts.joined(separator: value(language))
        }
    }
}

extension String {
    /// The text as it stands inside a sentence: its first letter small, unless it begins with an abbreviation.
    var insideSentence: String {
        guard let first, first.isUppercase else { return self }
        if let second = dropFirst().first, second.isUppercase || second.isNumber || second == "-" {
            return self
        }
        return first.lowercased() + dropFirst()
    }

    /// The text as it stands at the beginning of a sentence.
    var beginningSentence: String {
        guard let first else { return self }
        return first.uppercased() + dropFirst()
    }
}

/// Reads the lexicon's tables: one entry a line, cells between `|`; a line `=name` opens a section.
struct SampleTable {
    struct Row {
        let section: String
        let cells: [String]

        /// The three cells from `start` on as Chinese, Russian and English.
        func text(from start: Int = 0) -> SampleText {
            precondition(cells.count >= start + 3, "lexicon line is too short: \(cells)")
            return SampleText(zh: cells[start], ru: cells[start + 1], en: cells[start + 2])
        }
    }

    static func rows(_ source: String) -> [Row] {
        var section = ""
        var rows: [Row] = []
        for line in source.utf8.split(separator: UInt8(ascii: "\n")) {
            if line.first == UInt8(ascii: "=") {
                section = String(Substring(line.dropFirst()))
                continue
            }
            let cells = line.split(separator: UInt8(ascii: "|"), omittingEmptySubsequences: false)
            rows.append(Row(section: section, cells: cells.map { String(Substring($0)) }))
        }
        return rows
    }

    /// The texts of each section, in order.
    static func texts(_ source: String) -> [String: [SampleText]] {
        var result: [String: [SampleText]] = [:]
        for row in rows(source) {
            result[row.section, default: []].append(row.text())
        }
        return result
    }
}

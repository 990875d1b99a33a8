/// The Harmonized System 2022: 96 chapters (77 is reserved) and 1,228 headings, named in three languages.
///
/// ```swift
/// let nomenclature = try Nomenclature.installed()
/// nomenclature.heading("1806")?.name.ru    // Шоколад и какао-продукты
/// nomenclature.accepts("180632")           // true
/// ```
package struct Nomenclature: Sendable, Equatable {
    /// In the order of codes.
    package let chapters: [NomenclatureEntry]
    /// In the order of codes: the index of a heading is the same everywhere.
    package let headings: [NomenclatureEntry]
    private let places: [String: Int]

    /// Reads a table of seven columns separated by tabs: code, name and words in zh, ru, en; words are separated by `; `.
    /// - Throws: `NomenclatureError` with the row, counted from 1.
    package init(tsv: String) throws(NomenclatureError) {
        var chapters: [NomenclatureEntry] = []
        var headings: [NomenclatureEntry] = []
        var seen: Set<String> = []
        for (index, line) in tsv.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
        where !line.isEmpty {
            let entry = try Self.entry(line, row: index + 1)
            guard seen.insert(entry.code).inserted else { throw .codeTwice(row: index + 1, code: entry.code) }
            if entry.isHeading { headings.append(entry) } else { chapters.append(entry) }
        }
        self.chapters = chapters.sorted { $0.code < $1.code }
        self.headings = headings.sorted { $0.code < $1.code }
        places = Dictionary(uniqueKeysWithValues: self.headings.enumerated().map { ($1.code, $0) })
        for heading in self.headings where !seen.contains(heading.chapter) {
            throw .noChapter(code: heading.code)
        }
    }

    /// The place of a heading in `headings`.
    package func index(of code: String) -> Int? { places[code] }

    package func heading(_ code: String) -> NomenclatureEntry? {
        places[code].map { headings[$0] }
    }

    package func chapter(_ code: String) -> NomenclatureEntry? {
        chapters.first { $0.code == code }
    }

    /// Whether this is a chapter, a heading, or 6, 8 or 10 digits below a heading that there is.
    package func accepts(_ code: String) -> Bool {
        guard code.utf8.allSatisfy({ (48...57).contains($0) }) else { return false }
        return switch code.utf8.count {
        case 2: chapter(code) != nil
        case 4, 6, 8, 10: index(of: String(code.prefix(4))) != nil
        default: false
        }
    }

    private static func entry(_ line: Substring, row: Int) throws(NomenclatureError) -> NomenclatureEntry {
        let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        guard cells.count == 7 else { throw .columns(row: row, found: cells.count) }
        let code = cells[0]
        guard [2, 4].contains(code.utf8.count), code.utf8.allSatisfy({ (48...57).contains($0) }) else {
            throw .badCode(row: row, code: code)
        }
        let words = cells[4...].map { $0.split(separator: ";").map(trimmed).filter { !$0.isEmpty } }
        for (column, isEmpty) in (cells[1...3].map(\.isEmpty) + words.map(\.isEmpty)).enumerated()
        where isEmpty {
            throw .empty(row: row, column: column + 2)
        }
        return NomenclatureEntry(
            code: code,
            name: Trilingual(zh: cells[1], ru: cells[2], en: cells[3]),
            words: Trilingual(zh: words[0], ru: words[1], en: words[2])
        )
    }

    private static func trimmed(_ text: Substring) -> String {
        let rest = text.drop { $0 == " " }
        return String(rest.reversed().drop { $0 == " " }.reversed())
    }
}

/// A mistake in the table of the nomenclature.
package enum NomenclatureError: Error, Equatable {
    case missing(String)
    case columns(row: Int, found: Int)
    case badCode(row: Int, code: String)
    case codeTwice(row: Int, code: String)
    case empty(row: Int, column: Int)
    case noChapter(code: String)
}

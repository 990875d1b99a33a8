import TextAnalysis

/// A query as an expression of FTS5, made of terms that are analysed already.
struct SearchExpression {
    /// The words of the query, each with the terms that stand for it.
    private let words: [[Term]]

    /// Words that name nothing are left out, unless there are no others.
    init(_ terms: [Term]) {
        var words: [[Term]] = []
        var end = 0
        for term in terms {
            // Parts lie within the word they follow; pairs of Chinese characters may reach over it and belong to the first.
            if term.kind == .part, term.range.lowerBound < end, !words.isEmpty {
                words[words.count - 1].append(term)
            } else {
                words.append([term])
                end = term.range.upperBound
            }
        }
        let telling = words.filter { word in !word.contains { $0.kind == .word && FunctionWords.contains($0) }
        }
        self.words = telling.isEmpty ? words : telling
    }

    private init(words: [[Term]]) { self.words = words }

    /// The words that are left when those are dropped that hardly tell one thing from another.
    func telling(_ isTelling: (String) throws -> Bool) rethrows -> SearchExpression {
        SearchExpression(words: try words.filter { try isTelling(SearchExpression(words: [$0]).any) })
    }

    var isEmpty: Bool { words.isEmpty }
    var wordCount: Int { words.count }

    /// Normal forms of all terms.
    var terms: Set<String> { Set(words.joined().map(\.text)) }

    /// Every word must be there, itself or by a part of it.
    var all: String {
        Self.inTexts(
            words.map { "(" + $0.map { Self.quoted($0.text) }.joined(separator: " OR ") + ")" }.joined(
                separator: " AND "
            )
        )
    }

    /// Any word may be there.
    var any: String {
        Self.inTexts(terms.sorted().map(Self.quoted).joined(separator: " OR "))
    }

    /// All words but the last, which may be the beginning of one: `completions` are words that begin so.
    func beginning(_ completions: [String]) -> String? {
        guard let last = words.last else { return nil }
        let ends = Set(last.map(\.text) + completions).sorted().map(Self.quoted)
        let rest = words.dropLast().map {
            "(" + $0.map { Self.quoted($0.text) }.joined(separator: " OR ") + ")"
        }
        return Self.inTexts((rest + ["(" + ends.joined(separator: " OR ") + ")"]).joined(separator: " AND "))
    }

    private static func inTexts(_ expression: String) -> String { "{name about firm} : (\(expression))" }

    /// - Returns: nil when no key is long enough to mean something.
    static func keys(_ keys: [String]) -> String? {
        let words = keyWords(keys.filter { $0.utf8.count >= 5 })
        return words.isEmpty ? nil : "keys : (" + words.map(quoted).joined(separator: " OR ") + ")"
    }

    /// Keys as words that no stemmer touches: they look like codes.
    static func keyWords(_ keys: [String]) -> [String] {
        keys.map { "k0" + $0.replacing("~", with: "q0") }
    }

    private static func quoted(_ term: String) -> String {
        // By scalars: a quotation mark with a combining mark is one `Character`, and still one to SQLite.
        var text = "\""
        for scalar in term.unicodeScalars {
            if scalar == "\"" { text += "\"" }
            text.unicodeScalars.append(scalar)
        }
        return text + "\""
    }
}

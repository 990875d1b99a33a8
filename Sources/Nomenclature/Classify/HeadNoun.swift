import TextAnalysis

/// Guesses by word order which word of a text names the goods: the last of the first clause in Chinese (精炼铜丝), the last before a
/// preposition in English (centrifugal pumps for liquids), the first that does not end like an adjective in Russian.
enum HeadNoun {
    /// The place among the terms; nil when the text has no word of meaning.
    static func place(in terms: [Term], _ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        let words = terms.indices.filter { terms[$0].kind == .word }
        guard let first = words.first(where: { !TariffWords.shared.isEmpty(terms[$0]) }) else { return nil }
        if isCyrillic(terms[first]) {
            return words.first { !TariffWords.shared.isEmpty(terms[$0]) && !isAdjective(terms[$0].surface) }
                ?? first
        }
        var last = first
        for index in words.drop(while: { $0 <= first }) {
            if isClauseEnd(
                bytes[
                    terms[last].range
                        .upperBound..<max(terms[last].range.upperBound, terms[index].range.lowerBound)
                ]
            ) {
                break
            }
            if prepositions.contains(terms[index].surface) { break }
            if !TariffWords.shared.isEmpty(terms[index]) { last = index }
        }
        return last
    }

    private static let prepositions: Set<String> = [
        "of", "for", "with", "without", "in", "on", "to", "by", "from", "whether", "not", "containing",
        "used", "having", "other",
    ]
    private static let endings = ["ый", "ий", "ой", "ая", "яя", "ое", "ее", "ые", "ие", "ых", "их"]

    private static func isAdjective(_ word: String) -> Bool { endings.contains { word.hasSuffix($0) } }

    private static func isCyrillic(_ term: Term) -> Bool { (0xD0...0xD3).contains(term.text.utf8.first ?? 0) }

    /// Whether punctuation stands there; the full-width marks of Chinese begin with EF.
    private static func isClauseEnd(_ gap: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        gap.contains { $0 == 0xEF || $0 == 0x2C || $0 == 0x3B || $0 == 0x28 || $0 == 0x3A }
    }
}

import TextAnalysis

/// Guesses by word order which word of a `GoodsPhrase` names the goods: the last in Chinese (精炼铜丝) and English (centrifugal pumps
/// for liquids), the first that does not end like an adjective in Russian.
enum HeadNoun {
    /// The place among the terms.
    static func place(in goods: GoodsPhrase, of terms: [Term]) -> Int? {
        guard let first = goods.places.first else { return nil }
        if terms[first].isCyrillic {
            return goods.places.first { !isAdjective(terms[$0].surface) } ?? first
        }
        return goods.places.last
    }

    private static let endings = ["ый", "ий", "ой", "ая", "яя", "ое", "ее", "ые", "ие", "ых", "их"]

    private static func isAdjective(_ word: String) -> Bool { endings.contains { word.hasSuffix($0) } }
}

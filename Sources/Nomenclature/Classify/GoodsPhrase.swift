import TextAnalysis

/// The part of a text that names the goods: its first clause that says something, up to a preposition or a number.
///
/// «Клубника садовая свежая, контейнер 250 г» names «Клубника садовая свежая», "centrifugal pumps for liquids" names "centrifugal
/// pumps". What follows tells of packing, purpose and place of use, and must not outweigh the goods.
package struct GoodsPhrase: Sendable {
    /// The words of meaning among the terms.
    let places: [Int]
    /// The bytes of the text from the first to the last word.
    let range: Range<Int>
    /// The words as they stand in the text, numbers and units left out.
    package let text: String
    /// How much of the text's words of meaning are in it, 0…1.
    package let share: Float

    /// - Returns: nil when the text has no word of meaning.
    init?(_ terms: [Term], _ bytes: UnsafeBufferPointer<UInt8>) {
        let words = terms.indices.filter { terms[$0].kind != .part }
        guard var start = words.firstIndex(where: { Self.says(terms[$0]) }) else { return nil }
        // T-shirts, X-ray films: a letter says nothing, but it belongs to what follows its hyphen.
        while start > 0, Self.isHyphenated(terms[words[start - 1]], terms[words[start]], bytes) { start -= 1 }
        let first = words[start]
        var places: [Int] = []
        var kept: [Range<Int>] = []
        var end = terms[first].range.lowerBound
        var isAfterNumber = false
        for place in words[start...] {
            let term = terms[place]
            if term.range.lowerBound > end, Self.isBorder(bytes[end..<term.range.lowerBound]) { break }
            if place > first, Self.prepositions.contains(term.surface) { break }
            let isNumber = term.kind == .code && (0x30...0x39).contains(term.text.utf8.first ?? 0)
            // 500 g bags, 12 V: measures and packing. Chinese has the measure before the goods, so there only number and unit go.
            if isNumber, !places.isEmpty, !terms[first].isHan { break }
            end = max(end, term.range.upperBound)
            if Self.says(term) { places.append(place) }
            let isUnit = isAfterNumber && TariffWords.shared.isEmpty(term)
            if !isNumber, !isUnit { Self.append(term.range, to: &kept, bytes) }
            isAfterNumber = isNumber
        }
        self.places = places
        range = terms[first].range.lowerBound..<end
        let all = words.count { Self.says(terms[$0]) }
        share = Float(places.count) / Float(max(all, 1))
        text = kept.map { String(decoding: bytes[$0], as: UTF8.self) }.joined(separator: " ")
    }

    /// What follows one of these tells about the goods and does not name them.
    private static let prepositions: Set<String> = [
        "of", "for", "with", "without", "in", "on", "to", "by", "from", "whether", "not", "containing",
        "used", "having", "other", "для", "с", "со", "из", "в", "во", "на", "под", "от", "при",
    ]

    private static func says(_ term: Term) -> Bool {
        term.kind == .word && !TariffWords.shared.isEmpty(term)
    }

    private static func isHyphenated(
        _ word: Term,
        _ next: Term,
        _ bytes: UnsafeBufferPointer<UInt8>
    ) -> Bool {
        word.kind == .word && word.range.upperBound + 1 == next.range.lowerBound
            && bytes[word.range.upperBound] == UInt8(ascii: "-")
    }

    /// Words that only spaces and hyphens part stay together as they stand.
    private static func append(
        _ range: Range<Int>,
        to kept: inout [Range<Int>],
        _ bytes: UnsafeBufferPointer<UInt8>
    ) {
        guard let last = kept.last else { return kept.append(range) }
        let gap = bytes[min(last.upperBound, range.lowerBound)..<range.lowerBound]
        if gap.allSatisfy({ $0 < 0x30 || $0 >= 0x80 }) {
            kept[kept.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
        } else {
            kept.append(range)
        }
    }

    /// Whether punctuation that ends a clause stands there.
    private static func isBorder(_ gap: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        let isMark = gap.contains { byte in
            // Full-width marks begin with EF.
            byte == 0xEF || byte == 0x2C || byte == 0x3B || byte == 0x28 || byte == 0x29 || byte == 0x3A
                || byte == 0x7C
        }
        return isMark || Self.wideMarks.contains { mark in Self.contains(gap, mark) }
    }

    /// Enumeration comma, full stop of Chinese, dashes.
    private static let wideMarks: [[UInt8]] = ["、", "。", "–", "—", " - "].map { Array($0.utf8) }

    private static func contains(_ gap: Slice<UnsafeBufferPointer<UInt8>>, _ mark: [UInt8]) -> Bool {
        gap.indices.contains { gap[$0...].starts(with: mark) }
    }
}

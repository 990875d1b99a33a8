/// Keys under which a name of a place, person or firm is found from any of the three scripts.
///
/// Two names are related when they share a key, the more so the longer it is:
/// ```swift
/// let keys = try NameKeys()
/// keys.common("黑龙江省", "Хэйлунцзян")   // heilongjiang, …
/// keys.common("Khabarovsk", "Хабаровск")  // khabarovsk, ~habarovsk
/// ```
/// Chinese goes by pinyin (every run of two to four characters, as a firm's name is one of many in a row), Cyrillic that can be
/// read as Palladius by pinyin, too, and all Cyrillic by ISO 9 and BGN/PCGN. A key with `~` is loose: usual spellings in Latin
/// letters meet there.
package final class NameKeys: Sendable {
    private let simplifier: Simplifier
    private let pinyin: Pinyin

    /// - Throws: `TextAnalyserError` when a dictionary of ICU or OpenCC is not installed.
    package init() throws(TextAnalyserError) {
        guard let simplifier = Simplifier() else { throw .noSimplifier }
        guard let pinyin = Pinyin.shared else { throw .noSegmenter }
        self.simplifier = simplifier
        self.pinyin = pinyin
    }

    /// All keys, sorted, each once.
    package func keys(of name: String) -> [String] {
        var keys: Set<String> = []
        var syllables: [String] = []
        for word in NameWord.words(of: name) {
            if word.script != .latin { joinNeighbours(&syllables, into: &keys) }
            switch word.script {
            case .han: han(word.points, into: &keys)
            case .cyrillic: cyrillic(String(scalars: word.points), into: &keys)
            case .latin: latin(String(scalars: word.points), &syllables, into: &keys)
            case .digits: keys.insert(String(scalars: word.points))
            }
        }
        joinNeighbours(&syllables, into: &keys)
        return keys.sorted()
    }

    /// The keys that two names share, the longest first.
    package func common(_ first: String, _ second: String) -> [String] {
        let other = Set(keys(of: second))
        return keys(of: first).filter { other.contains($0) }.sorted { ($1.count, $0) < ($0.count, $1) }
    }

    private static let runLengths = 2...4
    private static let longestWhole = 8

    private func han(_ points: [UInt32], into keys: inout Set<String>) {
        let readings = simplifier.simplified(points).map { pinyin.readings(of: $0) }
        if readings.count == 1 { keys.formUnion(readings[0]) }
        for length in Self.runLengths where length <= readings.count {
            for start in 0...readings.count - length {
                keys.formUnion(joined(readings[start..<start + length]))
            }
        }
        if (Self.runLengths.upperBound + 1...Self.longestWhole).contains(readings.count) {
            keys.formUnion(joined(readings[...]))
        }
    }

    /// Every choice of readings, joined; at most eight.
    private func joined(_ readings: ArraySlice<[String]>) -> [String] {
        readings.reduce([""]) { heads, next in
            Array(heads.flatMap { head in next.map { head + $0 } }.prefix(8))
        }
    }

    private func cyrillic(_ word: String, into keys: inout Set<String>) {
        if let known = ConventionalNames.pinyin[word] { keys.formUnion(known) }
        for reading in Palladius.shared.readings(ofCyrillic: word) { runs(of: reading, into: &keys) }
        let bgn = RussianLatin.bgn(word)
        keys.insert(bgn)
        keys.insert(RussianLatin.iso9(word))
        keys.insert("~" + RussianLatin.loose(bgn))
    }

    private func latin(_ word: String, _ syllables: inout [String], into keys: inout Set<String>) {
        keys.insert(word)
        if let known = ConventionalNames.pinyin[word] { keys.formUnion(known) }
        if word.utf8.count > 3 { keys.insert("~" + RussianLatin.loose(word)) }
        let readings = Palladius.shared.readings(ofPinyin: word)
        guard let first = readings.first else { return joinNeighbours(&syllables, into: &keys) }
        for reading in readings where reading.count > 2 { runs(of: reading, into: &keys) }
        syllables += first
    }

    /// `Hei Long Jiang` as one name.
    private func joinNeighbours(_ syllables: inout [String], into keys: inout Set<String>) {
        runs(of: syllables, into: &keys)
        syllables = []
    }

    private func runs(of syllables: [String], into keys: inout Set<String>) {
        if syllables.count == 1 { keys.insert(syllables[0]) }
        for length in Self.runLengths where length <= syllables.count {
            for start in 0...syllables.count - length {
                keys.insert(syllables[start..<start + length].joined())
            }
        }
        if (Self.runLengths.upperBound + 1...Self.longestWhole).contains(syllables.count) {
            keys.insert(syllables.joined())
        }
    }
}

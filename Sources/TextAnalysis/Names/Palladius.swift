/// Palladius' transcription of Chinese into Cyrillic, as Russian maps and statutes use it, and back into pinyin.
///
/// Source: the Palladius (Kafarov) system as laid down in the Soviet instruction on Chinese geographic names (GUGK, 1983).
/// Pinyin is toneless here, ü written u.
package struct Palladius: Sendable {
    package static let shared = Palladius()

    /// Pinyin syllable → Cyrillic.
    private let cyrillic: [String: String]
    /// Cyrillic syllable → pinyin.
    private let pinyin: [String: String]
    /// Each syllable of pinyin under itself.
    private let same: [String: String]
    private let longest: Int

    private init() {
        var cyrillic: [String: String] = [:]
        var pinyin: [String: String] = [:]
        for (syllable, russian) in PalladiusTable.syllables {
            let plain = syllable.replacing("ü", with: "u")
            if cyrillic[plain] == nil { cyrillic[plain] = russian }
            if pinyin[russian] == nil { pinyin[russian] = plain }
        }
        pinyin["хуй"] = "hui"
        self.cyrillic = cyrillic
        same = Dictionary(uniqueKeysWithValues: cyrillic.keys.map { ($0, $0) })
        self.pinyin = pinyin
        longest = pinyin.keys.map(\.count).max() ?? 0
    }

    /// Whether this is a syllable of Chinese in toneless pinyin.
    package func isSyllable(_ text: String) -> Bool { cyrillic[text] != nil }

    /// `["hei", "long", "jiang"]` as хэйлунцзян; nil when one is no syllable.
    package func cyrillic(of syllables: [String]) -> String? {
        var text = ""
        for syllable in syllables {
            guard let next = cyrillic[syllable] else { return nil }
            // The hard sign keeps n and the vowel after it in two syllables: чанъань.
            if text.last == "н", let first = next.first, "аоэуяюеи".contains(first) { text += "ъ" }
            text += next
        }
        return text
    }

    /// The syllables of a folded Cyrillic word that can be read as Chinese; at most four readings, none if it cannot.
    package func readings(ofCyrillic word: String) -> [[String]] {
        readings(of: Array(word), in: pinyin, skipping: "ъ")
    }

    /// The syllables of a toneless pinyin word; at most four readings, those of fewest syllables first.
    package func readings(ofPinyin word: String) -> [[String]] {
        readings(of: Array(word), in: same, skipping: "'")
    }

    private static let mostReadings = 4
    private static let longestWord = 40

    private func readings(of word: [Character], in table: [String: String], skipping sign: Character)
        -> [[String]]
    {
        guard word.count <= Self.longestWord else { return [] }
        // Readings of the rest from each place, shortest first, built from the end.
        var rest = [[[String]]](repeating: [], count: word.count + 1)
        rest[word.count] = [[]]
        for start in word.indices.reversed() {
            if word[start] == sign {
                rest[start] = start > 0 ? rest[start + 1] : []
                continue
            }
            var found: [[String]] = []
            for end in start + 1...min(word.count, start + longest) where !rest[end].isEmpty {
                guard let syllable = table[String(word[start..<end])] else { continue }
                found += rest[end].map { [syllable] + $0 }
            }
            found.sort { ($0.count, $0.joined(separator: " ")) < ($1.count, $1.joined(separator: " ")) }
            rest[start] = Array(found.prefix(Self.mostReadings))
        }
        return rest[0]
    }
}

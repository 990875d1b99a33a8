/// The stems of related words inside a Russian word: the noun of an adjective (стальной → сталь), the form without a fleeting
/// vowel (игрушек → игрушк).
///
/// They are guesses and are emitted as parts, which weigh less than words; a guess that is no word finds nothing.
enum RussianRoots {
    private static let endings = [
        "ыми", "ими", "ого", "его", "ому", "ему", "ый", "ий", "ой", "ая", "яя", "ое", "ее", "ые", "ие", "ым",
        "им", "ых", "их",
        "ую", "юю", "ом", "ем", "ей",
    ].map { Array($0.utf8) }
    private static let shortest = 6

    /// - Parameters:
    ///   - word: Folded.
    ///   - stem: Snowball's.
    static func roots(of word: String, stem: String) -> [String] {
        let letters = Array(word.utf8)
        guard letters.count >= 10 else { return [] }
        let base = Array(stem.utf8)
        if letters.count - base.count <= 2, let short = withoutFleetingVowel(letters) { return short }
        guard letters.count > base.count, endings.contains(where: { letters.ends(with: $0) }) else {
            return []
        }
        return nouns(inAdjective: letters, base).filter { $0.count >= shortest && $0 != base }
            .map { String(decoding: $0, as: UTF8.self) }
    }

    private static let fleeting = ["о", "е"].map { Array($0.utf8) }
    private static let after = ["к", "ц", "н", "л", "р", "т"].map { Array($0.utf8) }
    private static let vowels = Set("аеиоуыэюяйь".utf8Letters)

    /// игрушек → игрушк, колец → колц and кольц, камень → камн.
    private static func withoutFleetingVowel(_ word: [UInt8]) -> [String]? {
        var letters = word
        if letters.ends(with: soft) { letters.removeLast(2) }
        let last = Array(letters.suffix(2))
        let vowel = Array(letters.dropLast(2).suffix(2))
        let before = Array(letters.dropLast(4).suffix(2))
        guard after.contains(last), fleeting.contains(vowel), !vowels.contains(before) else { return nil }
        let head = Array(letters.dropLast(4))
        var found = [head + last]
        if before == Array("л".utf8) { found.append(head + soft + last) }
        return found.map { String(decoding: $0, as: UTF8.self) }
    }

    private static let soft = Array("ь".utf8)
    /// The ending of an adjective's stem → what stands in its place in the noun.
    private static let changes: [(ending: [UInt8], nouns: [[UInt8]])] = [
        ("ическ", ["ик", "", "и"]), ("енн", [""]), ("янн", [""]), ("анн", [""]), ("очн", ["к", "ок", ""]),
        ("ечн", ["к", "ек", "ц", ""]), ("ичн", ["иц", "ик", "ич"]), ("чн", ["к", "ц", "ч"]),
        ("жн", ["г", "ж"]),
        ("шн", ["х"]), ("ьн", [""]), ("ян", [""]), ("ан", [""]), ("иев", [""]), ("ов", [""]), ("ев", [""]),
        ("чат", [""]),
        ("ист", [""]), ("еск", [""]), ("ск", [""]), ("н", [""]),
    ].map { (Array($0.utf8), $1.map { Array($0.utf8) }) }

    private static func nouns(inAdjective word: [UInt8], _ stem: [UInt8]) -> [[UInt8]] {
        // Snowball takes -нный off деревянный and leaves деревя: the noun lacks the vowel, too.
        if word.dropFirst(stem.count).starts(with: "нн".utf8), let last = stem.last2,
            last == "а".utf8Letters || last == "я".utf8Letters
        {
            return [Array(stem.dropLast(2))]
        }
        for (ending, replacements) in changes where stem.ends(with: ending) {
            let head = Array(stem.dropLast(ending.count))
            return replacements.map { head + $0 }
        }
        return []
    }
}

extension String {
    /// Each Cyrillic letter is two bytes of UTF-8.
    fileprivate var utf8Letters: [[UInt8]] {
        unicodeScalars.map { Array(String($0).utf8) }
    }
}

extension [UInt8] {
    fileprivate func ends(with ending: [UInt8]) -> Bool {
        count >= ending.count && suffix(ending.count).elementsEqual(ending)
    }

    fileprivate var last2: [[UInt8]]? {
        count >= 2 ? [Array(suffix(2))] : nil
    }
}

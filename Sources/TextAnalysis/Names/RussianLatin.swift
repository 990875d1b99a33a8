/// Russian in Latin letters after two standards, without diacritics and apostrophes.
///
/// Sources: ISO 9:1995, table 1; BGN/PCGN 1947 System for Russian.
package enum RussianLatin {
    /// One letter for one: щ is s as ш is, ж z, ю u, я a.
    package static func iso9(_ word: String) -> String {
        String(word.map { one[$0] ?? String($0) }.joined())
    }

    /// As English readers write it: Хабаровск is khabarovsk, Щёлково shchelkovo, Енисей yenisey.
    package static func bgn(_ word: String) -> String {
        var text = ""
        var before: Character = " "
        for letter in word.lowercased() {
            if letter == "е" || letter == "ё" {
                text += "аеёиоуыэюяйъь ".contains(before) ? "ye" : "e"
            } else {
                text += many[letter] ?? one[letter] ?? String(letter)
            }
            before = letter
        }
        return text
    }

    private static let one: [Character: String] = [
        "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ё": "e", "ж": "z", "з": "z", "и": "i",
        "й": "j",
        "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u",
        "ф": "f",
        "х": "h", "ц": "c", "ч": "c", "ш": "s", "щ": "s", "ъ": "", "ы": "y", "ь": "", "э": "e", "ю": "u",
        "я": "a",
        "і": "i", "є": "e", "ґ": "g",
    ]
    private static let many: [Character: String] = [
        "ж": "zh", "й": "y", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ю": "yu", "я": "ya",
    ]

    /// A key under which all usual spellings of a Russian name in Latin letters meet: Khabarovsk and Habarovsk, Sergey and Sergei.
    package static func loose(_ latin: String) -> String {
        var text = latin
        for (long, short) in spellings { text = text.replacing(long, with: short) }
        var key = ""
        for letter in text where letter != key.last { key.append(letter) }
        return key
    }

    /// In this order.
    private static let spellings = [
        ("shch", "s"), ("sch", "s"), ("tch", "c"), ("sh", "s"), ("zh", "z"), ("kh", "h"), ("ch", "c"),
        ("ts", "c"), ("tz", "c"),
        ("ph", "f"), ("ck", "k"), ("x", "ks"), ("w", "v"), ("yu", "u"), ("ju", "u"), ("iu", "u"), ("ya", "a"),
        ("ja", "a"),
        ("ia", "a"), ("ye", "e"), ("je", "e"), ("ie", "e"), ("yo", "o"), ("jo", "o"), ("y", "i"), ("j", "i"),
        ("ii", "i"),
        ("q", "k"),
    ]
}

import CICU

/// Toneless pinyin of Chinese characters, for keys and never for show: a character is read by itself (ICU's Han-Latin), with the
/// other readings that names use beside it (厦 sha, xia).
struct Pinyin: Sendable {
    /// Read once, as it takes ICU some tenths of a second; nil when ICU has no such transliterator.
    static let shared = Pinyin()

    private static let first: UInt32 = 0x4E00
    private static let last: UInt32 = 0x9FFF

    private let syllables: [String]
    private let others: [UInt32: [String]]

    private init?() {
        guard let opened = icu_transliterator_open("Han-Latin") else { return nil }
        defer { icu_transliterator_close(opened) }
        var syllables: [String] = []
        for start in stride(from: Self.first, through: Self.last, by: 512) {
            let end = min(start + 511, Self.last)
            var units: [UInt16] = (start...end).flatMap { [UInt16($0), 10] }
            let length = units.count
            units += [UInt16](repeating: 0, count: length * 5)
            let made = Int(icu_transliterate(opened, &units, Int32(length), Int32(units.count)))
            guard made >= 0 else { return nil }
            let lines = String(decoding: units[..<made], as: UTF16.self).split(
                separator: "\n",
                omittingEmptySubsequences: false
            )
            guard lines.count > Int(end - start) else { return nil }
            syllables += lines[...Int(end - start)].map(Self.plain)
        }
        self.syllables = syllables
        var others: [UInt32: [String]] = [:]
        for (characters, reading) in Self.names {
            for scalar in characters.unicodeScalars { others[scalar.value, default: []].append(reading) }
        }
        self.others = others
    }

    /// Without tones: nǚ is nu.
    private static func plain(_ syllable: Substring) -> String {
        let entries = syllable.unicodeScalars.map { CharacterTable.shared.entry(for: $0.value) }
        return String(scalars: entries.filter { $0.kind == .latin || $0.kind == .han }.map(\.folded))
    }

    /// The readings of a character, the usual one first; none if it has none.
    func readings(of point: UInt32) -> [String] {
        guard (Self.first...Self.last).contains(point) else { return [] }
        let usual = syllables[Int(point - Self.first)]
        guard usual.utf8.allSatisfy({ $0 < 0x80 }), !usual.isEmpty else { return others[point] ?? [] }
        return [usual] + (others[point] ?? []).filter { $0 != usual }
    }

    /// Readings that names of places, people and firms use.
    private static let names = [
        ("厦", "xia"), ("重", "chong"), ("重", "zhong"), ("长", "chang"), ("长", "zhang"), ("乐", "yue"),
        ("乐", "le"),
        ("行", "hang"), ("行", "xing"), ("都", "du"), ("沈", "shen"), ("单", "shan"), ("曾", "zeng"), ("朝", "chao"),
        ("番", "pan"),
        ("蔚", "yu"), ("六", "lu"), ("尔", "er"), ("大", "da"), ("台", "tai"), ("会", "hui"), ("会", "kuai"),
        ("吐", "tu"),
        ("车", "che"), ("石", "shi"), ("什", "shi"), ("莎", "sha"), ("阿", "a"), ("华", "hua"), ("广", "guang"),
        ("厂", "chang"),
        ("食", "shi"), ("通", "tong"), ("藏", "zang"), ("和", "he"), ("盛", "sheng"), ("兴", "xing"), ("调", "diao"),
        ("传", "chuan"),
        ("降", "jiang"), ("柏", "bai"), ("宿", "su"), ("芜", "wu"), ("尚", "shang"), ("奇", "qi"), ("万", "wan"),
    ]
}

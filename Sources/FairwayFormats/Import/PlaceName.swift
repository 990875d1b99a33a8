import Foundation

/// A place's name without its administrative words.
///
/// Forms write them in many ways or leave them out: "Московская обл", "Republic of Korea", "广西壮族自治区".
struct PlaceName: Equatable {
    enum Kind {
        case province, territory, republic, district, city
    }

    /// Letters and digits of what is left, in lower case.
    let core: String
    /// What the administrative words say it is.
    let kinds: Set<Kind>

    init(_ text: String) {
        let folded = text.precomposedStringWithCompatibilityMapping.lowercased().replacing("ё", with: "е")
        if folded.unicodeScalars.contains(where: { (0x4E00...0x9FFF).contains($0.value) }) {
            (core, kinds) = Self.chinese(folded.filter { $0.isLetter || $0.isNumber })
        } else {
            (core, kinds) = Self.spaced(folded)
        }
    }

    // MARK: - Words between spaces

    private static func spaced(_ text: String) -> (String, Set<Kind>) {
        var core = ""
        var kinds: Set<Kind> = []
        for word in text.split(whereSeparator: { !$0.isLetter && !$0.isNumber }) {
            if let kind = words[String(word)] {
                kinds.insert(kind)
            } else if !fillers.contains(String(word)) {
                core += word
            }
        }
        return core.isEmpty ? (text.filter { $0.isLetter || $0.isNumber }, []) : (core, kinds)
    }

    private static let words: [String: Kind] = [
        "область": .province, "обл": .province, "провинция": .province, "пров": .province,
        "province": .province, "oblast": .province, "region": .province, "край": .territory, "кр": .territory,
        "krai": .territory, "kray": .territory, "territory": .territory, "республика": .republic,
        "респ": .republic, "republic": .republic, "округ": .district, "район": .district, "ао": .district,
        "okrug": .district, "district": .district, "город": .city, "г": .city, "city": .city,
        "municipality": .city,
    ]

    private static let fillers: Set<String> = [
        "автономный", "автономная", "autonomous", "of", "the", "федерального", "значения",
    ]

    // MARK: - Endings of Chinese names

    private static func chinese(_ text: String) -> (String, Set<Kind>) {
        // "中国香港", but not "中国" itself.
        let name = text.hasPrefix("中国") && text.count >= 4 ? text.dropFirst(2) : text[...]
        for (ending, kind) in endings where name.hasSuffix(ending) && name.count >= ending.count + 2 {
            return (String(name.dropLast(ending.count)), [kind])
        }
        return (String(name), [])
    }

    /// The longest first.
    private static let endings: [(String, Kind)] = [
        ("维吾尔族自治区", .district), ("维吾尔自治区", .district), ("壮族自治区", .district), ("回族自治区", .district),
        ("特别行政区", .city), ("自治专区", .district), ("自治区", .district), ("自治州", .province), ("边疆区", .territory),
        ("共和国", .republic), ("直辖市", .city), ("省", .province), ("州", .province), ("市", .city),
    ]
}

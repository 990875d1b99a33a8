/// Cyrillic and Latin letters that look the same and are typed for one another.
enum Lookalikes {
    private static let pairs: [(latin: UInt32, cyrillic: UInt32)] = zip(
        "aeopcyxkmthb".unicodeScalars,
        "аеорсухкмтнв".unicodeScalars
    ).map { ($0.value, $1.value) }
    private static let toLatin = Dictionary(uniqueKeysWithValues: pairs.map { ($0.cyrillic, $0.latin) })
    private static let toCyrillic = Dictionary(uniqueKeysWithValues: pairs.map { ($0.latin, $0.cyrillic) })

    /// A code in Latin letters where they look the same: `А4` typed in Cyrillic is `a4`.
    static func code(_ points: some Collection<UInt32>) -> [UInt32] {
        points.map { $0 < 0x400 ? $0 : toLatin[$0] ?? $0 }
    }

    /// A word of both scripts in the one that most of its letters have, if the others can be read so.
    static func word(_ points: [UInt32]) -> [UInt32] {
        let cyrillic = points.count { $0 > 0x3FF }
        let table = cyrillic * 2 >= points.count ? toCyrillic : toLatin
        let isForeign: (UInt32) -> Bool = { cyrillic * 2 >= points.count ? $0 < 0x400 : $0 > 0x3FF }
        let mended = points.map { isForeign($0) ? table[$0] ?? 0 : $0 }
        return mended.contains(0) ? points : mended
    }
}

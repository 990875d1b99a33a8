import FairwayCore

/// The domain of calendar identifiers: derived from the expo when it is stored, and kept through all publications.
enum CalendarDomain {
    /// `expo-2031-9f3c….fairway.invalid`; the top-level domain is reserved (RFC 2606), so it is nobody's.
    static func of(_ expo: Expo) -> String {
        let first = expo.days.first
        let parts = [expo.name.zh, expo.name.ru, expo.name.en, expo.timeZone, first?.description]
        let hash = fnv1a(parts.map { $0 ?? "" }.joined(separator: "\n"))
        return "expo-\(first?.year ?? 0)-\(String(hash, radix: 16)).fairway.invalid"
    }

    /// The 64-bit FNV-1a hash (Fowler, Noll and Vo), the same on every machine.
    private static func fnv1a(_ text: String) -> UInt64 {
        text.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    }
}

import CICU

/// What the analyser needs to know of a character, folded once and for all.
///
/// Folding lowers case, narrows full width, drops diacritics (ё becomes е; й stays a letter of its own) and spells out æ, œ, ß, þ.
struct CharacterTable: Sendable {
    enum Class: UInt8, Sendable {
        case separator, mark, latin, cyrillic, digit, han, other
    }

    struct Entry: Sendable {
        var folded: UInt32
        /// A second ASCII letter (ß → s s), else 0.
        var second: UInt8
        var kind: Class
    }

    static let shared = CharacterTable()

    private let entries: [Entry]
    private static let size: UInt32 = 0x2000

    private init() {
        entries = (0..<Self.size).map { Self.made(for: $0) }
    }

    @inline(__always)
    func entry(for point: UInt32) -> Entry {
        if point < Self.size { return entries[Int(point)] }
        if Self.isHan(point) { return Entry(folded: point, second: 0, kind: .han) }
        if (0xFF01...0xFF5E).contains(point) { return entries[Int(point - 0xFEE0)] }
        return Self.made(for: point)
    }

    static func isHan(_ point: UInt32) -> Bool {
        (0x4E00...0x9FFF).contains(point) || (0x3400...0x4DBF).contains(point)
            || (0x20000...0x323AF).contains(point) || (0xF900...0xFAFF).contains(point)
            || point == 0x3005 || point == 0x3007
    }

    private static func made(for point: UInt32) -> Entry {
        if let (first, second) = spelled[point] { return Entry(folded: first, second: second, kind: .latin) }
        let character = Int32(bitPattern: point)
        if icu_is_mark(character) { return Entry(folded: point, second: 0, kind: .mark) }
        if icu_is_digit(character) {
            return Entry(folded: 48 + UInt32(icu_digit_value(character)), second: 0, kind: .digit)
        }
        guard icu_is_letter(character) else { return Entry(folded: point, second: 0, kind: .separator) }
        let folded = base(of: UInt32(bitPattern: icu_lower(character)))
        let kind: Class =
            switch icu_script(Int32(bitPattern: folded)) {
            case 1: .cyrillic
            case 2: .latin
            case 3: .han
            default: .other
            }
        return Entry(folded: folded, second: 0, kind: kind)
    }

    /// The letter without its marks; й would become и and is left alone.
    private static func base(of point: UInt32) -> UInt32 {
        guard point != 0x439 else { return point }
        var units = [UInt16](repeating: 0, count: 18)
        let length = Int(icu_decomposition(Int32(bitPattern: point), &units, 18))
        guard length > 0, units[1..<max(1, length)].allSatisfy({ icu_is_mark(Int32($0)) }) else {
            return point
        }
        return UInt32(units[0])
    }

    private static let spelled: [UInt32: (UInt32, UInt8)] = [
        0xDF: (0x73, 0x73), 0x1E9E: (0x73, 0x73), 0xC6: (0x61, 0x65), 0xE6: (0x61, 0x65), 0x152: (0x6F, 0x65),
        0x153: (0x6F, 0x65), 0xDE: (0x74, 0x68), 0xFE: (0x74, 0x68), 0xD8: (0x6F, 0), 0xF8: (0x6F, 0),
        0x110: (0x64, 0), 0x111: (0x64, 0), 0x141: (0x6C, 0), 0x142: (0x6C, 0), 0x131: (0x69, 0),
    ]
}

/// An HS code as a number, for comparing millions of pairs.
struct PackedCode: Hashable {
    /// Six digits, missing ones 0.
    private let padded: Int32
    /// 2, 4 or 6.
    private let length: Int32

    init(_ code: HSCode) {
        let digits = code.digits.utf8.reduce(Int32(0)) { $0 * 10 + Int32($1) - 48 }
        length = Int32(truncatingIfNeeded: code.digits.utf8.count)
        padded = digits * PackedCode.scale(length)
    }

    private init(padded: Int32, length: Int32) {
        self.padded = padded
        self.length = length
    }

    var chapter: Int32 { padded / 10_000 }

    /// The first 2, 4 and 6 digits, as far as there are.
    var prefixes: [PackedCode] { [2, 4, 6].compactMap(prefix) }

    /// The first `digits` digits; nil when the code is shorter.
    func prefix(_ digits: Int) -> PackedCode? {
        guard digits <= Int(length) else { return nil }
        let scale = PackedCode.scale(Int32(truncatingIfNeeded: digits))
        return PackedCode(padded: padded / scale * scale, length: Int32(truncatingIfNeeded: digits))
    }

    /// As `HSCode.sharedDigits(with:)`: 0, 2, 4 or 6.
    func sharedDigits(with other: PackedCode) -> Int {
        guard padded / 10_000 == other.padded / 10_000 else { return 0 }
        let length = min(length, other.length)
        guard length >= 4, padded / 100 == other.padded / 100 else { return 2 }
        return length == 6 && padded == other.padded ? 6 : 4
    }

    private static func scale(_ length: Int32) -> Int32 {
        switch length {
        case 2: 10_000
        case 4: 100
        default: 1
        }
    }
}

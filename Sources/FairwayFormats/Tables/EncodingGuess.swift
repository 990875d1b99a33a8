import Glibc

/// Whether bytes that are not UTF-8 are Chinese (GB18030) or Russian (Windows-1251) text: which reading is likelier.
///
/// Both readings get a log-likelihood under a small model of their script; the greater one wins. A handful of letters is enough, and
/// texts in capitals are no special case.
struct EncodingGuess {
    private(set) var chinese = 0.0
    private(set) var russian = 0.0

    var isChinese: Bool { chinese > russian }

    /// - Parameter bytes: At most the first `sampleSize` bytes from the first one over 0x7F on are looked at.
    init(_ bytes: [UInt8]) {
        guard let start = bytes.firstIndex(where: { $0 >= 0x80 }) else { return }
        let sample = bytes[start...].prefix(Self.sampleSize)
        chinese = Self.chineseLikelihood(sample)
        russian = Self.russianLikelihood(sample)
    }

    static let sampleSize = 262_144

    // MARK: - GB18030

    /// Pairs of bytes: level 1 of GB 2312 (the 3,755 usual characters, leads B0–D7) makes up most of a text.
    private static func chineseLikelihood(_ bytes: ArraySlice<UInt8>) -> Double {
        var sum = 0.0
        var index = bytes.startIndex
        while index < bytes.endIndex {
            let lead = bytes[index]
            guard lead >= 0x80 else {
                index += 1
                continue
            }
            // A sample may end inside a character.
            guard index + 1 < bytes.endIndex else { break }
            sum += logOfPair(lead, bytes[index + 1])
            let isBroken = lead == 0x80 || lead == 0xFF || bytes[index + 1] < 0x30
            let isLong = (0x30...0x39).contains(bytes[index + 1])
            index += isBroken ? 1 : isLong ? 4 : 2
        }
        return sum
    }

    private static func logOfPair(_ lead: UInt8, _ trail: UInt8) -> Double {
        switch (lead, trail) {
        case (0xB0...0xD7, 0xA1...0xFE): log(0.88 / (40 * 94))
        case (0xA1...0xA9, 0xA1...0xFE): log(0.08 / (9 * 94))
        case (0xD8...0xF7, 0xA1...0xFE): log(0.03 / (32 * 94))
        case (0x81...0xFE, 0x40...0x7E), (0x81...0xFE, 0x80...0xFE): log(0.008 / 16_000)
        case (0x81...0xFE, 0x30...0x39): log(0.002 / 40_000)
        default: log(1e-9)
        }
    }

    // MARK: - Windows-1251

    private enum Letter { case none, small, capital }

    /// Letters, each after what stood before it: small ones follow small ones, a capital hardly ever does.
    private static func russianLikelihood(_ bytes: ArraySlice<UInt8>) -> Double {
        var sum = 0.0
        var previous = Letter.none
        for byte in bytes {
            switch byte {
            case 0xE0...0xFF, 0xB8:
                let share: Double = previous == .small ? 0.98 : previous == .capital ? 0.5 : 0.6
                sum += log(share) + logOfLetter(byte == 0xB8 ? 0xE5 : byte)
                previous = .small
            case 0xC0...0xDF, 0xA8:
                let share: Double = previous == .small ? 0.005 : previous == .capital ? 0.48 : 0.35
                sum += log(share) + logOfLetter(byte == 0xA8 ? 0xE5 : byte + 0x20)
                previous = .capital
            case 0x80...0xBF:
                // Dashes, quotation marks, numero, no-break space, ellipsis; else hardly ever used.
                let isUsual = [0x85, 0x91, 0x92, 0x93, 0x94, 0x96, 0x97, 0xA0, 0xAB, 0xB9, 0xBB].contains(
                    byte
                )
                sum += isUsual ? log((previous == .none ? 0.05 : 0.01) / 11) : log(0.001 / 50)
                previous = .none
            default:
                previous = .none
            }
        }
        return sum
    }

    /// Share of each letter а … я in running Russian text, in per mille (rounded; Russian National Corpus).
    private static let perMille: [Double] = [
        80, 16, 45, 17, 30, 85, 9, 17, 74, 12, 35, 44, 32, 67, 110, 28, 47, 55, 63, 26, 3, 10, 5, 14, 7, 4, 1,
        19,
        17, 3, 6, 20,
    ]
    private static let logs = perMille.map { log($0 / 1000) }

    private static func logOfLetter(_ byte: UInt8) -> Double { logs[Int(byte - 0xE0)] }
}

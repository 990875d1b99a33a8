/// Text without long runs of marks on one letter (UAX #15, 13: Stream-Safe Text Format).
///
/// To compare, hash or normalize a text, a run of marks is put into its order, which takes the square of its length: one letter with
/// 80,000 marks kept a processor busy for a minute. So what comes from outside is looked at before anything else is done with it.
package enum StreamSafeText {
    /// Marks in a row (UAX #15, D4); no script has more than a few.
    package static let maxMarks = 30

    package static func isSafe(_ text: some StringProtocol) -> Bool {
        var run = MarkRun()
        return text.unicodeScalars.allSatisfy { run.takes($0.value) }
    }

    /// The same of bytes in UTF-8; of those that are none, nothing is said.
    /// - Complexity: O(n), a nanosecond or two for a byte.
    package static func isSafe(utf8 bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var run = MarkRun()
        var place = 0
        while place < bytes.count {
            let lead = bytes[place]
            let length = lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
            guard place + length <= bytes.count else { return true }
            var value = length == 1 ? UInt32(lead) : UInt32(lead) & (0x7F >> UInt32(length))
            for offset in 1..<max(length, 1) { value = value << 6 | UInt32(bytes[place + offset] & 0x3F) }
            guard run.takes(value) else { return false }
            place += length
        }
        return true
    }

    package static func isSafe(utf8 bytes: [UInt8]) -> Bool { bytes.withUnsafeBufferPointer(isSafe(utf8:)) }

    /// The same of JSON whose texts may write a mark as `\u0301`.
    package static func isSafe(json bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count)
        var place = 0
        while place < bytes.count {
            guard bytes[place] == UInt8(ascii: "\\"), place + 1 < bytes.count else {
                text.append(bytes[place])
                place += 1
                continue
            }
            if let (scalar, length) = escaped(bytes, at: place) {
                text += Array(String(scalar).utf8)
                place += length
            } else {
                // What is escaped, a backslash not least, begins nothing.
                text.append(bytes[place + 1])
                place += 2
            }
        }
        return isSafe(utf8: text)
    }

    /// The scalar of `\u0301`, or of a pair as `\ud834\udd65`, and how many bytes write it.
    private static func escaped(_ bytes: UnsafeBufferPointer<UInt8>, at place: Int) -> (Unicode.Scalar, Int)?
    {
        guard let first = unit(bytes, at: place) else { return nil }
        if let scalar = Unicode.Scalar(first) { return (scalar, 6) }
        guard first < 0xDC00, let second = unit(bytes, at: place + 6), (0xDC00..<0xE000).contains(second)
        else { return nil }
        return Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00)).map { ($0, 12) }
    }

    private static func unit(_ bytes: UnsafeBufferPointer<UInt8>, at place: Int) -> UInt32? {
        guard place + 1 < bytes.count, bytes[place] == UInt8(ascii: "\\"),
            bytes[place + 1] == UInt8(ascii: "u")
        else { return nil }
        return hex(bytes, at: place + 2)
    }

    private static func hex(_ bytes: UnsafeBufferPointer<UInt8>, at place: Int) -> UInt32? {
        guard place + 4 <= bytes.count else { return nil }
        var value: UInt32 = 0
        for byte in bytes[place..<place + 4] {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): value = value << 4 | UInt32(byte - UInt8(ascii: "0"))
            case UInt8(ascii: "a")...UInt8(ascii: "f"):
                value = value << 4 | UInt32(byte - UInt8(ascii: "a") + 10)
            case UInt8(ascii: "A")...UInt8(ascii: "F"):
                value = value << 4 | UInt32(byte - UInt8(ascii: "A") + 10)
            default: return nil
            }
        }
        return value
    }
}

/// Counts marks in a row.
private struct MarkRun {
    private var count = 0

    /// - Returns: false for the first mark too many.
    mutating func takes(_ value: UInt32) -> Bool {
        switch value {
        // Nearly all text: Latin and Cyrillic letters, Han, Hangul.
        case 0..<0x300, 0x400...0x482, 0x48A...0x590, 0x3100...0xA66E, 0xAC00...0xD7A3: count = 0
        default:
            guard let scalar = Unicode.Scalar(value),
                scalar.properties.canonicalCombiningClass != .notReordered
            else {
                count = 0
                break
            }
            count += 1
        }
        return count <= StreamSafeText.maxMarks
    }
}

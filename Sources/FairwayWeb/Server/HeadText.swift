import HTTPTypes
import TextAnalysis

/// Looks at the texts in the head of a request: its address with what its escapes stand for, and its headers.
enum HeadText {
    /// Whether all of it is `StreamSafeText`.
    static func isSafe(_ head: HTTPRequest) -> Bool {
        isSafe(head.path ?? "", hasEscapes: true) && isSafe(head.authority ?? "")
            && head.headerFields.allSatisfy { isSafe($0.value) }
    }

    private static func isSafe(_ text: String, hasEscapes: Bool = false) -> Bool {
        var text = text
        return text.withUTF8 { bytes in
            guard bytes.contains(where: { $0 >= 0x80 || hasEscapes && $0 == UInt8(ascii: "%") }) else {
                return true
            }
            return hasEscapes
                ? StreamSafeText.isSafe(utf8: decoded(bytes)) : StreamSafeText.isSafe(utf8: bytes)
        }
    }

    /// Percent signs that are no escapes stay what they are.
    private static func decoded(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count)
        var place = 0
        while place < bytes.count {
            if bytes[place] == UInt8(ascii: "%"), place + 2 < bytes.count,
                let high = Character(Unicode.Scalar(bytes[place + 1])).hexDigitValue,
                let low = Character(Unicode.Scalar(bytes[place + 2])).hexDigitValue
            {
                text.append(UInt8(high << 4 | low))
                place += 3
            } else {
                text.append(bytes[place])
                place += 1
            }
        }
        return text
    }
}

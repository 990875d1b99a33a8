import CIconv
import Foundation

/// What organisers' spreadsheets are saved in.
enum TextEncoding: String, Sendable {
    case utf8 = "UTF-8"
    case utf16LittleEndian = "UTF-16LE"
    case utf16BigEndian = "UTF-16BE"
    case gb18030 = "GB18030"
    case windows1251 = "WINDOWS-1251"

    /// By byte order mark, else by what the bytes would say: text that is not UTF-8 is Chinese or Russian Excel's.
    static func detect(_ bytes: some Collection<UInt8>) -> (encoding: TextEncoding, markLength: Int) {
        let head = Array(bytes.prefix(3))
        if head.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3) }
        if head.starts(with: [0xFF, 0xFE]) { return (.utf16LittleEndian, 2) }
        if head.starts(with: [0xFE, 0xFF]) { return (.utf16BigEndian, 2) }
        let sample = Array(bytes.prefix(262_144))
        if isUTF8(sample) { return (.utf8, 0) }
        return (looksChinese(sample) ? .gb18030 : .windows1251, 0)
    }

    /// A sample may end inside a character.
    private static func isUTF8(_ bytes: [UInt8]) -> Bool {
        for cut in 0..<4 where cut <= bytes.count {
            if String(validating: bytes.dropLast(cut), as: UTF8.self) != nil { return true }
        }
        return false
    }

    /// In GB18030 high bytes come in pairs that begin with B0–F7 for the common Han characters.
    ///
    /// In Windows-1251 they are Cyrillic letters: mostly small ones (E0–FF), and runs of them have any
    /// length.
    private static func looksChinese(_ bytes: [UInt8]) -> Bool {
        var pairs = 0
        var broken = 0
        var small = 0
        var high = 0
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            guard byte >= 0x80 else {
                index += 1
                continue
            }
            high += 1
            if byte >= 0xE0 { small += 1 }
            let next = index + 1 < bytes.count ? bytes[index + 1] : 0
            if next >= 0x80, next >= 0xE0 { small += 1 }
            if (0xA1...0xF7).contains(byte), next >= 0xA1 {
                pairs += 1
                high += 1
                index += 2
            } else if (0x81...0xFE).contains(byte), next >= 0x30 || index + 1 >= bytes.count {
                index += 2
                broken += next < 0x40 ? 0 : 1
            } else {
                broken += 1
                index += 1
            }
        }
        // Over six in ten high bytes of Russian text are small letters; of Chinese text, under three in ten.
        let smallShare = Double(small) / Double(max(1, high))
        return smallShare < 0.5 && broken * 4 <= pairs
    }

    /// Bytes of any of the encodings as UTF-8; what cannot be decoded becomes U+FFFD.
    static func utf8(_ data: Data) -> (text: [UInt8], encoding: TextEncoding) {
        let (encoding, mark) = detect(data)
        let body = data.dropFirst(mark)
        guard encoding != .utf8 else { return (Array(body), encoding) }
        return (convert(Array(body), from: encoding), encoding)
    }

    private static func convert(_ input: [UInt8], from encoding: TextEncoding) -> [UInt8] {
        guard let converter = iconv_open("UTF-8", encoding.rawValue), converter != iconv_t(bitPattern: -1)
        else {
            return Array(String(decoding: input, as: UTF8.self).utf8)
        }
        defer { iconv_close(converter) }
        var output: [UInt8] = []
        output.reserveCapacity(input.count * 2)
        var buffer = [CChar](repeating: 0, count: 65_536)
        var source = input.map { CChar(bitPattern: $0) }
        source.withUnsafeMutableBufferPointer { bytes in
            var position = bytes.baseAddress
            var left = bytes.count
            while left > 0 {
                buffer.withUnsafeMutableBufferPointer { target in
                    var end = target.baseAddress
                    var room = target.count
                    let before = left
                    let result = iconv(converter, &position, &left, &end, &room)
                    output += target.prefix(target.count - room).map { UInt8(bitPattern: $0) }
                    // Neither progress nor a full buffer: a byte that means nothing in this encoding.
                    if result == Int.max || result == -1, before == left || room > 16, left > 0 {
                        output += [0xEF, 0xBF, 0xBD]
                        position = position?.advanced(by: 1)
                        left -= 1
                    }
                }
            }
        }
        return output
    }
}

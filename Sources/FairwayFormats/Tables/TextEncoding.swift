/// What organisers' spreadsheets are saved in.
package enum TextEncoding: String, Sendable, CaseIterable {
    case utf8 = "UTF-8"
    case utf16LittleEndian = "UTF-16LE"
    case utf16BigEndian = "UTF-16BE"
    case gb18030 = "GB18030"
    case windows1251 = "WINDOWS-1251"

    /// By byte order mark, else by what the bytes would say: text that is not UTF-8 is Chinese or Russian Excel's.
    static func detect(_ bytes: [UInt8]) -> (encoding: TextEncoding, markLength: Int) {
        for encoding in allCases where !encoding.mark.isEmpty && bytes.starts(with: encoding.mark) {
            return (encoding, encoding.mark.count)
        }
        if let wide = wideWithoutMark(bytes) { return (wide, 0) }
        if String(validating: bytes, as: UTF8.self) != nil { return (.utf8, 0) }
        return (EncodingGuess(bytes).isChinese ? .gb18030 : .windows1251, 0)
    }

    /// The byte order mark; the single-byte and Chinese encodings have none.
    var mark: [UInt8] {
        switch self {
        case .utf8: [0xEF, 0xBB, 0xBF]
        case .utf16LittleEndian: [0xFF, 0xFE]
        case .utf16BigEndian: [0xFE, 0xFF]
        case .gb18030, .windows1251: []
        }
    }

    /// Delimiters and line ends have a zero byte in UTF-16, on one side only; text in the others has none.
    private static func wideWithoutMark(_ bytes: [UInt8]) -> TextEncoding? {
        var zeros = (even: 0, odd: 0)
        for (index, byte) in bytes.prefix(4096).enumerated() where byte == 0 {
            if index % 2 == 0 { zeros.even += 1 } else { zeros.odd += 1 }
        }
        if zeros.odd > 4, zeros.even == 0 { return .utf16LittleEndian }
        if zeros.even > 4, zeros.odd == 0 { return .utf16BigEndian }
        return nil
    }

    /// Bytes of any of the encodings as UTF-8; what cannot be decoded becomes U+FFFD.
    static func utf8(_ bytes: [UInt8]) -> (text: [UInt8], encoding: TextEncoding) {
        let (encoding, mark) = detect(bytes)
        let body = mark > 0 ? Array(bytes.dropFirst(mark)) : bytes
        guard encoding != .utf8 else { return (body, encoding) }
        let unit = encoding == .gb18030 || encoding == .windows1251 ? 1 : 2
        let text = Iconv.convert(body, from: encoding.rawValue, to: "UTF-8") { _ in unit }
        return (text, encoding)
    }

    /// The text in this encoding, with its byte order mark; characters it lacks become question marks.
    func encoded(_ text: String) -> [UInt8] {
        guard self != .utf8 else { return mark + Array(text.utf8) }
        let bytes = Iconv.convert(Array(text.utf8), from: "UTF-8", to: rawValue, replacement: [0x3F]) {
            lead in
            lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1
        }
        return mark + bytes
    }
}

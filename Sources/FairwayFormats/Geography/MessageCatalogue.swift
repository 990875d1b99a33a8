/// The translations of one gettext `.mo` file: English text → text in the file's language.
///
/// Layout: GNU gettext manual, section "The Format of GNU MO Files".
struct MessageCatalogue: Equatable, Sendable {
    enum ParseError: Error, Equatable {
        case noMagicNumber
        case truncated
        case notUTF8
    }

    private var translations: [String: String] = [:]

    /// No translations at all.
    init() {}

    init(_ bytes: [UInt8]) throws(ParseError) {
        let file = WordReader(bytes: bytes, isBigEndian: bytes.starts(with: [0x95, 0x04, 0x12, 0xDE]))
        guard file.isBigEndian || bytes.starts(with: [0xDE, 0x12, 0x04, 0x95]) else { throw .noMagicNumber }
        let count = try file.word(at: 8)
        let originals = try file.word(at: 12)
        let translated = try file.word(at: 16)
        guard count <= bytes.count / 16 else { throw .truncated }
        for index in 0..<count {
            let original = try file.text(describedAt: originals + index * 8)
            translations[original] = try file.text(describedAt: translated + index * 8)
        }
    }

    /// The translation of an English text; nil when it has none.
    subscript(english: String) -> String? {
        guard let text = translations[english], !text.isEmpty, !english.isEmpty else { return nil }
        return text
    }
}

private struct WordReader {
    let bytes: [UInt8]
    let isBigEndian: Bool

    func word(at offset: Int) throws(MessageCatalogue.ParseError) -> Int {
        guard offset >= 0, offset + 4 <= bytes.count else { throw .truncated }
        let four = bytes[offset..<offset + 4]
        let ordered = isBigEndian ? Array(four) : four.reversed()
        return ordered.reduce(0) { $0 << 8 | Int($1) }
    }

    /// The text whose length and offset stand at `offset`; of plural forms only the first.
    func text(describedAt offset: Int) throws(MessageCatalogue.ParseError) -> String {
        let length = try word(at: offset)
        let start = try word(at: offset + 4)
        guard start + length <= bytes.count else { throw .truncated }
        let singular = bytes[start..<start + length].prefix { $0 != 0 }
        guard let text = String(validating: singular, as: UTF8.self) else { throw .notUTF8 }
        return text
    }
}

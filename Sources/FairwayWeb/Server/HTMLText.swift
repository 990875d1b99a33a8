import Mustache

/// Text as HTML shows it, between tags and in quoted attributes.
///
/// Byte by byte: a `<` after U+0600, or a quotation mark before a combining mark, is one `Character` with its neighbour, and still
/// begins a tag or ends an attribute for every browser. The template engine's own escaping looks at `Character`s and lets both through.
struct HTMLText: MustacheContentType {
    /// What templates call it.
    static let name = "FAIRWAY"

    func escapeText(_ text: String) -> String { Self.escaped(text) }

    static func escaped(_ text: String) -> String {
        guard text.utf8.contains(where: { reference($0) != nil }) else { return text }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count + 32)
        for byte in text.utf8 {
            if let reference = reference(byte) { bytes += reference.utf8 } else { bytes.append(byte) }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func reference(_ byte: UInt8) -> String? {
        switch byte {
        case UInt8(ascii: "<"): "&lt;"
        case UInt8(ascii: ">"): "&gt;"
        case UInt8(ascii: "&"): "&amp;"
        case UInt8(ascii: "\""): "&quot;"
        case UInt8(ascii: "'"): "&#39;"
        default: nil
        }
    }
}

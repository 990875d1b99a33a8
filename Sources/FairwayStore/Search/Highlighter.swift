import TextAnalysis

/// A piece of a text, and whether the query's words are in it.
package struct TextPiece: Equatable, Sendable {
    package var text: String
    package var isMatch: Bool
}

/// Marks a query's words in a text, and cuts long texts down to where they are.
package enum Highlighter {
    /// - Parameters:
    ///   - terms: Normal forms of the query's words.
    ///   - length: About how many bytes of UTF-8 to keep; 0 keeps all.
    package static func pieces(of text: String, marking terms: Set<String>, length: Int = 0) -> [TextPiece] {
        let bytes = Array(text.utf8)
        var matches: [Range<Int>] = []
        for term in CatalogueSearch.terms(text) where terms.contains(term.text) && !term.range.isEmpty {
            if let last = matches.last, term.range.lowerBound <= last.upperBound {
                matches[matches.count - 1] = last.lowerBound..<max(last.upperBound, term.range.upperBound)
            } else {
                matches.append(term.range)
            }
        }
        let window = window(bytes, around: matches.first, length: length)
        var pieces: [TextPiece] = []
        var position = window.lowerBound
        func add(_ range: Range<Int>, isMatch: Bool) {
            guard !range.isEmpty else { return }
            pieces.append(TextPiece(text: String(decoding: bytes[range], as: UTF8.self), isMatch: isMatch))
        }
        for match in matches where match.lowerBound >= position && match.upperBound <= window.upperBound {
            add(position..<match.lowerBound, isMatch: false)
            add(match, isMatch: true)
            position = match.upperBound
        }
        add(position..<window.upperBound, isMatch: false)
        if window.lowerBound > 0 { pieces.insert(TextPiece(text: "… ", isMatch: false), at: 0) }
        if window.upperBound < bytes.count { pieces.append(TextPiece(text: " …", isMatch: false)) }
        return pieces
    }

    private static func window(_ bytes: [UInt8], around match: Range<Int>?, length: Int) -> Range<Int> {
        guard length > 0, bytes.count > length else { return 0..<bytes.count }
        let start = max(0, min((match?.lowerBound ?? 0) - length / 4, bytes.count - length))
        return boundary(bytes, start)..<boundary(bytes, min(bytes.count, start + length))
    }

    /// The next place at which a word ends, or at least a character.
    private static func boundary(_ bytes: [UInt8], _ position: Int) -> Int {
        guard position > 0, position < bytes.count else { return position }
        let space = bytes[position...].prefix(24).firstIndex(of: 0x20)
        if let space { return space }
        return bytes[position...].firstIndex { $0 & 0xC0 != 0x80 } ?? bytes.count
    }
}

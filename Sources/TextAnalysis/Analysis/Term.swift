/// One thing by which a text can be found: a word, a piece of one, or a code.
package struct Term: Hashable, Sendable {
    package enum Kind: UInt8, Sendable {
        /// A word: stemmed when it is Latin or Cyrillic, as the dictionary cuts it when it is Han.
        case word
        /// A weaker handle on a word: two neighbouring Han characters, or the root of a derived word.
        case part
        /// A number, customs code, GTIN or model number, never stemmed.
        case code
    }

    /// The normal form: two terms with the same normal form are the same to a search.
    package let text: String
    /// As written, but folded (case, width, diacritics, simplified characters).
    package let surface: String
    /// Counts words, and Han characters one by one; terms over the same place share a position.
    package let position: Int
    /// UTF-8 bytes in the original text, for highlighting.
    package let range: Range<Int>
    package let kind: Kind

    package init(text: String, surface: String, position: Int, range: Range<Int>, kind: Kind) {
        self.text = text
        self.surface = surface
        self.position = position
        self.range = range
        self.kind = kind
    }
}

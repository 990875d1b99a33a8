/// What in a text can deceive its reader: a character that is not seen, that turns the line, or that says nothing to others.
package struct TextFlaw: Error, Equatable, Sendable {
    package enum Kind: String, Sendable, Codable, CaseIterable {
        /// A control character, a line break in one line.
        case control
        /// A mark that turns the reading direction (UAX #9).
        case direction
        /// What takes no room: zero-width spaces, joiners where no script needs them, tags, variation selectors on nothing.
        case invisible
        /// Of private use, or not a character of Unicode.
        case unassigned
        /// More marks on a letter than any script has, or a mark on nothing.
        case marks
    }

    package var kind: Kind
    package var scalar: Unicode.Scalar

    package init(_ kind: Kind, _ scalar: Unicode.Scalar) {
        self.kind = kind
        self.scalar = scalar
    }

    /// As people look it up: `U+202E`.
    package var code: String {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
}

extension TextFlaw: Codable {
    private enum CodingKeys: CodingKey {
        case kind, scalar
    }

    package init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        kind = try values.decode(Kind.self, forKey: .kind)
        // What no scalar is was none when it was written.
        scalar = Unicode.Scalar(try values.decode(UInt32.self, forKey: .scalar)) ?? "\u{FFFD}"
    }

    package func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: CodingKeys.self)
        try values.encode(kind, forKey: .kind)
        try values.encode(scalar.value, forKey: .scalar)
    }
}

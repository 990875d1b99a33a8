/// A Harmonized System code: chapter (2 digits), heading (4) or subheading (6).
package struct HSCode: Hashable, Sendable, Codable, Comparable, CustomStringConvertible {
    package let digits: String

    /// Reads `1806`, `18.06`, `1806 32`, `1806.32`; national 8- and 10-digit codes are cut to the subheading.
    /// - Returns: nil unless there are 2, 4, 6, 8 or 10 digits and the chapter is 01…97 without 77.
    package init?(_ text: String) {
        var digits = ""
        for character in text where character != "." && character != " " && character != "\u{A0}" {
            guard character.isASCII, character.isNumber else { return nil }
            digits.append(character)
        }
        guard [2, 4, 6, 8, 10].contains(digits.count), let chapter = Int(digits.prefix(2), in: 1...97),
            chapter != 77
        else { return nil }
        self.digits = String(digits.prefix(6))
    }

    package var chapter: String { String(digits.prefix(2)) }

    /// The 4-digit heading; nil for a bare chapter.
    package var heading: String? { digits.count >= 4 ? String(digits.prefix(4)) : nil }

    /// Whether the edition of 2022 has its heading; a bare chapter is in it.
    package var isInNomenclature: Bool { heading.map { HSHeadings.contains($0) } ?? true }

    /// The number of leading digits that both share: 0, 2, 4 or 6.
    package func sharedDigits(with other: HSCode) -> Int {
        let common = zip(digits.utf8, other.digits.utf8).prefix { $0 == $1 }.count
        return common / 2 * 2
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let code = HSCode(text) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "\(text) is no HS code")
        }
        self = code
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(digits)
    }

    package static func < (left: Self, right: Self) -> Bool { left.digits < right.digits }

    package var description: String { digits }
}

/// A Global Trade Item Number of 8, 12, 13 or 14 digits with a right check digit (GS1 General Specifications, 7.9).
package struct GTIN: Hashable, Sendable, Codable, CustomStringConvertible {
    package let digits: String

    package init?(_ text: String) {
        let values = text.compactMap { $0.isASCII ? $0.wholeNumberValue : nil }
        guard values.count == text.count, [8, 12, 13, 14].contains(values.count) else { return nil }
        let sum = values.dropLast().reversed().enumerated().reduce(0) {
            $0 + $1.element * ($1.offset % 2 == 0 ? 3 : 1)
        }
        guard (10 - sum % 10) % 10 == values[values.count - 1] else { return nil }
        digits = text
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let code = GTIN(text) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "\(text) is no GTIN")
        }
        self = code
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(digits)
    }

    package var description: String { digits }
}

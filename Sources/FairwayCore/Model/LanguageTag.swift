/// A language that people speak at the expo, as a lower-case BCP 47 primary tag (`zh`, `ru`, `en`, `ko`, …).
package struct LanguageTag: Hashable, Sendable, Codable, Comparable, CustomStringConvertible {
    package let code: String

    /// - Returns: nil unless `code` is two or three ASCII letters (region subtags are dropped: `zh-CN` is `zh`).
    package init?(_ code: String) {
        let primary =
            code.split(whereSeparator: { $0 == "-" || $0 == "_" }).first.map { $0.lowercased() } ?? ""
        guard (2...3).contains(primary.count), primary.allSatisfy({ $0.isASCII && $0.isLetter }) else {
            return nil
        }
        self.code = primary
    }

    package init(_ language: Language) {
        code = language.rawValue
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let tag = LanguageTag(text) else {
            throw DecodingError.dataCorruptedError(
                in: container,
                debugDescription: "\(text) is no language tag"
            )
        }
        self = tag
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(code)
    }

    package static func < (left: Self, right: Self) -> Bool { left.code < right.code }

    package var description: String { code }
}

/// An unordered pair of languages that an interpreter serves; written `ru-zh`, the smaller tag first.
package struct LanguagePair: Hashable, Sendable, Codable, Comparable, CustomStringConvertible {
    package let first: LanguageTag
    package let second: LanguageTag

    /// - Returns: nil when both tags are the same.
    package init?(_ one: LanguageTag, _ other: LanguageTag) {
        guard one != other else { return nil }
        first = min(one, other)
        second = max(one, other)
    }

    package static func < (left: Self, right: Self) -> Bool {
        (left.first, left.second) < (right.first, right.second)
    }

    package var description: String { "\(first)-\(second)" }
}

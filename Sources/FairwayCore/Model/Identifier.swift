/// The organiser's own code for a thing (`E0042`, `AG-HLJ`): stable across imports, used as key in files, store and URLs.
package struct Identifier<Owner>: Hashable, Sendable, Codable, Comparable {
    package let code: String

    package init(_ code: String) {
        self.code = code
    }

    package init(from decoder: any Decoder) throws {
        code = try decoder.singleValueContainer().decode(String.self)
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(code)
    }

    package static func < (left: Self, right: Self) -> Bool {
        left.code < right.code
    }
}

extension Identifier: ExpressibleByStringLiteral, CustomStringConvertible {
    package init(stringLiteral code: String) {
        self.init(code)
    }

    package var description: String { code }
}

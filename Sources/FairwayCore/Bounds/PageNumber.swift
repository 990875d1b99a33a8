/// Which page of a list is shown, from 1.
package struct PageNumber: Hashable, Comparable, Sendable {
    package static let range = 1...100_000
    package static let first = PageNumber(unchecked: 1)

    package let value: Int

    private init(unchecked value: Int) { self.value = value }

    /// - Parameter text: nil, or an empty text, for the first page.
    /// - Throws: `BoundError`.
    package init(_ text: String?, field: String = "page") throws(BoundError) {
        guard let text, !text.isEmpty else {
            self = .first
            return
        }
        value = try NumberText.whole(text, in: Self.range, field: field)
    }

    /// The nearest page that there may be.
    package init(clamping number: Int) {
        value = min(max(number, Self.range.lowerBound), Self.range.upperBound)
    }

    /// How many pages `total` entries fill, at least one.
    package static func last(of total: Int, perPage: Int) -> PageNumber {
        PageNumber(clamping: total / perPage + (total % perPage > 0 ? 1 : 0))
    }

    /// How many entries stand before the page's.
    /// - Parameter perPage: Up to 10,000.
    package func offset(perPage: Int) -> Int {
        precondition((1...10_000).contains(perPage), "a page of \(perPage) entries")
        return (value - 1) * perPage
    }

    package static func < (left: Self, right: Self) -> Bool { left.value < right.value }
}

extension PageNumber: ExpressibleByIntegerLiteral {
    package init(integerLiteral value: Int) { self.init(clamping: value) }
}

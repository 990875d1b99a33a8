/// A row of a table as a spreadsheet numbers it, from 1; Excel has no more of them.
package struct RowNumber: Hashable, Comparable, Sendable, CustomStringConvertible {
    package static let range = 1...1_048_576
    package static let first = RowNumber(unchecked: 1)

    package let value: Int

    private init(unchecked value: Int) { self.value = value }

    /// - Returns: nil unless it is the number of a row.
    package init?(_ text: some StringProtocol) {
        guard let number = Int(text, in: Self.range) else { return nil }
        value = number
    }

    /// - Returns: nil outside the range.
    package init?(_ number: Int) {
        guard Self.range.contains(number) else { return nil }
        value = number
    }

    /// - Returns: nil after the last row.
    package var next: RowNumber? { value < Self.range.upperBound ? RowNumber(unchecked: value + 1) : nil }

    package static func < (left: Self, right: Self) -> Bool { left.value < right.value }

    package var description: String { String(value) }
}

/// The number that the store has given a record: an account, a sign-in, a token, a run.
package enum RecordNumber {
    /// Ten digits, as many as a list's cursor has room for.
    package static let range: ClosedRange<Int64> = 1...9_999_999_999

    /// - Returns: nil for a text that no record has as its number.
    package static func read(_ text: some StringProtocol) -> Int64? { Int64(text, in: range) }
}

/// Where in a list that never changes a page begins.
package enum ListPosition {
    package static let range = 0...100_000_000

    /// - Returns: nil for a text that is no position.
    package static func read(_ text: some StringProtocol) -> Int? { Int(text, in: range) }
}

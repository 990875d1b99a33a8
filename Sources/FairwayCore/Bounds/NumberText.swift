/// Reads numbers that come from outside as text: addresses, forms, headers, cells of tables, parts of files.
///
/// No other file turns text into numbers (`scripts/lint-numbers` sees to it), so that no number from outside is anywhere
/// without a range: an overflow ends the process.
package enum NumberText {
    /// What a text says, before its range is known.
    enum Reading: Equatable {
        case nothing
        case value(Int)
        /// A whole number that no `Int` holds.
        case beyond
    }

    /// Longer texts are no numbers, whatever they hold.
    static let maxLength = 40

    /// - Returns: `nothing` unless the text is ASCII digits with perhaps a sign before them.
    static func whole(_ text: some StringProtocol) -> Reading {
        let bytes = text.utf8
        guard bytes.count <= maxLength, let first = bytes.first else { return .nothing }
        let isSigned = first == UInt8(ascii: "-") || first == UInt8(ascii: "+")
        let digits = bytes.dropFirst(isSigned ? 1 : 0)
        guard !digits.isEmpty, digits.allSatisfy(isDigit) else { return .nothing }
        return Int(text).map { .value($0) } ?? .beyond
    }

    /// - Returns: nil unless the text is a finite number in decimal notation; neither `nan` nor `0x1p3` is one here.
    static func decimal(_ text: some StringProtocol) -> Double? {
        let bytes = text.utf8
        let others = "+-.eE".utf8
        guard bytes.count <= maxLength, bytes.contains(where: isDigit),
            bytes.allSatisfy({ isDigit($0) || others.contains($0) }),
            let number = Double(text), number.isFinite
        else { return nil }
        return number
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
    }

    /// The whole number of a field.
    /// - Throws: `BoundError` that names the field and what it may hold.
    package static func whole(_ text: some StringProtocol, in range: ClosedRange<Int>, field: String)
        throws(BoundError) -> Int
    {
        try checked(whole(text), text, range, field)
    }

    /// The same where programs write whole numbers as decimals: a spreadsheet's 12.0 and 1e3.
    package static func wholeDecimal(_ text: some StringProtocol, in range: ClosedRange<Int>, field: String)
        throws(BoundError) -> Int
    {
        var reading = whole(text)
        if reading == .nothing, let number = decimal(text), number.rounded(.towardZero) == number {
            reading = Int(exactly: number).map { .value($0) } ?? .beyond
        }
        return try checked(reading, text, range, field)
    }

    private static func checked(
        _ reading: Reading,
        _ text: some StringProtocol,
        _ range: ClosedRange<Int>,
        _ field: String
    ) throws(BoundError) -> Int {
        switch reading {
        case .value(let number) where range.contains(number): return number
        case .value, .beyond: throw BoundError(field, String(text), .outOfRange, range)
        case .nothing: throw BoundError(field, String(text), .notWhole, range)
        }
    }
}

extension Int {
    /// - Returns: nil unless a text from outside is a whole number of the range.
    package init?(_ text: some StringProtocol, in range: ClosedRange<Int>) {
        guard case .value(let number) = NumberText.whole(text), range.contains(number) else { return nil }
        self = number
    }
}

extension Int64 {
    /// - Returns: nil unless a text from outside is a whole number of the range.
    package init?(_ text: some StringProtocol, in range: ClosedRange<Int64>) {
        guard case .value(let number) = NumberText.whole(text), range.contains(Int64(number)) else {
            return nil
        }
        self = Int64(number)
    }
}

extension UInt64 {
    /// All its values: seeds of runs reach beyond `Int`.
    /// - Returns: nil unless the text is ASCII digits.
    package init?(seedText text: String) {
        guard NumberText.whole(text) != .nothing, let number = UInt64(text) else { return nil }
        self = number
    }
}

extension Double {
    /// - Returns: nil unless a text from outside is a number of the range, in decimal notation.
    package init?(_ text: some StringProtocol, in range: ClosedRange<Double>) {
        guard let number = NumberText.decimal(text), range.contains(number) else { return nil }
        self = number
    }
}

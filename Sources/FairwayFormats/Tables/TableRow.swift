import FairwayCore

/// A row with the number a spreadsheet shows beside it.
struct TableRow: Equatable, Sendable {
    var number: RowNumber
    var cells: [String]

    var isEmpty: Bool { cells.allSatisfy(\.isEmpty) }
}

extension String {
    /// Without spaces around it, the full-width and no-break ones included.
    var trimmedCell: String {
        guard let first = utf8.first, let last = utf8.last else { return self }
        // Most cells begin and end with an ASCII letter or digit.
        if first > 0x20, first < 0x7F, last > 0x20, last < 0x7F { return self }
        var scalars = Substring(self).unicodeScalars
        while let first = scalars.first, first.properties.isWhitespace || first == "\u{FEFF}" {
            scalars.removeFirst()
        }
        while let last = scalars.last, last.properties.isWhitespace { scalars.removeLast() }
        return String(scalars)
    }
}

/// A cell with several values.
enum ListCell {
    /// No value has more commas of its own.
    private static let mostPieces = 8

    /// The values of the cell, whichever way they are separated; one that has commas of its own ("Stone, ceramics, glass") stays whole.
    /// - Parameter isKnown: Whether a text is the name of a value.
    static func parts(_ text: String, isKnown: (String) -> Bool = { _ in false }) -> [String] {
        var result: [String] = []
        for part in text.split(whereSeparator: { ";；|\n\r、".contains($0) }) {
            let pieces = part.split(whereSeparator: { ",，/".contains($0) })
            var index = 0
            while index < pieces.count {
                let end =
                    (index + 1..<min(index + mostPieces, pieces.count)).reversed().first { last in
                        isKnown(String(part[pieces[index].startIndex..<pieces[last].endIndex]))
                    } ?? index
                let value = String(part[pieces[index].startIndex..<pieces[end].endIndex]).trimmedCell
                if !value.isEmpty { result.append(value) }
                index = end + 1
            }
        }
        return result
    }
}

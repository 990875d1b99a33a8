/// Edit distances of a word to sorted words one after the other, the rows of a common prefix computed once.
///
/// Optimal string alignment: insertion, deletion, replacement and a swap of neighbours cost one each.
struct EditWalk {
    private let wanted: [UInt32]
    private let limit: Int
    private var rows: [[Int]]
    private var path: [UInt32] = []

    init(wanted: [UInt32], limit: Int) {
        self.wanted = wanted
        self.limit = limit
        rows = [Array(0...wanted.count)]
    }

    /// - Returns: the distance if it is within the limit, and how many first letters of the word already exceed it.
    mutating func step(_ word: ArraySlice<UInt32>) -> (distance: Int?, deadPrefix: Int?) {
        let shared = zip(path, word).prefix { $0 == $1 }.count
        path.removeSubrange(shared...)
        rows.removeSubrange((shared + 1)...)
        for letter in word.dropFirst(shared) {
            append(letter)
            // A swap reaches back two rows, so both must be beyond hope.
            if let least = rows.last?.min(), least > limit, rows[rows.count - 2].min() ?? 0 >= limit {
                return (nil, path.count)
            }
        }
        let distance = rows[rows.count - 1][wanted.count]
        return (distance <= limit ? distance : nil, nil)
    }

    private mutating func append(_ letter: UInt32) {
        let before = rows[rows.count - 1]
        var row = [before[0] + 1]
        row.reserveCapacity(wanted.count + 1)
        for column in wanted.indices {
            var cost = min(
                before[column + 1] + 1,
                row[column] + 1,
                before[column] + (wanted[column] == letter ? 0 : 1)
            )
            if column > 0, let last = path.last, last == wanted[column], wanted[column - 1] == letter {
                cost = min(cost, rows[rows.count - 2][column - 1] + 1)
            }
            row.append(cost)
        }
        rows.append(row)
        path.append(letter)
    }
}

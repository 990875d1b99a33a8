/// The model's vocabulary: pieces of words, sorted by their UTF-8 bytes, with the logarithm of how frequent each is.
struct PieceTable: Sendable {
    /// The number of a character that no piece covers.
    static let unknown: UInt32 = 0

    private let bytes: [UInt8]
    /// Piece `p` has `bytes[offsets[p] ..< offsets[p + 1]]`.
    private let offsets: [UInt32]
    let numbers: [UInt32]
    let scores: [Float]
    /// The pieces that start with byte `b` are `starts[b] ..< starts[b + 1]`.
    private let starts: [Int]

    /// - Returns: nil if the parts do not fit each other or the pieces are not sorted.
    init?(bytes: [UInt8], offsets: [UInt32], numbers: [UInt32], scores: [Float]) {
        let count = numbers.count
        guard offsets.count == count + 1, scores.count == count, offsets.first == 0,
            offsets.last.map(Int.init) == bytes.count,
            zip(offsets, offsets.dropFirst()).allSatisfy({ $0 < $1 })
        else { return nil }
        let first = offsets.dropLast().map { bytes[Int($0)] }
        guard zip(first, first.dropFirst()).allSatisfy({ $0 <= $1 }) else { return nil }
        var counts = [Int](repeating: 0, count: 257)
        for byte in first { counts[Int(byte) + 1] += 1 }
        for byte in 1...256 { counts[byte] += counts[byte - 1] }
        self.bytes = bytes
        self.offsets = offsets
        self.numbers = numbers
        self.scores = scores
        starts = counts
    }

    /// Calls `body` with the length in bytes and the place in the table of every piece that `text` has at `start`, shortest first.
    func forEachPiece(of text: [UInt8], at start: Int, _ body: (_ length: Int, _ piece: Int) -> Void) {
        var low = starts[Int(text[start])]
        var high = starts[Int(text[start]) + 1]
        var length = 1
        while low < high {
            // Among pieces with one beginning, the beginning itself is sorted first.
            if Int(offsets[low + 1] - offsets[low]) == length {
                body(length, low)
                low += 1
            }
            guard start + length < text.count else { return }
            let next = text[start + length]
            low = firstPiece(in: low..<high, whereByteAt: length, isAtLeast: UInt16(next))
            high = firstPiece(in: low..<high, whereByteAt: length, isAtLeast: UInt16(next) + 1)
            length += 1
        }
    }

    private func firstPiece(in range: Range<Int>, whereByteAt depth: Int, isAtLeast byte: UInt16) -> Int {
        var low = range.lowerBound
        var high = range.upperBound
        while low < high {
            let middle = (low + high) / 2
            if UInt16(bytes[Int(offsets[middle]) + depth]) < byte { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

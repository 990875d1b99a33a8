/// Cuts a text into the pieces of a unigram model: of all ways to cut it, the most probable (Kudo 2018, "Subword
/// Regularization", section 3.2), found by Viterbi's algorithm.
struct PieceTokenizer: Sendable {
    /// What the logarithm of an unknown character lies below that of the rarest piece.
    private static let unknownPenalty: Float = 10

    private let normalizer: TextNormalizer
    private let pieces: PieceTable
    private let unknownScore: Float

    init(normalizer: TextNormalizer, pieces: PieceTable) {
        self.normalizer = normalizer
        self.pieces = pieces
        unknownScore = (pieces.scores.min() ?? 0) - Self.unknownPenalty
    }

    /// Whether a table of so many rows has one for every piece.
    func isCovered(by rows: Int) -> Bool {
        pieces.numbers.allSatisfy { Int($0) < rows }
    }

    /// The numbers of the pieces in their order; neighbouring unknown characters make one.
    ///
    /// Empty if the text says nothing.
    func pieces(of text: String) -> [UInt32] {
        let text = normalizer.normalized(text)
        var lattice = Lattice(count: text.count)
        var start = 0
        while start < text.count {
            let end = min(start + UTF8Length.ofCharacter(startingWith: text[start]), text.count)
            extend(&lattice, from: start, character: end - start, of: text)
            start = end
        }
        return lattice.bestPath()
    }

    private func extend(_ lattice: inout Lattice, from start: Int, character: Int, of text: [UInt8]) {
        var coversCharacter = false
        pieces.forEachPiece(of: text, at: start) { length, piece in
            lattice.offer(
                start..<start + length,
                number: pieces.numbers[piece],
                score: pieces.scores[piece]
            )
            if length == character { coversCharacter = true }
        }
        if !coversCharacter {
            lattice.offer(start..<start + character, number: PieceTable.unknown, score: unknownScore)
        }
    }
}

/// The best way to cut a text up to each of its places.
private struct Lattice {
    private var scores: [Float]
    /// Where the last piece of the best way to a place starts; -1 as long as no way leads there.
    private var starts: [Int]
    private var numbers: [UInt32]

    init(count: Int) {
        scores = [Float](repeating: 0, count: count + 1)
        starts = [Int](repeating: -1, count: count + 1)
        numbers = [UInt32](repeating: PieceTable.unknown, count: count + 1)
    }

    /// Keeps the piece if it makes the best way to its end; of equals the one found first.
    mutating func offer(_ range: Range<Int>, number: UInt32, score: Float) {
        let total = scores[range.lowerBound] + score
        let end = range.upperBound
        guard starts[end] < 0 || total > scores[end] else { return }
        scores[end] = total
        starts[end] = range.lowerBound
        numbers[end] = number
    }

    func bestPath() -> [UInt32] {
        var path: [UInt32] = []
        var end = scores.count - 1
        while end > 0 {
            let number = numbers[end]
            if number != PieceTable.unknown || path.last != PieceTable.unknown { path.append(number) }
            end = starts[end]
        }
        return path.reversed()
    }
}

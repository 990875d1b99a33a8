import Testing

@testable import Meaning

struct PieceTokenizerTests {
    @Test func takesTheMostProbableWay() throws {
        let tokenizer = try tokenizer(["▁": -1, "a": -3, "b": -3, "ab": -5, "▁a": -2.5, "▁ab": -9])
        // ▁a b: -5.5 against ▁ ab: -6, ▁ a b: -7, ▁ab: -9.
        #expect(tokenizer.pieces(of: "ab") == [5, 3])
    }

    @Test func makesOneOfNeighbouringUnknownCharacters() throws {
        let tokenizer = try tokenizer(["▁": -1, "a": -3])
        #expect(tokenizer.pieces(of: "a好𠀀aщ") == [2, 1, 0, 1, 0])
    }

    @Test func dropsNeedlessSpace() throws {
        let tokenizer = try tokenizer(["▁": -1, "a": -3])
        #expect(tokenizer.pieces(of: "  a   a ") == [2, 1, 2, 1])
        #expect(tokenizer.pieces(of: "   ").isEmpty)
        #expect(tokenizer.pieces(of: "").isEmpty)
    }

    @Test(arguments: 1...40)
    func isNeverWorseThanAnyOtherWay(seed: UInt64) throws {
        var rng = SplitMix(seed: seed)
        var scores: [String: Float] = ["▁": -4]
        for _ in 0..<14 {
            let letters = (0..<Int.random(in: 1...3, using: &rng)).map { _ in
                ["a", "ж", "中"].randomElement(using: &rng) ?? "a"
            }
            scores[letters.joined()] = -Float.random(in: 1...12, using: &rng)
        }
        let text = (0..<7).map { _ in ["a", "ж", "中"].randomElement(using: &rng) ?? "a" }.joined()
        let names = scores.keys.sorted()
        let path = try tokenizer(scores).pieces(of: text)
        let unknown = (scores.values.min() ?? 0) - 10
        let best = bestScore(of: Array("▁" + text), scores: scores, unknown: unknown)
        guard !path.contains(0) else { return }
        let found = path.reduce(Float(0)) { $0 + (scores[names[Int($1) - 1]] ?? 0) }
        #expect(abs(found - best) < 1e-3, "seed \(seed)")
        #expect(path.map { names[Int($0) - 1] }.joined() == "▁" + text)
    }

    @Test func refusesPartsThatDoNotFit() {
        #expect(PieceTable(bytes: [97, 98], offsets: [0, 1], numbers: [1], scores: [0]) == nil)
        #expect(PieceTable(bytes: [98, 97], offsets: [0, 1, 2], numbers: [1, 2], scores: [0, 0]) == nil)
        #expect(PieceTable(bytes: [97], offsets: [0, 1, 1], numbers: [1, 2], scores: [0, 0]) == nil)
        #expect(PieceTable(bytes: [97], offsets: [0, 1], numbers: [1], scores: []) == nil)
    }

    /// Pieces are numbered from 1 in the order of their names.
    private func tokenizer(_ scores: [String: Float]) throws -> PieceTokenizer {
        let names = scores.keys.sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
        let table = PieceTable(
            bytes: names.flatMap { Array($0.utf8) },
            offsets: names.reduce(into: [0]) { $0.append($0[$0.count - 1] + UInt32($1.utf8.count)) },
            numbers: names.indices.map { UInt32($0) + 1 },
            scores: names.map { scores[$0] ?? 0 }
        )
        return PieceTokenizer(
            normalizer: TextNormalizer(trie: [], replacements: []),
            pieces: try #require(table)
        )
    }

    /// The best of all ways, tried one by one.
    private func bestScore(of text: [Character], scores: [String: Float], unknown: Float) -> Float {
        if text.isEmpty { return 0 }
        return (1...text.count).reduce(-.infinity) { best, length in
            let piece = String(text[..<length])
            guard let score = scores[piece] ?? (length == 1 ? unknown : nil) else { return best }
            let rest = bestScore(of: Array(text[length...]), scores: scores, unknown: unknown)
            return max(best, score + rest)
        }
    }
}

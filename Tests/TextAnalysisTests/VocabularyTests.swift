import Testing
import TextAnalysis

struct VocabularyTests {
    @Test func completesMostFrequentFirst() {
        let words = Vocabulary(["шоколад": 3, "шок": 1, "школа": 9, "шоколадн": 5])
        #expect(words.completions(of: "шок", limit: 2) == ["шоколадн", "шоколад"])
        #expect(words.completions(of: "я", limit: 2).isEmpty)
        #expect(words.count(of: "школа") == 9)
        #expect(words.count(of: "школ") == 0)
    }

    @Test func mendsOneSlip() {
        let words = Vocabulary(["chocolate": 3, "cheese": 2, "chocolates": 1])
        for typed in ["chocolat", "hcocolate", "chocolote", "chhocolate", "cohcolate"] {
            #expect(words.closest(to: typed, within: 1).first?.word == "chocolate", "\(typed)")
        }
    }

    /// Against the whole matrix on every word.
    @Test(arguments: [1, 2, 3, 4] as [UInt64]) func findsWhatBruteForceFinds(seed: UInt64) {
        var state = seed
        func next(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
        func word() -> String { String((0..<1 + next(6)).map { _ in Array("abcд")[next(4)] }) }
        let words = Vocabulary(Dictionary((0..<300).map { _ in (word(), 1) }) { first, _ in first })
        for _ in 0..<40 {
            let asked = word()
            for limit in 1...2 {
                let found = words.closest(to: asked, within: limit, limit: 1000).map(\.word).sorted()
                let expected = words.words.filter { Self.distance(Array($0), Array(asked)) <= limit }.sorted()
                #expect(found == expected, "seed \(seed), \(asked) within \(limit)")
            }
        }
    }

    private static func distance(_ first: [Character], _ second: [Character]) -> Int {
        var rows = [[Int]](repeating: [Int](repeating: 0, count: second.count + 1), count: first.count + 1)
        for i in 0...first.count {
            for j in 0...second.count {
                if i == 0 || j == 0 {
                    rows[i][j] = i + j
                    continue
                }
                let same = first[i - 1] == second[j - 1]
                rows[i][j] = min(rows[i - 1][j] + 1, rows[i][j - 1] + 1, rows[i - 1][j - 1] + (same ? 0 : 1))
                if i > 1, j > 1, first[i - 1] == second[j - 2], first[i - 2] == second[j - 1] {
                    rows[i][j] = min(rows[i][j], rows[i - 2][j - 2] + 1)
                }
            }
        }
        return rows[first.count][second.count]
    }
}

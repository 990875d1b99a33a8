import Testing

@testable import FairwayCore
@testable import FairwayFormats

/// What a misspelt word may mean, compared with the definition put down plainly.
struct SpellingListTests {
    /// Few, so that words are near to each other; of one, two and three bytes.
    private static let letters: [Character] = ["c", "б", "ё", "油"]

    /// For each seed thirty words, thirty that are one of them with up to five slips, and ten others.
    @Test(arguments: 1...8 as ClosedRange<UInt64>) func findsWhatTheDefinitionFinds(seed: UInt64) {
        var random = SampleRandom(seed: seed, stream: 0)
        let known = (0..<30).map { _ in Self.word(&random) }
        var list = SpellingList()
        for (number, word) in known.enumerated() { list.add(String(word), meaning: "\(number)") }
        var (found, unknown) = (0, 0)
        for number in 0..<40 {
            let isOther = number % 4 == 0
            let letters = isOther ? Self.word(&random) : Self.misspelt(random.pick(known), &random)
            let expected = Self.nearest(to: letters, among: known).map { "\($0)" }
            let meant = list.nearest(to: String(letters))
            #expect(meant == expected, "seed \(seed): \(String(letters)) among \(known.map { String($0) })")
            if expected == nil { unknown += 1 } else { found += 1 }
        }
        #expect(found > 10 && unknown > 0, "seed \(seed) shows little: \(found) found, \(unknown) not")
    }

    @Test func aWordOfMoreLettersThanAnyNameMeansNothing() {
        let name = String(repeating: "a", count: 200)
        var list = SpellingList()
        list.add(name, meaning: "long")
        let changed = String(name.dropLast()) + "b"
        let longer = name + "b"
        #expect(list.nearest(to: changed) == "long")
        #expect(list.nearest(to: longer) == nil)
    }

    // MARK: - The definition

    /// Of the words that are at most three letters longer or shorter the nearest, of several the first, unless more than a third
    /// of the letters is wrong.
    private static func nearest(to letters: [Character], among known: [[Character]]) -> Int? {
        guard letters.count > 1 else { return nil }
        let near = known.indices.filter { abs(known[$0].count - letters.count) <= 3 }
        let distances = near.map { (number: $0, distance: distance(letters, known[$0])) }
        guard let best = distances.min(by: { $0.distance < $1.distance }) else { return nil }
        return best.distance <= max(1, letters.count / 3) ? best.number : nil
    }

    /// Optimal string alignment distance, with the table of all beginnings.
    private static func distance(_ one: [Character], _ other: [Character]) -> Int {
        let line = [Int](repeating: 0, count: other.count + 1)
        var table = [[Int]](repeating: line, count: one.count + 1)
        for i in 0...one.count {
            for j in 0...other.count {
                guard i > 0, j > 0 else {
                    table[i][j] = i + j
                    continue
                }
                let change = one[i - 1] == other[j - 1] ? 0 : 1
                table[i][j] = min(table[i - 1][j] + 1, table[i][j - 1] + 1, table[i - 1][j - 1] + change)
                if i > 1, j > 1, one[i - 1] == other[j - 2], one[i - 2] == other[j - 1] {
                    table[i][j] = min(table[i][j], table[i - 2][j - 2] + 1)
                }
            }
        }
        return table[one.count][other.count]
    }

    // MARK: - Words

    private static func word(_ random: inout SampleRandom) -> [Character] {
        let count = random.within(1...20)
        return (0..<count).map { _ in random.pick(letters) }
    }

    private static func misspelt(_ word: [Character], _ random: inout SampleRandom) -> [Character] {
        var word = word
        for _ in 0..<random.below(6) {
            let place = random.below(word.count + 1)
            switch random.below(4) {
            case 0: word.insert(random.pick(letters), at: place)
            case 1 where place < word.count: word.remove(at: place)
            case 2 where place < word.count: word[place] = random.pick(letters)
            case 3 where place + 1 < word.count: word.swapAt(place, place + 1)
            default: break
            }
        }
        return word
    }
}

/// Words that may be meant by misspelt ones, taken apart once, since a messy table asks for each of its cells.
struct SpellingList: Sendable {
    private var words: [(letters: [Character], meaning: String)] = []
    /// Letters that a word may be longer or shorter than the one that is meant.
    private static let maxLengthDifference = 3

    mutating func add(_ word: String, meaning: String) { words.append((Array(word), meaning)) }

    /// What the nearest word means, of those that a third of its letters leads to (optimal string alignment distance: changed,
    /// missing, added or swapped letters); the first of several.
    ///
    /// - Complexity: O(words · (letters of the word)²), and nothing for words that are much longer or shorter.
    func nearest(to word: String) -> String? {
        let letters = Array(word.prefix(Self.maxLetters + 1))
        guard letters.count > 1, letters.count <= Self.maxLetters else { return nil }
        let limit = max(1, letters.count / 3)
        var best: (distance: Int, meaning: String)?
        for (other, meaning) in words
        where abs(other.count - letters.count) <= min(limit, Self.maxLengthDifference) {
            let distance = Self.distance(letters, other)
            if distance <= limit, distance < best?.distance ?? .max { best = (distance, meaning) }
        }
        return best?.meaning
    }

    /// No name of a place or a kind has as many.
    private static let maxLetters = 200

    private static func distance(_ one: [Character], _ other: [Character]) -> Int {
        var (beforeLast, last) = ([Int](), Array(0...other.count))
        for i in one.indices {
            var row = [i + 1]
            row.reserveCapacity(other.count + 1)
            for j in other.indices {
                var least = min(last[j + 1], row[j]) + 1
                least = min(least, last[j] + (one[i] == other[j] ? 0 : 1))
                if i > 0, j > 0, one[i] == other[j - 1], one[i - 1] == other[j] {
                    least = min(least, beforeLast[j - 1] + 1)
                }
                row.append(least)
            }
            (beforeLast, last) = (last, row)
        }
        return last[other.count]
    }
}

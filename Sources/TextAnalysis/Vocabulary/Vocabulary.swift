/// The words of an index, for search as you type and for "did you mean".
///
/// ```swift
/// let words = Vocabulary(["chocolate": 12, "cheese": 7])
/// words.completions(of: "ch", limit: 5)             // chocolate, cheese
/// words.closest(to: "chocolat", within: 2)          // chocolate
/// ```
/// Kept as one sorted list that is walked like a trie, rows of the edit matrix shared by common prefixes.
package struct Vocabulary: Sendable {
    /// A word near the one asked for.
    package struct Neighbour: Equatable, Sendable {
        package let word: String
        /// Insertions, deletions, replacements and swaps of neighbours.
        package let edits: Int
        /// How many texts have the word.
        package let count: Int
    }

    package let words: [String]
    private let counts: [Int]
    private let letters: [UInt32]
    private let offsets: [Int]

    /// - Parameter counts: How many texts have each word.
    package init(_ counts: [String: Int]) {
        let sorted = counts.map { (Array($0.key.unicodeScalars.map(\.value)), $0.key, $0.value) }
            .sorted { $0.0.lexicographicallyPrecedes($1.0) }
        words = sorted.map(\.1)
        self.counts = sorted.map(\.2)
        letters = sorted.flatMap(\.0)
        var offsets = [0]
        for (letters, _, _) in sorted { offsets.append((offsets.last ?? 0) + letters.count) }
        self.offsets = offsets
    }

    /// How many texts have the word; 0 when it is unknown.
    package func count(of word: String) -> Int {
        let range = range(ofPrefix: word)
        guard let first = range.first, words[first] == word else { return 0 }
        return counts[first]
    }

    /// Words that begin so, the most frequent first, then in order.
    package func completions(of prefix: String, limit: Int) -> [String] {
        Array(
            range(ofPrefix: prefix).sorted { (counts[$1], $0) < (counts[$0], $1) }.prefix(limit).map {
                words[$0]
            }
        )
    }

    /// The places of all words that begin so.
    /// - Complexity: O(log n).
    package func range(ofPrefix prefix: String) -> Range<Int> {
        let wanted = prefix.unicodeScalars.map(\.value)
        let lower = firstIndex { !$0.prefix(wanted.count).lexicographicallyPrecedes(wanted) }
        let upper = firstIndex { wanted.lexicographicallyPrecedes($0.prefix(wanted.count)) }
        return lower..<max(lower, upper)
    }

    /// Words within so many edits, the nearest first, then the most frequent.
    package func closest(to word: String, within edits: Int, limit: Int = 5) -> [Neighbour] {
        var walk = EditWalk(wanted: word.unicodeScalars.map(\.value), limit: edits)
        var found: [Neighbour] = []
        var index = 0
        while index < words.count {
            let step = walk.step(letters[offsets[index]..<offsets[index + 1]])
            if let distance = step.distance {
                found.append(Neighbour(word: words[index], edits: distance, count: counts[index]))
            }
            index = step.deadPrefix.map { next(after: index, sharing: $0) } ?? index + 1
        }
        found.sort { ($0.edits, $1.count, $0.word) < ($1.edits, $0.count, $1.word) }
        return Array(found.prefix(limit))
    }

    /// The first word after this one that differs in its first letters.
    private func next(after index: Int, sharing length: Int) -> Int {
        let prefix = letters[offsets[index]..<offsets[index] + length]
        var low = index + 1
        var step = 1
        func shares(_ place: Int) -> Bool {
            letters[offsets[place]..<offsets[place + 1]].prefix(length).elementsEqual(prefix)
        }
        while low < words.count, shares(low) {
            while low + step < words.count, shares(low + step) {
                low += step
                step *= 2
            }
            low += 1
            step = 1
        }
        return low
    }

    private func firstIndex(where isAtOrAfter: (ArraySlice<UInt32>) -> Bool) -> Int {
        var low = 0
        var high = words.count
        while low < high {
            let middle = (low + high) / 2
            if isAtOrAfter(letters[offsets[middle]..<offsets[middle + 1]]) {
                high = middle
            } else {
                low = middle + 1
            }
        }
        return low
    }
}

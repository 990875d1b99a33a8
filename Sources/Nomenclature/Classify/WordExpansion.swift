import TextAnalysis

/// Finds known words near one that no heading has: by a common beginning, as a piece of a compound, or by a slip of the keyboard.
struct WordExpansion: Sendable {
    private let forward: Vocabulary
    private let known: [String: Int32]
    private let shortestPiece = 4
    private let mostFound = 8

    init(_ termIDs: [String: Int32]) {
        let words = termIDs.filter { !$0.key.utf8.contains { $0 >= 0xE3 || $0 < 0x3A } }
        known = words
        forward = Vocabulary(words.mapValues { _ in 1 })
    }

    /// Terms with how near each is, 0…1, the nearest first.
    func near(_ word: String) -> [(term: Int32, nearness: Float)] {
        let letters = Array(word)
        guard letters.count >= 4, letters[0].utf8.count < 3 else { return [] }
        var found: [Int32: Float] = [:]
        func add(_ other: String, _ nearness: Float) {
            guard let id = known[other] else { return }
            found[id] = max(found[id] ?? 0, nearness)
        }
        if letters.count >= 5 {
            for neighbour in forward.closest(to: word, within: letters.count >= 9 ? 2 : 1, limit: mostFound) {
                add(neighbour.word, 1 - 0.2 * Float(neighbour.edits))
            }
        }
        if found.isEmpty {
            beginnings(of: letters, add)
            pieces(of: letters, add)
        }
        return found.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(mostFound).map {
            ($0.key, $0.value)
        }
    }

    /// Words with the same first letters, if those are most of both.
    private func beginnings(of letters: [Character], _ add: (String, Float) -> Void) {
        let least = max(4, (letters.count * 6 + 9) / 10)
        for length in stride(from: letters.count, through: least, by: -1) {
            let range = forward.range(ofPrefix: String(letters[..<length]))
            guard !range.isEmpty else { continue }
            for place in range.prefix(40) {
                let other = forward.words[place]
                add(other, Float(length) / Float(max(letters.count, other.count)) * 0.9)
            }
            return
        }
    }

    /// Known words inside: the first piece and the last, as автошина has шина.
    private func pieces(of letters: [Character], _ add: (String, Float) -> Void) {
        guard letters.count >= shortestPiece + 3 else { return }
        for length in stride(from: letters.count - 2, through: shortestPiece, by: -1) {
            let head = String(letters[..<length])
            if known[head] != nil {
                add(head, 0.8 * Float(length) / Float(letters.count))
                break
            }
        }
        for length in stride(from: letters.count - 2, through: shortestPiece, by: -1) {
            let tail = String(letters[(letters.count - length)...])
            if known[tail] != nil {
                add(tail, 0.9 * Float(length) / Float(letters.count))
                break
            }
        }
    }
}

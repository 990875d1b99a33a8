/// The best `capacity` partners of each enterprise seen so far, best first; equal scores go by the smaller partner.
struct TopMatches {
    let capacity: Int
    private var counts: [Int32]
    private var scores: [Double]
    private var partners: [Int32]

    init(enterprises: Int, capacity: Int) {
        self.capacity = capacity
        counts = Array(repeating: 0, count: enterprises)
        scores = Array(repeating: 0, count: enterprises * capacity)
        partners = Array(repeating: 0, count: enterprises * capacity)
    }

    /// - Complexity: O(1) for a partner that is not among the best, else O(capacity).
    mutating func offer(_ partner: Int, score: Double, to enterprise: Int) {
        let start = enterprise * capacity
        let count = Int(counts[enterprise])
        var place = start + count
        if count == capacity {
            guard count > 0, isBetter(score, partner, than: place - 1) else { return }
            place -= 1
        } else {
            counts[enterprise] += 1
        }
        while place > start, isBetter(score, partner, than: place - 1) {
            scores[place] = scores[place - 1]
            partners[place] = partners[place - 1]
            place -= 1
        }
        scores[place] = score
        partners[place] = Int32(truncatingIfNeeded: partner)
    }

    func best(of enterprise: Int) -> [(partner: Int, score: Double)] {
        let start = enterprise * capacity
        return (start..<start + Int(counts[enterprise])).map { (Int(partners[$0]), scores[$0]) }
    }

    private func isBetter(_ score: Double, _ partner: Int, than place: Int) -> Bool {
        score > scores[place] || (score == scores[place] && partner < Int(partners[place]))
    }
}

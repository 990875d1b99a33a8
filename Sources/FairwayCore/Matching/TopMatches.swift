/// The best `capacity` partners of each enterprise seen so far, best first; equal scores go by `TieOrder`.
struct TopMatches {
    let capacity: Int
    private let ties: TieOrder
    private var counts: [Int32]
    private var scores: [Double]
    private var partners: [Int32]

    init(ties: TieOrder, capacity: Int) {
        self.capacity = capacity
        self.ties = ties
        counts = Array(repeating: 0, count: ties.count)
        scores = Array(repeating: 0, count: ties.count * capacity)
        partners = Array(repeating: 0, count: ties.count * capacity)
    }

    /// - Complexity: O(1) for a partner that is not among the best, else O(capacity).
    mutating func offer(_ partner: Int, score: Double, to enterprise: Int) {
        let start = enterprise * capacity
        let count = Int(counts[enterprise])
        var place = start + count
        if count == capacity {
            guard count > 0, isBetter(score, partner, than: place - 1, for: enterprise) else { return }
            place -= 1
        } else {
            counts[enterprise] += 1
        }
        while place > start, isBetter(score, partner, than: place - 1, for: enterprise) {
            scores[place] = scores[place - 1]
            partners[place] = partners[place - 1]
            place -= 1
        }
        scores[place] = score
        partners[place] = Int32(truncatingIfNeeded: partner)
    }

    mutating func clear(_ enterprise: Int) { counts[enterprise] = 0 }

    /// - Returns: false when the partner is not among the best.
    mutating func remove(_ partner: Int, from enterprise: Int) -> Bool {
        let start = enterprise * capacity
        let end = start + Int(counts[enterprise])
        guard let place = (start..<end).first(where: { Int(partners[$0]) == partner }) else { return false }
        for later in place..<end - 1 {
            scores[later] = scores[later + 1]
            partners[later] = partners[later + 1]
        }
        counts[enterprise] -= 1
        return true
    }

    func contains(_ partner: Int, for enterprise: Int) -> Bool {
        let start = enterprise * capacity
        return partners[start..<start + Int(counts[enterprise])].contains { Int($0) == partner }
    }

    func best(of enterprise: Int) -> [(partner: Int, score: Double)] {
        let start = enterprise * capacity
        return (start..<start + Int(counts[enterprise])).map { (Int(partners[$0]), scores[$0]) }
    }

    private func isBetter(_ score: Double, _ partner: Int, than place: Int, for enterprise: Int) -> Bool {
        guard score == scores[place] else { return score > scores[place] }
        return ties.isBefore(partner, Int(partners[place]), for: enterprise)
    }
}

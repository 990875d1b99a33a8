/// Fairness as a number that a search can follow: how much of what a participant asked for it gets.
///
/// The objective is the share of the worst served. A minimum says nothing about all the others, so the search follows
/// `Σ (1 − share)¹⁶` instead: it is ruled by those with the smallest shares, and every move changes it.
enum ServedShare {
    /// The unfairness of somebody who gets nothing.
    ///
    /// Whole numbers add up to the same sum in any order.
    static let one = 1 << 24
    /// With fewer meetings than this a share says little.
    static let fewest = 3

    /// `(1 − served ∕ asked)¹⁶` in units of `one`; 0 for those who do not count.
    @inline(__always)
    static func unfairness(served: Int, asked: Int) -> Int {
        guard asked > 0 else { return 0 }
        let missed = Float(asked - served) / Float(asked)
        let squared = missed * missed
        let fourth = squared * squared
        let eighth = fourth * fourth
        return Int(eighth * eighth * Float(one))
    }

    /// Participant → weight of all its meetings, 0 when they are fewer than `fewest`.
    static func askedWeights(_ problem: MeetingProblem) -> [Int] {
        var counts = [Int](repeating: 0, count: problem.participants.count)
        var weights = counts
        for meeting in problem.meetings {
            for side in [meeting.a, meeting.b] {
                counts[side] += 1
                weights[side] += meeting.weight
            }
        }
        return counts.indices.map { counts[$0] < fewest ? 0 : weights[$0] }
    }
}

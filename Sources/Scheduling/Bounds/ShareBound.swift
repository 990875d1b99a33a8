/// An upper bound on the share of the worst served, over all programmes that place no less weight than a given one.
///
/// A meeting whose reduced weight lies further below zero than the gap between bound and programme is in none of these
/// (reduced-cost fixing), so a participant can get no more than the weight of its other meetings; the smallest of these
/// shares bounds the smallest share.
///
/// - Complexity: O(meetings × days).
struct ShareBound {
    let value: Double?

    init(_ problem: CompiledProblem, bound: WeightBound, placedWeight: Int) {
        let gap = max(0, bound.value - Double(placedWeight)) + 1e-6
        var reachable = [Int](repeating: 0, count: problem.participantCount)
        for meeting in 0..<problem.meetingCount where bound.reducedWeight(meeting) >= -gap {
            for side in [problem.sideA[meeting], problem.sideB[meeting]] {
                reachable[Int(side)] += Int(problem.weight[meeting])
            }
        }
        value = reachable.indices.filter { problem.askedWeight[$0] > 0 }
            .map { Double(reachable[$0]) / Double(problem.askedWeight[$0]) }.min()
    }
}

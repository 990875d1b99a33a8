import Glibc

/// The course of the search: first weight, if the bound is not reached yet, then the gaps in everyone's day, never at the
/// price of weight; last, if the organiser tolerates it, gaps against a little weight.
struct Annealing {
    /// Moves of a lane between two looks at the clock: enough to be worth dealing out the days, which costs as much time as
    /// there are meetings.
    private let epochSteps: Int

    private var lanes: LaneSearch
    private let bound: Int
    private let meanWeight: Double

    init(_ state: SearchState, seed: UInt64, workers: Int, bound: WeightBound) {
        let weights = state.problem.weight
        let mean = Double(weights.reduce(0) { $0 + Int($1) }) / Double(max(1, weights.count))
        // What costs more than the bound is above the programme is in no better programme (reduced-cost fixing).
        let slack = max(0.2 * mean, bound.value - Double(state.placedWeight))
        let promising = weights.indices.map { bound.reducedWeight($0) >= -slack }
        lanes = LaneSearch(state, seed: seed, workers: workers, promising: promising)
        self.bound = bound.rounded
        epochSteps = max(min(20_000, 200 + 20 * weights.count), weights.count / 2)
        meanWeight = mean
    }

    var best: SearchState { lanes.best }
    var steps: Int { lanes.steps }

    /// Looks for weight until the bound is reached.
    /// - Parameters:
    ///   - isNear: Whether the start is so good that much heat would only spoil it.
    ///   - progress: Steps so far → used part of this phase's work.
    mutating func findWeight(isNear: Bool, progress: (Int) -> Double, report: (SearchState) -> Void) {
        let mix = LocalSearch.Mix(insertion: 0.5, exchange: 0.3, focus: 0)
        let costs = LocalSearch.Costs(weight: 1, breaks: 0, idle: 0, halls: 0, floor: 0)
        // A seventh of the mean weight, and never below 0.5, tears a rough start open; a good one only has to give a little.
        let hot = max(0.5, meanWeight / 7) * (isNear ? 0.2 : 1)
        let goal = bound
        anneal(mix, costs, hot: hot, cold: 0.02, progress: progress, report: report) {
            $0.placedWeight >= goal && $0.missing == 0
        }
    }

    /// Closes gaps without losing weight below `floor`.
    mutating func closeGaps(floor: Int, progress: (Int) -> Double, report: (SearchState) -> Void) {
        let mix = LocalSearch.Mix(insertion: 0.08, exchange: 0.5, focus: 0.5)
        let costs = LocalSearch.Costs(
            weight: 100,
            breaks: 1,
            idle: 0.1,
            halls: 0.02,
            unfairness: 0.05 / Double(ServedShare.one),
            floor: floor
        )
        let goal = bound
        anneal(mix, costs, hot: 0.6, cold: 0.01, progress: progress, report: report) {
            $0.placedWeight >= goal && $0.missing == 0
                && ($0.breaks, $0.idleSlots, $0.hallChanges) == (0, 0, 0)
        }
    }

    /// Gives up weight down to `floor` where that closes gaps: a break is worth some weight, but less than a meeting.
    mutating func trade(floor: Int, progress: (Int) -> Double, report: (SearchState) -> Void) {
        let mix = LocalSearch.Mix(insertion: 0.02, exchange: 0.5, focus: 0.5, removal: 0.2)
        let costs = LocalSearch.Costs(
            weight: 0.25,
            breaks: 1,
            idle: 0.1,
            halls: 0.02,
            unfairness: 0.05 / Double(ServedShare.one),
            floor: floor
        )
        lanes.floor = floor
        anneal(mix, costs, hot: 0.1, cold: 0.01, progress: progress, report: report) { _ in false }
    }

    private mutating func anneal(
        _ mix: LocalSearch.Mix,
        _ costs: LocalSearch.Costs,
        hot: Double,
        cold: Double,
        progress: (Int) -> Double,
        report: (SearchState) -> Void,
        isDone: (SearchState) -> Bool
    ) {
        while !isDone(lanes.best) {
            let used = progress(lanes.steps)
            if used >= 1 { break }
            let temperature = hot * pow(cold / hot, max(0, used))
            lanes.run(steps: epochSteps, costs: costs, mix: mix, temperature: temperature)
            report(lanes.best)
        }
        lanes.returnToBest()
    }
}

import Glibc

/// The course of the search: first weight, then the gaps in everyone's day, never at the price of weight.
struct Annealing {
    private(set) var search: LocalSearch
    private(set) var best: SearchState

    /// Part of the work that goes into weight before gaps.
    static let weightShare = 0.6

    static let weightCosts = LocalSearch.Costs(weight: 1, breaks: 0.02, idle: 0.002, mayLoseWeight: true)
    static let gapCosts = LocalSearch.Costs(weight: 100, breaks: 1, idle: 0.1, mayLoseWeight: false)

    /// First temperature: a seventh of the mean weight, and never below 0.5.
    private let hottest: Double

    init(_ state: SearchState, seed: UInt64) {
        let weights = state.problem.weight
        let mean = Double(weights.reduce(0) { $0 + Int($1) }) / Double(max(1, weights.count))
        hottest = max(0.5, mean / 7)
        search = LocalSearch(state, seed: seed, costs: Self.weightCosts)
        best = state
    }

    /// - Parameters:
    ///   - share: Steps so far → used part of the work.
    ///   - report: Called about two hundred times in all.
    mutating func run(share: (Int) -> Double, report: (SearchState) -> Void) {
        var nextReport = 0.0
        var isSecondPhase = false
        while true {
            let used = share(search.steps)
            if used >= 1 { break }
            if used >= Self.weightShare, !isSecondPhase {
                isSecondPhase = true
                keepBest()
                search.costs = Self.gapCosts
            }
            cool(used, isSecondPhase: isSecondPhase)
            for _ in 0..<512 { search.step(insertionShare: isSecondPhase ? 0.1 : 0.7) }
            if used >= nextReport {
                nextReport = used + 0.005
                if Self.isBetter(search.state, than: best) { best = search.state }
                report(search.state)
            }
        }
        keepBest()
    }

    private mutating func cool(_ share: Double, isSecondPhase: Bool) {
        let (hot, cold, part) =
            isSecondPhase
            ? (0.6, 0.05, (share - Self.weightShare) / (1 - Self.weightShare))
            : (hottest, 0.05, share / Self.weightShare)
        search.temperature = hot * pow(cold / hot, part)
    }

    private mutating func keepBest() {
        if Self.isBetter(search.state, than: best) {
            best = search.state
        } else {
            search = LocalSearch(best, seed: UInt64(search.steps), costs: search.costs)
        }
    }

    private static func isBetter(_ new: SearchState, than old: SearchState) -> Bool {
        (new.placedWeight, -new.breaks, -new.idleSlots) > (old.placedWeight, -old.breaks, -old.idleSlots)
    }
}

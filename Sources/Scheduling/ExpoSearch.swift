/// An expo's problem, where not everything fits: the linear relaxation by day says what a best programme holds when, the
/// plan gets its slots, and a local search places what is left and closes the gaps in everyone's day.
struct ExpoSearch {
    /// Part of the work that may go into weight before gaps, and into gaps before weight is traded for them.
    static let weightShare = 0.6
    /// The same when the plan misses less than `smallGap` of the bound, most of which no programme may reach.
    static let smallWeightShare = 0.2
    static let smallGap = 1e-4
    static let tradeShare = 0.8

    private let problem: MeetingProblem
    private let compiled: CompiledProblem
    private let settings: Scheduler.Settings
    private let resources: DayResources

    init(_ problem: MeetingProblem, compiled: CompiledProblem, settings: Scheduler.Settings) {
        self.problem = problem
        self.compiled = compiled
        self.settings = settings
        resources = DayResources(problem, compiled: compiled)
    }

    func solve(share: () -> Double, report: (Scheduler.Progress) -> Void) -> ProgrammeSolution {
        /// Used part of the work: by steps when the caller wants the same answer everywhere, else by its clock.
        func used(_ steps: Int) -> Double {
            guard let limit = settings.stepLimit else { return share() }
            return Double(steps) / Double(max(1, limit))
        }
        var bound = WeightBound(compiled, resources: resources)
        var start = Construction.programme(compiled, bound: bound)
        func tell(_ state: SearchState) {
            report(Scheduler.Progress(value: state.value, weightBound: bound.rounded))
        }
        tell(start)
        if let plan = plan(beyond: start, improving: &bound, isCancelled: { used(0) >= 1 }),
            plan.isBetter(than: start)
        {
            start = plan
            tell(start)
        }
        let weightBound = bound.rounded
        var annealing = Annealing(start, seed: settings.seed, workers: settings.workers, bound: bound)
        let missed = 1 - Double(start.placedWeight) / max(1, bound.value)
        let end = missed < Self.smallGap ? Self.smallWeightShare : Self.weightShare
        let begun = min(used(0), end)
        annealing.findWeight(
            isNear: missed <= 0.02,
            progress: { Self.part(used($0), from: begun, to: end) },
            report: tell
        )
        let trade = closeGaps(&annealing, used: used, report: tell)
        let state = Repair.respectingFairness(annealing.best, limit: problem.fairness)
        var solution = Scheduler.solution(problem, state: state, weightBound: weightBound)
        solution.prices = bound.prices
        solution.withoutTolerance = trade
        solution.worstShareBound = ShareBound(compiled, bound: bound, placedWeight: state.placedWeight).value
        return solution
    }

    /// How much of a phase is over, at least 1 when all of it is.
    private static func part(_ used: Double, from begun: Double, to end: Double) -> Double {
        used >= end ? 1 : (used - begun) / (end - begun)
    }

    /// The programme that the relaxation by day suggests; improves the bound on the way.
    /// - Returns: nil when cancelled, or when the required meetings cannot all be held.
    private func plan(
        beyond start: SearchState,
        improving bound: inout WeightBound,
        isCancelled: () -> Bool
    ) -> SearchState? {
        var relaxation = DayRelaxation(compiled, resources: resources)
        guard let found = relaxation.solved(isCancelled: isCancelled) else {
            // A bound by the meetings' weights alone says nothing: some steps are always worth their time.
            bound.improve(steps: 60, target: start.placedWeight) { false }
            bound.improve(steps: 1000, target: start.placedWeight, isCancelled: isCancelled)
            return Construction.programme(compiled, bound: bound)
        }
        bound.adopt(found.prices)
        var placement = PlanPlacement(compiled, plan: found.placements, seed: settings.seed)
        placement.run(steps: 200 + compiled.meetingCount / 5, isCancelled: isCancelled)
        return placement.best
    }

    /// - Returns: the value before weight was traded for gaps; nil when none was.
    private func closeGaps(
        _ annealing: inout Annealing,
        used: (Int) -> Double,
        report: (SearchState) -> Void
    ) -> SolutionValue? {
        let weight = annealing.best.placedWeight
        let floor = Int((Double(weight) * (1 - settings.weightTolerance)).rounded(.up))
        let isTrading = floor < weight
        let end = isTrading ? Self.tradeShare : 1
        let begun = used(annealing.steps)
        annealing.closeGaps(
            floor: weight,
            progress: { Self.part(used($0), from: begun, to: end) },
            report: report
        )
        guard isTrading else { return nil }
        let before = annealing.best.value
        annealing.trade(
            floor: floor,
            progress: { Self.part(used($0), from: end, to: 1) },
            report: report
        )
        return before
    }
}

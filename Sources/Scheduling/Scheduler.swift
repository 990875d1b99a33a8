/// The engine's door: a meeting problem in, a valid programme with its proven bound out.
public enum Scheduler {
    /// What a run depends on besides the problem.
    public struct Settings: Sendable, Equatable {
        /// Where chance comes from.
        public var seed: UInt64
        /// Moves of the local search; nil leaves the end to the caller's `share`.
        ///
        /// The same seed and step limit give the same programme on every machine, with any number of workers.
        public var stepLimit: Int?
        /// How many threads may work at once.
        public var workers: Int
        /// The part of the best placed weight (0 … 1) that may be given up for fewer breaks.
        public var weightTolerance: Double

        /// Makes settings.
        public init(seed: UInt64, stepLimit: Int? = nil, workers: Int = 2, weightTolerance: Double = 0) {
            self.seed = seed
            self.stepLimit = stepLimit
            self.workers = workers
            self.weightTolerance = weightTolerance
        }

        fileprivate func validate() throws(ProblemError) {
            let allowed = 0.0...1.0
            guard allowed.contains(weightTolerance) else {
                throw .badSetting("weightTolerance", value: weightTolerance, allowed: allowed)
            }
        }
    }

    /// What is known part of the way.
    public struct Progress: Sendable, Equatable {
        /// Of the best programme so far.
        public var value: SolutionValue
        /// Proven upper bound on placed weight.
        public var weightBound: Int
    }

    /// Makes a programme.
    ///
    /// - Parameters:
    ///   - share: The used part of the caller's time limit, 0 … 1; the search stops at 1, and the best programme so far is
    ///     the answer. Ignored with a step limit.
    ///   - report: Called now and then with the best programme so far, first with one made at once.
    /// - Throws: `ProblemError` when the problem contradicts itself or is too large, or a setting is no number in its range.
    public static func solve(
        _ problem: MeetingProblem,
        settings: Settings,
        share: () -> Double,
        report: (Progress) -> Void
    ) throws(ProblemError) -> ProgrammeSolution {
        try settings.validate()
        let compiled = try CompiledProblem(problem)
        // A share that is no number would never reach the end.
        func used() -> Double {
            let part = share()
            return part.isNaN ? 1 : part
        }
        if ExactSearch.suits(problem) {
            return ExactSearch.solve(
                problem,
                compiled: compiled,
                workers: settings.workers,
                share: used,
                report: report
            )
        }
        return ExpoSearch(problem, compiled: compiled, settings: settings).solve(share: used, report: report)
    }

    /// A solution with the bound and the prices of the linear relaxation by day, where these are sharper than its own.
    ///
    /// - Throws: `ProblemError` when the problem contradicts itself.
    public static func bounded(
        _ solution: ProgrammeSolution,
        of problem: MeetingProblem,
        isCancelled: () -> Bool
    ) throws(ProblemError) -> ProgrammeSolution {
        let compiled = try CompiledProblem(problem)
        let resources = DayResources(problem, compiled: compiled)
        var relaxation = DayRelaxation(compiled, resources: resources)
        guard let found = relaxation.solved(isCancelled: isCancelled) else { return solution }
        var bound = WeightBound(compiled, resources: resources)
        bound.adopt(found.prices)
        var bounded = solution
        bounded.weightBound = min(solution.weightBound, bound.rounded)
        bounded.prices = bound.prices
        return bounded
    }

    /// What a finished search state says, with a reason for every meeting it does not place.
    static func solution(_ problem: MeetingProblem, state: SearchState, weightBound: Int) -> ProgrammeSolution
    {
        guard state.keepsRequired, state.keepsFairness(problem.fairness) else {
            return ProgrammeSolution(
                status: .unknown,
                placements: problem.meetings.map { _ in nil },
                reasons: problem.meetings.map { _ in nil },
                value: SolutionValue(),
                weightBound: weightBound
            )
        }
        let value = state.value
        let isProven = value.placedWeight >= weightBound && value.breaks == 0
        return ProgrammeSolution(
            status: isProven ? .optimal : .feasible,
            placements: state.placements,
            reasons: UnplacedExplanation(state, problem).reasons,
            value: value,
            weightBound: weightBound,
            breaksBound: value.breaks == 0 ? 0 : nil
        )
    }
}

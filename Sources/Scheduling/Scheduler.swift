/// The engine's door: a meeting problem in, a valid programme with its proven bound out.
public enum Scheduler {
    /// What a run depends on besides the problem.
    public struct Settings: Sendable, Equatable {
        /// Where chance comes from.
        public var seed: UInt64
        /// Moves of the local search; nil leaves the end to the caller's `share`.
        ///
        /// The same seed and step limit give the same programme on every machine.
        public var stepLimit: Int?

        /// Makes settings.
        public init(seed: UInt64, stepLimit: Int? = nil) {
            self.seed = seed
            self.stepLimit = stepLimit
        }
    }

    /// What is known part of the way.
    public struct Progress: Sendable, Equatable {
        /// Of the programme the search is at.
        public var value: SolutionValue
        /// Proven upper bound on placed weight.
        public var weightBound: Int
    }

    /// Makes a programme.
    ///
    /// - Parameters:
    ///   - share: The used part of the caller's time limit, 0 … 1; the search stops at 1. Ignored with a step limit.
    ///   - report: Called now and then with the best programme so far.
    /// - Throws: `ProblemError` when the problem contradicts itself.
    public static func solve(
        _ problem: MeetingProblem,
        settings: Settings,
        share: () -> Double,
        report: (Progress) -> Void
    ) throws(ProblemError) -> ProgrammeSolution {
        let compiled = try CompiledProblem(problem)
        if ExactSearch.suits(problem) {
            return ExactSearch.solve(problem, compiled: compiled, share: share, report: report)
        }
        var bound = WeightBound(problem, compiled: compiled)
        /// Used part of the work: by steps when the caller wants the same answer everywhere, else by its clock.
        func used(_ steps: Int) -> Double {
            guard let limit = settings.stepLimit else { return share() }
            return Double(steps) / Double(max(1, limit))
        }
        let floor = Construction.programme(compiled, bound: bound).placedWeight
        bound.improve(steps: 3000, target: floor) { used(0) > 0.1 }
        var annealing = Annealing(Construction.programme(compiled, bound: bound), seed: settings.seed)
        annealing.run(share: used) { state in

            report(Progress(value: state.value, weightBound: bound.rounded))
        }
        bound.improve(steps: 400, target: annealing.best.placedWeight) {
            settings.stepLimit == nil && share() >= 1
        }
        let state = Repair.respectingFairness(annealing.best, limit: problem.fairness)
        return solution(problem, state: state, weightBound: bound.rounded)
    }

    /// What a finished search state says, with a reason for every meeting it does not place.
    static func solution(_ problem: MeetingProblem, state: SearchState, weightBound: Int) -> ProgrammeSolution
    {
        guard state.keepsRequired else {
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

/// Makes a programme and improves it, and from the second round on asks for one as good as the bound.
///
/// `@unchecked Sendable`: a round hands each lane to one thread, and nobody else looks at it before the round is over.
final class ProgrammeLane: ExactLane, @unchecked Sendable {
    private let list: MeetingList
    private var model: ExactModel
    private var descent: Descent
    private var isDescending = true
    private var question: BoundQuestion?
    private var isFirstRound = true
    private(set) var bound = 0
    private(set) var slots: [Int]?
    private(set) var isInfeasible = false

    /// Conflicts of each round for improving, however long the round: the question mostly makes it needless.
    private static let descentConflicts = 2_000

    init?(_ list: MeetingList) {
        guard let model = ExactModel(list, withSides: false, options: ExactOptions.negative) else {
            return nil
        }
        self.list = list
        descent = Descent(model.breaks.flatMap { $0.map { -$0 } })
        self.model = model
    }

    func run(known: Int, conflicts: Int, isStopped: () -> Bool) {
        bound = max(bound, known)
        if isDescending { descend(isStopped) }
        if !isFirstRound { ask(conflicts: conflicts, isStopped: isStopped) }
        isFirstRound = false
    }

    private func descend(_ isStopped: () -> Bool) {
        let answer = descent.run(&model, conflicts: Self.descentConflicts, isStopped: isStopped)
        if let found = descent.slots { slots = found }
        isDescending = answer == .stopped
        isInfeasible = answer == .unsatisfiable
    }

    private func ask(conflicts: Int, isStopped: () -> Bool) {
        if question?.limit != bound { question = BoundQuestion(list, limit: bound) }
        switch question?.ask(conflicts: conflicts, isStopped: isStopped) {
        case .satisfiable: slots = question?.slots
        case .unsatisfiable: bound += 1
        case .stopped, nil: return
        }
    }
}

/// Asks outright for a programme with no more breaks than are proven necessary: the bound is a clause, not a claim, so
/// the solver simplifies by it.
///
/// The last steps of the core-guided search take longest, and are mostly faster so.
private final class BoundQuestion {
    /// The most breaks in all.
    let limit: Int
    private var model: ExactModel

    init?(_ list: MeetingList, limit: Int) {
        guard var model = ExactModel(list, withSides: true, options: ExactOptions.negative) else {
            return nil
        }
        Cardinality.atMost(limit, of: model.breaks.flatMap { $0 }, in: &model.solver)
        self.limit = limit
        self.model = model
    }

    /// The slot of each meeting, after the answer `.satisfiable`.
    var slots: [Int] { model.slots() }

    func ask(conflicts: Int, isStopped: () -> Bool) -> SATSolver.Answer {
        model.solver.solve(assuming: [], conflicts: conflicts, isStopped: isStopped)
    }
}

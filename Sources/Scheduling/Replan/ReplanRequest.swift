/// What a replan starts from.
public struct ReplanRequest: Sendable, Equatable {
    /// The problem after the change; meetings keep the numbers of `previous`.
    public var problem: MeetingProblem
    /// Meeting → where the programme has it so far; meetings beyond its end are new.
    public var previous: [Placement?]
    /// First slot that is not frozen: a meeting in an earlier slot is over or under way, and nothing is placed there.
    public var now: Int
    /// Meetings that stay in their slot and hall or are lost.
    public var locked: [Int]
    /// A proven upper bound on the placed weight of the changed problem, if one is known.
    public var weightBound: Int?
    /// Participants whom the change concerns: unplaced meetings of theirs are tried harder.
    public var focus: [Int]

    /// Makes a request about a problem that already is as it is after the change.
    public init(
        problem: MeetingProblem,
        previous: [Placement?],
        now: Int = 0,
        locked: [Int] = [],
        weightBound: Int? = nil,
        focus: [Int] = []
    ) {
        self.problem = problem
        self.previous = previous
        self.now = now
        self.locked = locked
        self.weightBound = weightBound
        self.focus = focus
    }

    /// Applies changes to the problem of the programme so far.
    ///
    /// - Parameter weightBound: A proven upper bound for the problem before the changes.
    /// - Throws: `ProblemError` when the problem contradicts itself before or after a change, or a change names something it
    ///   does not have.
    public init(
        original: MeetingProblem,
        changes: [ProblemChange],
        previous: [Placement?],
        now: Int = 0,
        locked: [Int] = [],
        weightBound: Int? = nil
    ) throws(ProblemError) {
        var problem = original
        var bound = weightBound
        var focus: Set<Int> = []
        for change in changes {
            focus.formUnion(change.participants(in: problem))
            let changed = try problem.applying(change, from: now)
            try changed.validate()
            bound = bound.flatMap { problem.weightBound($0, after: change) }
            problem = changed
        }
        self.init(
            problem: problem,
            previous: previous,
            now: now,
            locked: locked,
            weightBound: bound,
            focus: focus.sorted()
        )
    }
}

extension ProblemChange {
    /// Those whose own meetings may become possible or impossible by the change.
    func participants(in problem: MeetingProblem) -> [Int] {
        switch self {
        case .lateArrival(let who, _), .departure(let who, _), .widenedAvailability(let who, _):
            who
        case .interpreterAbsence, .hallClosure:
            []
        case .lateRegistration(let newcomers, let meetings):
            Array(problem.participants.count..<problem.participants.count + newcomers.count)
                + meetings.flatMap { [$0.a, $0.b] }
        case .decline(let declined):
            declined.filter(problem.meetings.indices.contains).flatMap {
                [problem.meetings[$0].a, problem.meetings[$0].b]
            }
        }
    }
}

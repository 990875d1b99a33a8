import Scheduling
import Testing

/// Meeting lists that must be placed whole: proofs, checked by trying everything.
struct ExactSearchTests {
    private func list(_ pairs: [(Int, Int)], people: Int, slots: Int, fairness: Int? = nil) -> MeetingProblem
    {
        MeetingProblem(
            slotDays: Array(repeating: 0, count: slots),
            slotSessions: Array(repeating: nil, count: slots),
            participants: (0..<people).map { _ in MeetingProblem.Participant() },
            tables: [Array(repeating: people, count: slots)],
            walk: [0],
            interpreters: [],
            meetings: pairs.map { MeetingProblem.Meeting(a: $0.0, b: $0.1, weight: 1, isRequired: true) },
            fairness: fairness
        )
    }

    private func solve(_ problem: MeetingProblem) throws -> ProgrammeSolution {
        try Scheduler.solve(problem, settings: .init(seed: 1), share: { 0 }, report: { _ in })
    }

    /// The fewest breaks of any complete programme, by trying every slot for every meeting.
    private func fewestBreaks(_ problem: MeetingProblem) -> Int? {
        let rules = RuleBook(problem: problem)
        var best: Int?
        var placements = [Placement?](repeating: nil, count: problem.meetings.count)
        func place(_ index: Int) {
            if index == placements.count {
                let breaks = rules.value(placements).breaks
                if rules.violations(placements).isEmpty { best = min(best ?? .max, breaks) }
                return
            }
            for slot in problem.slotDays.indices {
                placements[index] = Placement(slot: slot, hall: 0, interpreter: nil)
                let clashes = rules.violations(placements).contains {
                    $0.contains("twice") || $0.contains("tables")
                }
                if !clashes { place(index + 1) }
            }
            placements[index] = nil
        }
        place(0)
        return best
    }

    @Test(arguments: 1...20 as ClosedRange<UInt64>)
    func provesTheFewestBreaks(seed: UInt64) throws {
        var fixture = ProblemFixture(seed: seed)
        var problem = list([], people: 5, slots: 5)
        for one in 0..<5 {
            for other in (one + 1)..<5 where fixture.chance(55) {
                let session: Int? = nil
                problem.meetings.append(
                    .init(a: one, b: other, weight: 1, isRequired: true, session: session)
                )
            }
        }
        for person in 0..<5 {
            problem.participants[person].unavailable = (0..<5).filter { _ in fixture.chance(15) }
        }
        problem.tables = [(0..<5).map { _ in 1 + fixture.below(2) }]
        guard !problem.meetings.isEmpty else { return }
        let solution = try solve(problem)
        if let fewest = fewestBreaks(problem) {
            #expect(solution.status == .optimal)
            #expect(solution.value.breaks == fewest)
            #expect(solution.breaksBound == fewest)
            #expect(RuleBook(problem: problem).violations(solution.placements).isEmpty)
        } else {
            #expect(solution.status == .infeasible)
        }
    }

    @Test func provesThatTooManyMeetingsDoNotFit() throws {
        #expect(try solve(list([(0, 1), (0, 2), (0, 3)], people: 4, slots: 2)).status == .infeasible)
    }

    /// Three meetings of one participant with a hole forced in the middle, and none for the others.
    @Test func fairnessCanMakeAProgrammeImpossible() throws {
        var problem = list([(0, 1), (0, 2)], people: 3, slots: 3, fairness: 0)
        problem.participants[0].unavailable = [1]
        #expect(try solve(problem).status == .infeasible)
        problem.fairness = 1
        let solution = try solve(problem)
        #expect(solution.status == .optimal)
        #expect(solution.value.breaks == 1)
    }

    @Test func orderIsKept() throws {
        var problem = list([(0, 1), (2, 3)], people: 4, slots: 2)
        problem.meetings[0].after = [1]
        let solution = try solve(problem)
        #expect(solution.placements[0]?.slot == 1)
        #expect(solution.placements[1]?.slot == 0)
    }
}

import Scheduling
import Testing

/// More representatives than meetings: they are as good as one for each meeting, and cost nothing.
struct ManyRepresentativesTests {
    private func problem(parallel: Int, walk: Int = 0) -> MeetingProblem {
        MeetingProblem(
            slotDays: [0, 0],
            slotSessions: [nil, nil],
            participants: [
                .init(parallel: parallel), .init(standHall: 0), .init(standHall: 1), .init(standHall: 1),
            ],
            tables: [[1, 1], [1, 1]],
            walk: [0, walk, walk, 0],
            interpreters: [],
            meetings: (1...3).map { .init(a: 0, b: $0, weight: $0) }
        )
    }

    @Test(arguments: [3, 4, 5, 1000, 1_000_000_000]) func allMeetingsFitIntoOneSlot(parallel: Int) throws {
        var problem = problem(parallel: parallel)
        for index in 1...3 { problem.participants[index].unavailable = [1] }
        let solution = try Scheduler.solve(
            problem,
            settings: .init(seed: 1, stepLimit: 1000, workers: 1),
            share: { 0 },
            report: { _ in }
        )
        #expect(solution.value.placed == 3)
        #expect(RuleBook(problem: problem).violations(solution.placements).isEmpty)
        let walkIn = try WalkIn(problem, placements: solution.placements)
        let newcomer = MeetingProblem.Participant()
        let options = walkIn.options(
            for: .newcomer(newcomer),
            slots: 0..<1,
            among: [.init(participant: 0, weight: 1)]
        )
        #expect(options.count == (parallel > 3 ? 1 : 0))
    }

    /// Several need not walk, however few their meetings are.
    @Test func severalWithOneMeetingAreNotTakenForOneWhoWalks() throws {
        var problem = problem(parallel: 5, walk: 2)
        problem.meetings.removeLast(2)
        problem.meetings[0].fixedSlot = 0
        let placed = Placement(slot: 0, hall: 0, interpreter: nil)
        let walkIn = try WalkIn(problem, placements: [placed])
        let options = walkIn.options(for: .participant(0), slots: 1..<2)
        #expect(options.map(\.participant).sorted() == [2, 3])
    }
}

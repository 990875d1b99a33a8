import Scheduling
import Testing

/// Two meetings of the same two participants are legal, in either direction, and each counts for itself.
struct TwinMeetingTests {
    private func problem(_ meetings: [MeetingProblem.Meeting], parallel: Int = 1, slots: Int = 1)
        -> MeetingProblem
    {
        MeetingProblem(
            slotDays: [Int](repeating: 0, count: slots),
            slotSessions: [Int?](repeating: nil, count: slots),
            participants: (0..<3).map { _ in .init(parallel: parallel) },
            tables: [[Int](repeating: 9, count: slots)],
            walk: [0],
            interpreters: [],
            meetings: meetings
        )
    }

    private func solve(_ problem: MeetingProblem) throws -> ProgrammeSolution {
        let solution = try Scheduler.solve(
            problem,
            settings: .init(seed: 1, stepLimit: 300, workers: 1),
            share: { 0 },
            report: { _ in }
        )
        #expect(RuleBook(problem: problem).violations(solution.placements).isEmpty)
        #expect(RuleBook(problem: problem).value(solution.placements) == solution.value)
        return solution
    }

    @Test func oneSlotHoldsTheHeavierOfTwo() throws {
        let solution = try solve(problem([.init(a: 0, b: 1, weight: 3), .init(a: 1, b: 0, weight: 4)]))
        #expect(solution.placements.map { $0?.slot } == [nil, 0])
        #expect(solution.reasons[0] != nil)
    }

    /// The day has room for both, the session has not: the plan has the one eject what both of its sides hold, the other.
    @Test func twoAreEnoughForTheOneToMakeWayForTheOther() throws {
        var twins = problem([.init(a: 0, b: 1, weight: 3), .init(a: 1, b: 0, weight: 4)], slots: 2)
        twins.slotSessions = [0, 1]
        for index in twins.meetings.indices { twins.meetings[index].session = 0 }
        let solution = try solve(twins)
        #expect(solution.placements.map { $0?.slot } == [nil, 0])
    }

    @Test func aSlotEachHoldsBoth() throws {
        let twins = problem([.init(a: 0, b: 1, weight: 3), .init(a: 1, b: 0, weight: 4)], slots: 2)
        let solution = try solve(twins)
        #expect(solution.value.placed == 2)
        #expect(solution.placements[0]?.slot != solution.placements[1]?.slot)
    }

    @Test func twoRepresentativesEachHoldBothAtOnce() throws {
        let twins = problem([.init(a: 0, b: 1, weight: 3), .init(a: 0, b: 1, weight: 4)], parallel: 2)
        #expect(try solve(twins).value.placed == 2)
    }

    /// More than fits, so that the plan has to eject what both sides hold with each other.
    @Test(arguments: 0..<40) func manyTwinsAreScheduledExplainedAndReplanned(seed: UInt64) throws {
        var fixture = ProblemFixture(seed: seed)
        let meetings = (0..<12).map { _ in
            let a = fixture.below(3)
            return MeetingProblem.Meeting(
                a: a,
                b: (a + 1 + fixture.below(2)) % 3,
                weight: 1 + fixture.below(9)
            )
        }
        let twins = problem(meetings, parallel: 1 + fixture.below(2), slots: 1 + fixture.below(4))
        let solution = try solve(twins)
        let explanation = try Scheduler.explanation(of: solution, in: twins)
        #expect(explanation.unplaced.count == solution.placements.count { $0 == nil })
        let request = try ReplanRequest(
            original: twins,
            changes: [.lateArrival(participants: [0], firstSlot: 1)],
            previous: solution.placements
        )
        let replan = try Replanner.replan(request)
        #expect(RuleBook(problem: request.problem).violations(replan.placements).isEmpty)
    }
}

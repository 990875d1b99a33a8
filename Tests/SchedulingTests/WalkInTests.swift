import Scheduling
import Testing

/// Each answer is checked by holding the meeting, each silence by trying everything.
struct WalkInTests {
    private func world(_ seed: UInt64) throws -> (problem: MeetingProblem, placements: [Placement?]) {
        var fixture = ProblemFixture(seed: seed)
        let problem = fixture.problem(participants: 8, days: 1, slotsPerDay: 5, requests: 18)
        let solution = try Scheduler.solve(
            problem,
            settings: .init(seed: seed, stepLimit: 1000),
            share: { 0 },
            report: { _ in }
        )
        return (problem, solution.placements)
    }

    private func isValid(
        _ placement: Placement,
        of a: Int,
        with b: Int,
        _ problem: MeetingProblem,
        _ placements: [Placement?]
    ) -> Bool {
        var problem = problem
        problem.meetings.append(.init(a: a, b: b, weight: 1))
        return RuleBook(problem: problem).violations(placements + [placement]).isEmpty
    }

    @Test(arguments: 1...6 as ClosedRange<UInt64>)
    func answersCanBeHeldAndNothingIsMissing(seed: UInt64) throws {
        let (problem, placements) = try world(seed)
        let walkIn = try WalkIn(problem, placements: placements)
        let slots = 1..<3
        for visitor in problem.participants.indices {
            let options = walkIn.options(for: .participant(visitor), slots: slots)
            let offered = Set(options.map(\.participant))
            let partners = Set(
                problem.meetings.indices.filter { placements[$0] != nil }.flatMap { index in
                    let sides = [problem.meetings[index].a, problem.meetings[index].b]
                    return sides.contains(visitor) ? sides : []
                }
            )
            for option in options {
                #expect(isValid(option.placement, of: visitor, with: option.participant, problem, placements))
            }
            for other in problem.participants.indices where other != visitor && !partners.contains(other) {
                guard !offered.contains(other) else { continue }
                for placement in everywhere(problem, slots) {
                    #expect(!isValid(placement, of: visitor, with: other, problem, placements))
                }
            }
            let keys = options.map { [-$0.weight, $0.placement.slot] }
            #expect(zip(keys, keys.dropFirst()).allSatisfy { !$1.lexicographicallyPrecedes($0) })
        }
    }

    private func everywhere(_ problem: MeetingProblem, _ slots: Range<Int>) -> [Placement] {
        slots.flatMap { slot in
            (0..<problem.hallCount).flatMap { hall in
                ([nil] + problem.interpreters.indices.map { $0 }).map {
                    Placement(slot: slot, hall: hall, interpreter: $0)
                }
            }
        }
    }

    @Test func newcomerMeetsOnlyThoseAskedFor() throws {
        let (problem, placements) = try world(2)
        let walkIn = try WalkIn(problem, placements: placements)
        let newcomer = MeetingProblem.Participant(languages: [0], unavailable: [0])
        let candidates = [2, 3, 5].map { WalkIn.Candidate(participant: $0, weight: $0) }
        let options = walkIn.options(for: .newcomer(newcomer), slots: 0..<5, among: candidates)
        #expect(!options.isEmpty)
        var changed = problem
        changed.participants.append(newcomer)
        for option in options {
            #expect([2, 3, 5].contains(option.participant) && option.weight == option.participant)
            let number = problem.participants.count
            #expect(isValid(option.placement, of: number, with: option.participant, changed, placements))
        }
    }

    @Test func refusesAnInvalidProgramme() throws {
        var (problem, placements) = try world(1)
        let index = try #require(placements.firstIndex { $0 != nil })
        problem.participants[problem.meetings[index].a].unavailable = Array(problem.slotDays.indices)
        placements[index] = placements[index]
        #expect(throws: ReplanError.self) { try WalkIn(problem, placements: placements) }
    }
}

import Testing

@testable import Scheduling

/// The moves of the search, one by one: each leaves a valid programme, and undoing it leaves the one before.
struct MoveTests {
    private func problem(_ seed: UInt64) -> MeetingProblem {
        var fixture = ProblemFixture(seed: seed &+ 300)
        return fixture.problem(participants: 10, days: 2, slotsPerDay: 6, requests: 40)
    }

    @Test(arguments: 1...30 as ClosedRange<UInt64>) func exchangesKeepEveryMeeting(seed: UInt64) throws {
        let problem = problem(seed)
        let compiled = try CompiledProblem(problem)
        let resources = DayResources(problem, compiled: compiled)
        var state = Construction.programme(compiled, bound: WeightBound(compiled, resources: resources))
        var exchange = SlotExchange(meetingCount: compiled.meetingCount)
        var chance = ProblemFixture(seed: seed)
        let rules = RuleBook(problem: problem)
        let placed = state.placements.map { $0 != nil }
        var moved = 0
        for _ in 0..<120 {
            let before = state.placements
            let (day, from, to) = (chance.below(2), chance.below(6), chance.below(6))
            guard from != to else { continue }
            let person = chance.below(10)
            let isDone = exchange.move(person, from: 6 * day + from, to: 6 * day + to, in: &state)
            #expect(rules.violations(state.placements).isEmpty)
            #expect(state.placements.map { $0 != nil } == placed)
            #expect(rules.value(state.placements) == state.value)
            guard isDone else {
                #expect(state.placements == before)
                continue
            }
            moved += 1
            if chance.chance(50) {
                exchange.undo(in: &state)
                #expect(state.placements == before)
            }
        }
        #expect(moved > 0)
    }

    @Test(arguments: 1...30 as ClosedRange<UInt64>) func aPlanIsPlacedOnItsDays(seed: UInt64) throws {
        let problem = problem(seed)
        let compiled = try CompiledProblem(problem)
        let resources = DayResources(problem, compiled: compiled)
        var relaxation = DayRelaxation(compiled, resources: resources)
        let solution = relaxation.solved(isCancelled: { false })
        let found = try #require(solution)
        var placement = PlanPlacement(compiled, plan: found.placements, seed: seed)
        placement.run(steps: 200, isCancelled: { false })
        let placements = placement.best.placements
        #expect(RuleBook(problem: problem).violations(placements).isEmpty)
        for (meeting, at) in placements.enumerated() {
            guard let at else { continue }
            let isPlanned = found.placements.contains {
                $0.meeting == meeting && $0.day == problem.slotDays[at.slot]
            }
            #expect(isPlanned, "meeting \(meeting)")
        }
        #expect(placements.contains { $0 != nil })
    }

    /// Its prices bound every programme by just as much as it places: neither can be better (strong duality).
    @Test(arguments: 1...60 as ClosedRange<UInt64>) func theRelaxationProvesItself(seed: UInt64) throws {
        let problem = problem(seed)
        let compiled = try CompiledProblem(problem)
        let resources = DayResources(problem, compiled: compiled)
        var relaxation = DayRelaxation(compiled, resources: resources)
        let solution = relaxation.solved(isCancelled: { false })
        let found = try #require(solution)
        let placed = found.placements.reduce(0) { $0 + $1.share * Double(compiled.weight[$1.meeting]) }
        let bound = WeightBound(compiled, resources: resources, prices: found.prices)
        #expect(abs(bound.value - placed) < 1e-6)
    }
}

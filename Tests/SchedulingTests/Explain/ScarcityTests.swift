import Testing

@testable import Scheduling

/// What more of a scarce resource is said to give, against brute force and the rule book.
struct ScarcityTests {
    private func solve(_ problem: MeetingProblem) throws -> ProgrammeSolution {
        try Scheduler.solve(
            problem,
            settings: Scheduler.Settings(seed: 1, stepLimit: 600),
            share: { 0 },
            report: { _ in }
        )
    }

    /// Small enough to try everything: never more is gained than the engine says at most, nor less than it placed.
    @Test(arguments: 1...40 as ClosedRange<UInt64>)
    func gainsLieBetweenWhatIsPlacedAndWhatIsProven(seed: UInt64) throws {
        var fixture = ProblemFixture(seed: seed)
        var problem = fixture.problem(participants: 5, days: 1, slotsPerDay: 2, requests: 6)
        problem.interpreters = Array(problem.interpreters.prefix(1))
        if seed % 2 == 0 {
            for index in problem.meetings.indices { problem.meetings[index].after = [] }
        }
        let solution = try solve(problem)
        for scarcity in try Scheduler.explanation(of: solution, in: problem).scarcities {
            let enlarged = problem.adding(scarcity.added, of: scarcity.resource)
            try enlarged.validate()
            let gain =
                RuleBook(problem: enlarged).greatest(isFair: false).weight - solution.value.placedWeight
            #expect(gain <= scarcity.weightAtMost, "\(scarcity), seed \(seed)")
            #expect(gain >= scarcity.placedWeight, "\(scarcity), seed \(seed)")
        }
    }

    /// The programme behind each number is valid with the enlarged resource and keeps every placed meeting.
    @Test(arguments: 1...30 as ClosedRange<UInt64>)
    func whatIsPlacedKeepsEveryRule(seed: UInt64) throws {
        var fixture = ProblemFixture(seed: seed)
        let problem = fixture.problem(participants: 8, days: 2, slotsPerDay: 3, requests: 30)
        let solution = try solve(problem)
        let state = try SearchState(CompiledProblem(problem), checking: solution.placements)
        let search = ScarcitySearch(
            problem,
            state: state,
            weightBound: solution.weightBound,
            prices: solution.prices,
            loose: []
        )
        for scarcity in try search.scarcities(isCancelled: { false }) {
            let trial = try search.trial(scarcity)
            let placements = trial.state.placements
            let rules = RuleBook(problem: problem.adding(scarcity.added, of: scarcity.resource))
            #expect(rules.violations(placements).isEmpty, "\(scarcity), seed \(seed)")
            for index in placements.indices where solution.placements[index] != nil {
                #expect(placements[index] != nil, "meeting \(index) lost, seed \(seed)")
            }
            #expect(placements.count { $0 != nil } >= solution.value.placed + scarcity.placed)
        }
    }

    /// Ten pairs who need one interpreter in the only two slots: two more of them place four more meetings.
    @Test func twoMoreInterpretersPlaceFourMore() throws {
        let problem = MeetingProblem(
            slotDays: [0, 0],
            slotSessions: [nil, nil],
            participants: (0..<20).map { .init(languages: [$0 % 2], standHall: 0) },
            tables: [[0, 0]],
            walk: [0],
            interpreters: [.init(pairs: [[0, 1]])],
            meetings: (0..<10).map { .init(a: 2 * $0, b: 2 * $0 + 1, weight: 3) }
        )
        let solution = try solve(problem)
        let scarcities = try Scheduler.explanation(of: solution, in: problem).scarcities
        let first = try #require(scarcities.first)
        #expect(first.resource == .interpreters(one: 0, other: 1, day: 0))
        #expect(first.placed == 4 && first.placedWeight == 12 && first.weightAtMost == 12)
        #expect(scarcities.count == 1)
    }

    /// Nobody interprets the pair at all: there is no price, but more of them is still worth saying.
    @Test func aMissingPairIsScarce() throws {
        let problem = MeetingProblem(
            slotDays: [0, 1],
            slotSessions: [nil, nil],
            participants: [.init(languages: [0]), .init(languages: [1])],
            tables: [[1, 1]],
            walk: [0],
            interpreters: [],
            meetings: [.init(a: 0, b: 1, weight: 3)]
        )
        let scarcities = try Scheduler.explanation(of: try solve(problem), in: problem).scarcities
        #expect(scarcities.map(\.placed) == [1, 1])
        #expect(scarcities.allSatisfy { $0.weightAtMost >= 3 })
    }
}

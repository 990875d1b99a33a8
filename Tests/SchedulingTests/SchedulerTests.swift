import PropertyRuns
import Scheduling
import Testing

/// The engine against rules counted independently, on problems made at random.
struct SchedulerTests {
    private func solve(_ problem: MeetingProblem, seed: UInt64 = 1, steps: Int = 5000) throws
        -> ProgrammeSolution
    {
        try Scheduler.solve(
            problem,
            settings: Scheduler.Settings(seed: seed, stepLimit: steps),
            share: { 0 },
            report: { _ in }
        )
    }

    @Test(arguments: PropertyRuns.seeds(1...40 as ClosedRange<UInt64>, short: 10))
    func keepsEveryRuleAndCountsItsValue(seed: UInt64) throws {
        var fixture = ProblemFixture(seed: seed)
        let problem = fixture.problem(participants: 12, days: 2, slotsPerDay: 6, requests: 45)
        let solution = try solve(problem, seed: seed)
        let rules = RuleBook(problem: problem)
        #expect(rules.violations(solution.placements).isEmpty)
        #expect(rules.value(solution.placements) == solution.value)
        #expect(solution.value.placedWeight <= solution.weightBound)
        #expect(solution.value.placed > 0)
    }

    /// Small enough to try everything: the bound never undercuts the optimum, and the search reaches it nearly always.
    @Test func boundAndSearchHoldAgainstBruteForce() throws {
        var missed: [UInt64] = []
        for seed in PropertyRuns.seeds(1001...1025 as ClosedRange<UInt64>, short: 10) {
            var fixture = ProblemFixture(seed: seed)
            let problem = fixture.problem(participants: 5, days: 1, slotsPerDay: 3, requests: 6)
            let greatest = RuleBook(problem: problem).greatest(isFair: false).weight
            let solution = try solve(problem)
            #expect(solution.weightBound >= greatest, "seed \(seed)")
            #expect(solution.value.placedWeight <= greatest, "seed \(seed)")
            if solution.value.placedWeight < greatest { missed.append(seed) }
        }
        #expect(missed.count <= 1, "optimum missed for seeds \(missed)")
    }

    @Test func sameSeedAndStepsGiveTheSameProgramme() throws {
        var fixture = ProblemFixture(seed: 5)
        let problem = fixture.problem(participants: 20, days: 2, slotsPerDay: 8, requests: 120)
        #expect(try solve(problem, seed: 3) == solve(problem, seed: 3))
    }

    @Test(arguments: [1, 3] as [Int]) func oneWorkerFindsWhatTwoFind(days: Int) throws {
        var fixture = ProblemFixture(seed: 8)
        let problem = fixture.problem(participants: 20, days: days, slotsPerDay: 6, requests: 120)
        func solved(workers: Int) throws -> ProgrammeSolution {
            try Scheduler.solve(
                problem,
                settings: .init(seed: 4, stepLimit: 12_000, workers: workers),
                share: { 0 },
                report: { _ in }
            )
        }
        #expect(try solved(workers: 1) == solved(workers: 2))
    }

    /// No more weight is given up than is tolerated, every rule is kept, and breaks do not become more.
    @Test(arguments: 1...12 as ClosedRange<UInt64>)
    func toleranceBuysBreaksWithWeight(seed: UInt64) throws {
        var fixture = ProblemFixture(seed: seed)
        let problem = fixture.problem(participants: 14, days: 2, slotsPerDay: 8, requests: 80)
        let solution = try Scheduler.solve(
            problem,
            settings: .init(seed: seed, stepLimit: 20_000, weightTolerance: 0.1),
            share: { 0 },
            report: { _ in }
        )
        #expect(RuleBook(problem: problem).violations(solution.placements).isEmpty)
        guard let before = solution.withoutTolerance else { return }
        #expect(Double(solution.value.placedWeight) >= 0.9 * Double(before.placedWeight))
        #expect(solution.value.breaks <= before.breaks)
    }

    /// Stopped before it could do anything, the engine still has a valid programme and a bound on its weight.
    @Test func whoStopsAtOnceHasAValidProgrammeWithABound() throws {
        var fixture = ProblemFixture(seed: 6)
        let problem = fixture.problem(participants: 20, days: 2, slotsPerDay: 8, requests: 120)
        let solution = try Scheduler.solve(problem, settings: .init(seed: 1), share: { 1 }, report: { _ in })
        #expect(RuleBook(problem: problem).violations(solution.placements).isEmpty)
        #expect(solution.value.placedWeight <= solution.weightBound)
        #expect(solution.weightBound < problem.meetings.reduce(0) { $0 + $1.weight })
    }

    @Test func reasonsAreTrueOfTheFinalProgramme() throws {
        var seen = 0
        for seed in 1...20 as ClosedRange<UInt64> {
            var fixture = ProblemFixture(seed: seed)
            let problem = fixture.problem(participants: 8, days: 1, slotsPerDay: 6, requests: 40)
            let solution = try solve(problem, seed: seed)
            for (index, reason) in solution.reasons.enumerated() {
                #expect((reason == nil) == (solution.placements[index] != nil))
                guard let reason else { continue }
                seen += 1
                #expect(
                    holds(reason, of: index, problem, solution),
                    "\(reason) of meeting \(index), seed \(seed)"
                )
            }
        }
        #expect(seen > 50)
    }

    private func holds(
        _ reason: UnplacedCause,
        of index: Int,
        _ problem: MeetingProblem,
        _ solution: ProgrammeSolution
    ) -> Bool {
        let meeting = problem.meetings[index]
        let rules = RuleBook(problem: problem)
        func meetings(_ person: Int) -> [Int] {
            problem.meetings.indices.filter { other in
                solution.placements[other] != nil
                    && (problem.meetings[other].a == person || problem.meetings[other].b == person)
            }
        }
        switch reason {
        case .noCommonSlot:
            return problem.slotDays.indices.allSatisfy {
                problem.participants[meeting.a].unavailable.contains($0)
                    || problem.participants[meeting.b].unavailable.contains($0)
            }
        case .limitReached(let person):
            return meetings(person).count == problem.participants[person].maxMeetings
        case .participantFull(let person):
            return [meeting.a, meeting.b].contains(person) && !meetings(person).isEmpty
        case .predecessorUnplaced(let earlier):
            return meeting.after.contains(earlier) && solution.placements[earlier] == nil
        default:
            // Whatever the reason, no slot, hall and interpreter takes the meeting as the programme stands.
            return problem.slotDays.indices.allSatisfy { slot in
                (0..<problem.hallCount).allSatisfy { hall in
                    ([nil] + problem.interpreters.indices.map { $0 }).allSatisfy { interpreter in
                        var placements = solution.placements
                        placements[index] = Placement(slot: slot, hall: hall, interpreter: interpreter)
                        return !rules.violations(placements).isEmpty
                    }
                }
            }
        }
    }
}

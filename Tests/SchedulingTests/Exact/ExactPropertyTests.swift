import Scheduling
import Testing

/// Meeting lists with every rule the proof knows, made at random, against trying every slot for every meeting.
struct ExactPropertyTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var seed: UInt64
        var fairness: Int?
        var testDescription: String { "seed \(seed), fairness \(fairness.map { "\($0)" } ?? "none")" }
    }

    static let cases: [Case] = [nil, 0, 1, 3].flatMap { fairness in
        (1...300).map { Case(seed: $0, fairness: fairness) }
    }

    /// One or two days, a stand here and there, forbidden and fixed slots, sessions, an order, few tables, and now and then
    /// participants who could change places.
    private func problem(_ one: Case) -> MeetingProblem {
        var chance = ProblemFixture(seed: one.seed)
        let slots = 4 + chance.below(2)
        let firstDay = chance.chance(30) ? slots / 2 : slots
        let hasStands = chance.chance(30)
        let isFree = chance.chance(40)
        var problem = MeetingProblem(
            slotDays: (0..<slots).map { $0 < firstDay ? 0 : 1 },
            slotSessions: (0..<slots).map { $0 < slots / 2 ? 0 : 1 },
            participants: (0..<5).map { _ in
                MeetingProblem.Participant(
                    unavailable: isFree ? [] : (0..<slots).filter { _ in chance.chance(15) },
                    standHall: hasStands && chance.chance(25) ? 0 : nil
                )
            },
            tables: [(0..<slots).map { _ in 1 + chance.below(2) }],
            walk: [0],
            interpreters: [],
            meetings: [],
            fairness: one.fairness
        )
        for _ in 0..<3 + chance.below(3) {
            let (a, b) = (chance.below(5), chance.below(5))
            guard a != b else { continue }
            let count = problem.meetings.count
            problem.meetings.append(
                MeetingProblem.Meeting(
                    a: a,
                    b: b,
                    weight: 1 + chance.below(3),
                    isRequired: true,
                    session: !isFree && chance.chance(25) ? chance.below(2) : nil,
                    fixedSlot: !isFree && chance.chance(10) ? chance.below(slots) : nil,
                    after: count > 0 && chance.chance(isFree ? 10 : 25) ? [chance.below(count)] : []
                )
            )
        }
        return problem
    }

    /// The fewest breaks of any valid programme, by trying every slot for every meeting.
    private func fewestBreaks(_ problem: MeetingProblem) -> Int? {
        let rules = RuleBook(problem: problem)
        var best: Int?
        var placements = [Placement?](repeating: nil, count: problem.meetings.count)
        func place(_ index: Int) {
            guard index < placements.count else {
                let breaks = (0..<problem.participants.count).map { self.breaks($0, problem, placements) }
                let spread = (breaks.max() ?? 0) - (breaks.min() ?? 0)
                if spread <= problem.fairness ?? .max, rules.violations(placements).isEmpty {
                    best = min(best ?? .max, breaks.reduce(0, +))
                }
                return
            }
            for slot in problem.slotDays.indices {
                placements[index] = Placement(slot: slot, hall: 0, interpreter: nil)
                let isHopeless = rules.violations(placements).contains {
                    !$0.hasPrefix("required") && !$0.hasPrefix("order")
                }
                if !isHopeless { place(index + 1) }
            }
            placements[index] = nil
        }
        place(0)
        return best
    }

    private func breaks(_ person: Int, _ problem: MeetingProblem, _ placements: [Placement?]) -> Int {
        let own = problem.meetings.indices.filter {
            problem.meetings[$0].a == person || problem.meetings[$0].b == person
        }
        .compactMap { placements[$0]?.slot }.sorted()
        return zip(own, own.dropFirst()).count {
            problem.slotDays[$0] == problem.slotDays[$1] && $1 > $0 + 1
        }
    }

    @Test(arguments: cases) func findsWhatTryingEverythingFinds(_ one: Case) throws {
        let problem = problem(one)
        guard !problem.meetings.isEmpty else { return }
        let solution = try Scheduler.solve(
            problem,
            settings: .init(seed: one.seed),
            share: { 0 },
            report: { _ in }
        )
        guard let fewest = fewestBreaks(problem) else {
            #expect(solution.status == .infeasible)
            return
        }
        #expect(solution.status == .optimal)
        #expect(solution.value.breaks == fewest)
        #expect(solution.breaksBound == fewest)
        #expect(RuleBook(problem: problem).violations(solution.placements).isEmpty)
        let breaks = problem.participants.indices.map { self.breaks($0, problem, solution.placements) }
        #expect(breaks.reduce(0, +) == fewest)
        if let fairness = one.fairness { #expect((breaks.max() ?? 0) - (breaks.min() ?? 0) <= fairness) }
    }

    /// A list that takes some rounds: the same programme every time, and what is known when it is stopped.
    private var roundRobin: MeetingProblem {
        var problem = problem(Case(seed: 1, fairness: nil))
        problem.slotDays = Array(repeating: 0, count: 9)
        problem.slotSessions = Array(repeating: nil, count: 9)
        problem.participants = (0..<8).map { _ in MeetingProblem.Participant() }
        problem.tables = [Array(repeating: 3, count: 9)]
        problem.meetings = (0..<8).flatMap { one in
            ((one + 1)..<8).filter { ($0 * one) % 5 != 1 }.map {
                MeetingProblem.Meeting(a: one, b: $0, weight: 1, isRequired: true)
            }
        }
        return problem
    }

    @Test func isTheSameEveryTime() throws {
        var share = 0.0
        func solve() throws -> ProgrammeSolution {
            try Scheduler.solve(
                roundRobin,
                settings: .init(seed: 1),
                share: { share },
                report: { _ in }
            )
        }
        let once = try solve()
        #expect(try solve() == once)
        share = 1
        let stopped = try solve()
        #expect(stopped.status != .infeasible)
        #expect(stopped.breaksBound ?? 0 <= once.value.breaks)
    }
}

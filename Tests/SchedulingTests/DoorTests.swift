import Scheduling
import Testing

/// What comes through the engine's doors beside a problem: settings, programmes, bounds, visitors.
struct DoorTests {
    private var problem: MeetingProblem {
        MeetingProblem(
            slotDays: [0, 0, 1],
            slotSessions: [nil, nil, nil],
            participants: [.init(languages: [0]), .init(languages: [1]), .init(languages: [0, 1]), .init()],
            tables: [[1, 1, 1]],
            walk: [0],
            interpreters: [.init(pairs: [[0, 1]], maxConsecutive: 1)],
            meetings: [
                .init(a: 0, b: 1, weight: 2), .init(a: 1, b: 2, weight: 1), .init(a: 2, b: 3, weight: 1),
            ]
        )
    }

    @Test(arguments: [.nan, -0.1, 1.1, .infinity, -.infinity] as [Double])
    func aToleranceThatIsNoShareIsRefusedByName(tolerance: Double) {
        let error = #expect(throws: ProblemError.self) {
            try Scheduler.solve(
                problem,
                settings: .init(seed: 1, stepLimit: 10, weightTolerance: tolerance),
                share: { 1 },
                report: { _ in }
            )
        }
        #expect(error?.description.hasPrefix("weightTolerance") == true)
    }

    @Test func aClockThatIsNoNumberEndsTheSearch() throws {
        let solution = try Scheduler.solve(
            problem,
            settings: .init(seed: 1),
            share: { .nan },
            report: { _ in }
        )
        #expect(RuleBook(problem: problem).violations(solution.placements).isEmpty)
    }

    struct Foreign: Sendable, CustomTestStringConvertible {
        var name: String
        var placements: [Placement?]
        var expected: ProblemError
        var testDescription: String { name }
    }

    static let foreign: [Foreign] = [
        .init(
            name: "too few",
            placements: [nil],
            expected: .wrongCount(field: "placements", expected: 3, found: 1)
        ),
        .init(
            name: "no such slot",
            placements: [.init(slot: 3, hall: 0, interpreter: 0), nil, nil],
            expected: .unknownPlacement(meeting: 0)
        ),
        .init(
            name: "no such hall",
            placements: [nil, .init(slot: 0, hall: .max, interpreter: nil), nil],
            expected: .unknownPlacement(meeting: 1)
        ),
        .init(
            name: "no hall",
            placements: [nil, .init(slot: 0, hall: nil, interpreter: nil), nil],
            expected: .unknownPlacement(meeting: 1)
        ),
        .init(
            name: "no such interpreter",
            placements: [.init(slot: 0, hall: 0, interpreter: -1), nil, nil],
            expected: .unknownPlacement(meeting: 0)
        ),
        .init(
            name: "interpreter missing",
            placements: [.init(slot: 0, hall: 0, interpreter: nil), nil, nil],
            expected: .brokenRule(meeting: 0, slot: 0)
        ),
        .init(
            name: "one too many at the table",
            placements: [
                nil, .init(slot: 1, hall: 0, interpreter: nil), .init(slot: 1, hall: 0, interpreter: nil),
            ],
            expected: .brokenRule(meeting: 2, slot: 1)
        ),
    ]

    @Test(arguments: foreign) func aProgrammeThatIsNoneIsNotExplained(_ one: Foreign) {
        let solution = ProgrammeSolution(
            status: .feasible,
            placements: one.placements,
            reasons: [],
            value: SolutionValue(),
            weightBound: .min
        )
        #expect(throws: one.expected) { try Scheduler.explanation(of: solution, in: problem) }
    }

    @Test func aProgrammeOfOthersThatIsOneIsExplained() throws {
        let solution = ProgrammeSolution(
            status: .feasible,
            placements: [.init(slot: 0, hall: 0, interpreter: 0), nil, nil],
            reasons: [],
            value: SolutionValue(),
            weightBound: .min
        )
        let explanation = try Scheduler.explanation(of: solution, in: problem)
        #expect(explanation.unplaced.map(\.meeting) == [1, 2])
        #expect(explanation.unplaced.allSatisfy { $0.remedy?.changes.isEmpty == true })
    }

    @Test func aBoundThatNoNumberHoldsProvesNothing() {
        let change = ProblemChange.lateRegistration(
            participants: [.init()],
            meetings: [.init(a: 4, b: 0, weight: 1)]
        )
        #expect(problem.weightBound(.max, after: change) == nil)
        #expect(problem.weightBound(4, after: change) == 5)
        let wild = ProblemChange.lateRegistration(
            participants: [.init(parallel: .max)],
            meetings: [.init(a: 4, b: 0, weight: .max)]
        )
        #expect(problem.weightBound(4, after: wild) == nil)
    }

    @Test func aChangeOfAProblemThatContradictsItselfIsRefused() {
        var spoilt = problem
        spoilt.tables = [[1]]
        #expect(throws: ProblemError.wrongCount(field: "halls[0].tables", expected: 3, found: 1)) {
            try spoilt.applying(.hallClosure(hall: 0, slots: [2]))
        }
    }

    @Test func whatAWalkInCannotMeanFindsNobody() throws {
        let walkIn = try WalkIn(problem, placements: [nil, nil, nil])
        let slots = Int.min..<Int.max
        #expect(walkIn.options(for: .participant(.max), slots: slots).isEmpty)
        #expect(walkIn.options(for: .newcomer(.init(standHall: .max)), slots: slots).isEmpty)
        #expect(walkIn.options(for: .newcomer(.init(maxMeetings: -1)), slots: slots).isEmpty)
        let wild = [WalkIn.Candidate(participant: 3, weight: .min), .init(participant: 2, weight: .max)]
        #expect(walkIn.options(for: .participant(0), slots: slots, among: wild).map(\.participant) == [2, 3])
    }

    /// All of a participant's meetings at once can weigh more than 32 bits hold.
    @Test func heavyMeetingsOfManyRepresentativesAreCounted() throws {
        let count = 2_500
        let heavy = MeetingProblem(
            slotDays: [0],
            slotSessions: [nil],
            participants: [.init(parallel: count)]
                + [MeetingProblem.Participant](repeating: .init(), count: count),
            tables: [],
            walk: [],
            interpreters: [],
            meetings: (1...count).map { .init(a: 0, b: $0, weight: ProblemLimits.maxWeight) }
        )
        let solution = try Scheduler.solve(
            heavy,
            settings: .init(seed: 1, stepLimit: 1, workers: 1),
            share: { 0 },
            report: { _ in }
        )
        #expect(solution.value.placedWeight == count * ProblemLimits.maxWeight)
        #expect(solution.value.worstShare == 1)
    }

    /// Required meetings can make a limit on the difference in breaks impossible: then nothing is claimed.
    @Test func aProgrammeThatIsNotFairIsNotCalledFeasible() throws {
        let unfair = MeetingProblem(
            slotDays: [0, 0, 0],
            slotSessions: [nil, nil, nil],
            participants: [.init(languages: [0]), .init(languages: [1]), .init(languages: [1])],
            tables: [[1, 1, 1]],
            walk: [0],
            interpreters: [.init(pairs: [[0, 1]])],
            meetings: [
                .init(a: 0, b: 1, weight: 1, isRequired: true, fixedSlot: 0),
                .init(a: 0, b: 2, weight: 1, isRequired: true, fixedSlot: 2),
            ],
            fairness: 0
        )
        let solution = try Scheduler.solve(
            unfair,
            settings: .init(seed: 1, stepLimit: 500, workers: 1),
            share: { 0 },
            report: { _ in }
        )
        #expect(solution.status == .unknown)
        #expect(solution.placements.allSatisfy { $0 == nil })
    }
}

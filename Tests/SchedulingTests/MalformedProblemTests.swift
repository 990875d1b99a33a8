import Scheduling
import Testing

/// A problem that contradicts itself is refused with the field's name, before anything is searched.
struct MalformedProblemTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var field: String
        var spoil: @Sendable (inout MeetingProblem) -> Void
        var testDescription: String { field }
    }

    static let cases: [Case] = [
        Case(field: "slots: there is none") { $0.slotDays = [] },
        Case(field: "slots[1].day") { $0.slotDays = [1, 0, 1, 1] },
        Case(field: "slotSessions") { $0.slotSessions = [nil] },
        Case(field: "walk") { $0.walk = [0, 0, 0] },
        Case(field: "walk[0]") { $0.walk = [-1] },
        Case(field: "halls[0].tables") { $0.tables = [[1]] },
        Case(field: "halls[0].tables[2]") { $0.tables = [[1, 1, -1, 1]] },
        Case(field: "fairness") { $0.fairness = -1 },
        Case(field: "participants[1].unavailable[0]") { $0.participants[1].unavailable = [4] },
        Case(field: "participants[1].parallel") { $0.participants[1].parallel = 0 },
        Case(field: "participants[2].maxMeetings") { $0.participants[2].maxMeetings = -1 },
        Case(field: "participants[0].stand") { $0.participants[0].standHall = 7 },
        Case(field: "interpreters[0].unavailable[0]") { $0.interpreters[0].unavailable = [-1] },
        Case(field: "interpreters[0].pairs") { $0.interpreters[0].pairs = [[0]] },
        Case(field: "interpreters[0].maxConsecutive") { $0.interpreters[0].maxConsecutive = 0 },
        Case(field: "meetings[0].sides[1]") { $0.meetings[0].b = 3 },
        Case(field: "meetings[0] has the same") { $0.meetings[0].b = 0 },
        Case(field: "meetings[1].weight") { $0.meetings[1].weight = -5 },
        Case(field: "meetings[1].weight") { $0.meetings[1].weight = .max },
        Case(field: "meetings[1].fixed") { $0.meetings[1].fixedSlot = 4 },
        Case(field: "meetings[0].after[0]") { $0.meetings[0].after = [2] },
        Case(field: "meetings[0].after leads back") { $0.meetings[0].after = [0] },
        Case(field: "meetings[0].after leads back") {
            $0.meetings[0].after = [1]
            $0.meetings[1].after = [0]
        },
        Case(field: "participants[0] is in 100001 meetings") { problem in
            problem.meetings = (0...100_000).map { .init(a: 0, b: 1 + $0 % 2, weight: 1) }
        },
        Case(field: "walk from hall 1 to hall 0") {
            $0.tables = [[1, 1, 1, 1], [1, 1, 1, 1]]
            $0.walk = [0, 1, 2, 0]
        },
        Case(field: "slotSessions[0]") { $0.slotSessions[0] = -1 },
        Case(field: "participants[1].languages: 65 are more") {
            $0.participants[1].languages = Array(0...64)
        },
        Case(field: "interpreters[0].pairs: 257 are more") {
            $0.interpreters[0].pairs = Array(repeating: [0, 1], count: 257)
        },
        Case(field: "participants: 30001 are more") {
            $0.participants += Array(repeating: .init(), count: ProblemLimits.maxParticipants - 2)
        },
        Case(field: "meetings: 200001 are more") {
            $0.meetings = Array(repeating: .init(a: 0, b: 1, weight: 1), count: ProblemLimits.maxMeetings + 1)
        },
        Case(field: "halls: 201 are more") {
            $0.tables = Array(repeating: [1, 1, 1, 1], count: ProblemLimits.maxHalls + 1)
        },
        Case(field: "interpreters: 2001 are more") {
            $0.interpreters = Array(repeating: .init(pairs: []), count: ProblemLimits.maxInterpreters + 1)
        },
        Case(field: "slots: 1025 are more") { problem in
            problem.slotDays = (0...ProblemLimits.maxSlots).map { $0 / 64 }
        },
        Case(field: "meetings × days: 500010 are more") { problem in
            let days = 15
            problem.slotDays = Array(0..<days)
            problem.slotSessions = Array(repeating: nil, count: days)
            problem.tables = [Array(repeating: 1, count: days)]
            problem.meetings = (0..<33_334).map { .init(a: $0 % 3, b: ($0 + 1) % 3, weight: 1) }
        },
        Case(field: "participants' meetings at once × slots: 4001600 are more") { problem in
            problem.participants = Array(repeating: .init(parallel: 1_000_000), count: 3)
            let slots = 64
            problem.slotDays = Array(repeating: 0, count: slots)
            problem.slotSessions = Array(repeating: nil, count: slots)
            problem.tables = [Array(repeating: 1, count: slots)]
            // Each meeting makes room for one at both of its sides.
            problem.meetings = (0..<31_261).map { .init(a: $0 % 3, b: ($0 + 1) % 3, weight: 1) }
        },
        Case(field: "meetings' after: 1000001 are more") {
            $0.meetings[1].after = Array(repeating: 0, count: ProblemLimits.maxPredecessors + 1)
        },
        Case(field: "combinations of languages that need interpreters: 2001 are more") { problem in
            problem.participants =
                [.init(languages: [0])] + (1...2001).map { .init(languages: [$0]) }
            problem.meetings = (1...2001).map { .init(a: 0, b: $0, weight: 1) }
        },
        Case(field: "slots of day[0]") {
            $0.slotDays = Array(repeating: 0, count: 65)
            $0.slotSessions = Array(repeating: nil, count: 65)
            $0.tables = [Array(repeating: 1, count: 65)]
        },
    ]

    private var sound: MeetingProblem {
        MeetingProblem(
            slotDays: [0, 0, 1, 1],
            slotSessions: [0, 1, 0, 1],
            participants: [.init(), .init(), .init()],
            tables: [[1, 1, 1, 1]],
            walk: [0],
            interpreters: [.init(pairs: [[0, 1]])],
            meetings: [.init(a: 0, b: 1, weight: 1), .init(a: 1, b: 2, weight: 2)]
        )
    }

    private func solve(_ problem: MeetingProblem) throws -> ProgrammeSolution {
        try Scheduler.solve(
            problem,
            settings: .init(seed: 1, stepLimit: 100),
            share: { 0 },
            report: { _ in }
        )
    }

    @Test(arguments: cases) func isRefusedWithTheField(_ one: Case) throws {
        var problem = sound
        #expect(try solve(problem).value.placedWeight == 3)
        one.spoil(&problem)
        let error = #expect(throws: ProblemError.self) { try solve(problem) }
        #expect(error?.description.hasPrefix(one.field) == true, "\(error?.description ?? "")")
    }

    /// Absurd, but no contradiction: one enterprise asked by tens of thousands is full, and everyone is told.
    @Test func aCrowdBeforeOneEnterpriseIsServedAsFarAsItGoes() throws {
        var problem = sound
        let crowd = 20_000
        problem.participants = (0...crowd).map { _ in .init() }
        problem.meetings = (1...crowd).map { .init(a: 0, b: $0, weight: 1 + $0 % 7) }
        let solution = try solve(problem)
        #expect(solution.value.placed == 4)
        #expect(solution.value.placedWeight == 28)
        #expect(solution.weightBound == 28)
        #expect(solution.reasons.count { $0 != nil } == crowd - 4)
    }
}

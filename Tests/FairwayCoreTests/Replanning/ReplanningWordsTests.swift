import FairwayCore
import Scheduling
import Testing

/// What a replan says of itself in each language.
struct ReplanningWordsTests {
    /// Two participants in one hall meet in slot 0; then one comes later, or not at all.
    private func replan(_ change: ProblemChange, locked: [Int] = []) throws -> Replan {
        let problem = MeetingProblem(
            slotDays: [0, 0, 0],
            slotSessions: [nil, nil, nil],
            participants: [.init(languages: [0]), .init(languages: [1], standHall: 0)],
            tables: [[1, 1, 1]],
            walk: [0],
            interpreters: [.init(pairs: [[0, 1]]), .init(pairs: [[0, 1]])],
            meetings: [.init(a: 0, b: 1, weight: 1500)]
        )
        let request = try ReplanRequest(
            original: problem,
            changes: [change],
            previous: [Placement(slot: 0, hall: 0, interpreter: 0)],
            locked: locked
        )
        return try Replanner.replan(request)
    }

    private let names = ReplanNames(
        meeting: { "M\($0 + 1)" },
        slot: { "10:\($0)0" },
        place: { _, hall in "H\(hall + 1)" },
        interpreter: { "I\($0 + 1)" },
        reason: { _, cause in "\(cause)" }
    )

    private func words(_ replan: Replan, _ language: Language) -> [String] {
        replan.difference.words(in: language, names: names)
    }

    @Test func saysWhatMoved() throws {
        let replan = try replan(.lateArrival(participants: [0], firstSlot: 2))
        #expect(words(replan, .en) == ["M1 moves from 10:00, H1 to 10:20, H1"])
        #expect(words(replan, .ru) == ["M1: вместо 10:00, H1 теперь 10:20, H1"])
        #expect(words(replan, .zh) == ["M1从10:00、H1改到10:20、H1"])
        #expect(replan.summary(in: .en) == "1 meeting moved (no fewer would do); weight 1,500 → 1,500")
        #expect(replan.summary(in: .ru) == "перенесена 1\u{A0}встреча (меньше нельзя); вес 1500 → 1500")
        #expect(replan.summary(in: .zh) == "改动 1 场洽谈（已是最少）；权重 1,500 → 1,500")
    }

    @Test func saysWhatWasLostAndWhy() throws {
        let change = ProblemChange.departure(participants: [0], fromSlot: 0)
        #expect(
            try words(replan(change), .en)
                == ["M1 no longer has a place (was 10:00, H1): noCommonSlot"]
        )
        #expect(
            try replan(change).summary(in: .en) == "no meeting moved, 1 lost; weight 1,500 → 0"
        )
        let late = ProblemChange.lateArrival(participants: [0], firstSlot: 1)
        #expect(
            try words(replan(late, locked: [0]), .en) == [
                "M1 no longer has a place (was 10:00, H1): it is locked, and its slot or place can no longer be had"
            ]
        )
    }

    @Test func saysWhoInterpretsNow() throws {
        let replan = try replan(.interpreterAbsence(interpreter: 0, slots: [0]))
        #expect(words(replan, .en) == ["M1 stays on 10:00, H1; interpreter I2"])
        #expect(words(replan, .ru) == ["M1: время и место прежние (10:00, H1); переводчик I2"])
        #expect(replan.summary(in: .zh) == "没有洽谈改期，更换翻译 1 场；权重 1,500 → 1,500")
    }

    @Test func saysWhatWasCalledOff() throws {
        let replan = try replan(.decline(meetings: [0]))
        #expect(words(replan, .zh) == ["M1已取消（原定10:00、H1）"])
        #expect(replan.summary(in: .ru) == "ни одна встреча не перенесена, отменено: 1; вес 1500 → 0")
    }
}

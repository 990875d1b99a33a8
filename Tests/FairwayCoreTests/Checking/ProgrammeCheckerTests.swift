import FairwayCore
import Scheduling
import Testing

/// Each rule has a programme that breaks it, and one that nearly does.
struct ProgrammeCheckerTests {
    private func instance() -> ProgrammeInstance {
        func person(_ id: String, _ languages: [String], stand: String? = nil)
            -> ProgrammeInstance.Participant
        {
            .init(id: id, languages: languages, unavailable: [3], parallel: 1, maxMeetings: 2, stand: stand)
        }
        return ProgrammeInstance(
            name: "rules",
            slots: [0, 0, 0, 0, 1, 1].map { .init(day: $0, session: $0 == 0 ? "am" : "pm") },
            participants: [
                person("a", ["zh"], stand: "H"), person("b", ["ru"]), person("c", ["zh", "ru"]),
                person("d", []),
            ],
            halls: [
                .init(id: "H", tables: [1, 1, 1, 1, 1, 0]), .init(id: "G", tables: [0, 0, 0, 0, 0, 1]),
            ],
            walk: ["H": ["G": 1]],
            interpreters: [.init(id: "i", pairs: [["zh", "ru"]], unavailable: [2], maxConsecutive: 1)],
            meetings: [
                .init(id: "ab", a: "a", b: "b", weight: 3), .init(id: "bc", a: "b", b: "c", weight: 2),
                .init(id: "cd", a: "c", b: "d", weight: 1, after: ["bc"]),
                .init(id: "ad", a: "d", b: "a", weight: 5, session: "am"),
            ]
        )
    }

    private typealias Placed = (id: String, slot: Int, hall: String, interpreter: String?)

    private func check(_ placed: [Placed], change: (inout ProgrammeInstance) -> Void = { _ in })
        -> [ProgrammeViolation]
    {
        var instance = instance()
        change(&instance)
        let ids = Set(placed.map(\.id))
        var file = ProgrammeFile(
            instance: instance.name,
            status: .feasible,
            meetings: placed.map {
                .init(id: $0.id, slot: $0.slot, hall: $0.hall, interpreter: $0.interpreter)
            },
            unplaced: instance.meetings.filter { !ids.contains($0.id) }.map { .init(id: $0.id, reason: "–") },
            value: ProgrammeFile.Value(),
            bound: .init(placedWeight: 1000, breaks: nil),
            seconds: 0
        )
        file.value = ProgrammeChecker.check(file, against: instance).value
        return ProgrammeChecker.check(file, against: instance).violations
    }

    @Test func acceptsAValidProgramme() {
        #expect(
            check([("ab", 0, "H", "i"), ("bc", 1, "H", nil), ("cd", 4, "H", nil), ("ad", 2, "H", nil)]) == []
        )
    }

    @Test func seesEachBrokenRule() {
        #expect(check([("ab", 0, "H", nil)]) == [.interpreterMissing("ab")])
        #expect(check([("bc", 0, "H", "i")]).contains(.interpreterNotNeeded("bc")))
        #expect(check([("ab", 2, "H", "i")]) == [.interpreterUnavailable("i")])
        #expect(check([("ab", 0, "G", "i")]) == [.wrongPlace("ab", hall: "G")])
        #expect(check([("bc", 5, "H", nil)]) == [.tooFewTables(hall: "H", slot: 5)])
        #expect(check([("bc", 3, "H", nil)]).contains(.participantUnavailable("b", slot: 3)))
        #expect(check([("cd", 4, "H", nil)]) == [.orderBroken("cd", after: "bc")])
        #expect(check([("bc", 1, "H", nil), ("cd", 1, "H", nil)]).contains(.participantTwice("c", slot: 1)))
        #expect(check([("ad", 4, "H", nil)]) == [.wrongSession("ad", slot: 4)])
        #expect(check([("ab", 9, "H", "i")]).contains(.noSuchSlot("ab", slot: 9)))
        #expect(check([("ab", 4, "H", "i"), ("bc", 5, "G", nil)]) == [.walkTooShort("b", slot: 5)])
        #expect(check([("ab", 0, "H", "i"), ("ab", 1, "H", "i")]).contains(.listedTwice("ab")))
        #expect(check([("xx", 0, "H", nil)]).contains(.unknownMeeting("xx")))
        #expect(check([("ab", 0, "H", "i")]) { $0.meetings[1].required = true } == [.requiredUnplaced("bc")])
        #expect(check([("ab", 0, "H", "i")]) { $0.meetings[0].fixed = 1 } == [.notInFixedSlot("ab", slot: 0)])
        #expect(
            check([("ab", 0, "H", "i"), ("ad", 2, "H", nil)]) { $0.participants[0].maxMeetings = 1 }
                == [.tooManyMeetings("a")]
        )
        #expect(
            check([("ab", 0, "H", "i"), ("ad", 2, "H", nil)]) { $0.fairness = 0 } == [.unfair(difference: 1)]
        )
    }

    @Test func everySentenceIsThereInEveryLanguage() {
        let violations: [ProgrammeViolation] = [
            .listsNotEmpty, .notListed("m"), .interpreterTwice("i"), .interpreterWithoutRest("i"),
            .wrongValue,
            .boundBelowValue, .optimalityUnproven, .wrongInterpreter("m", interpreter: "i"),
        ]
        for language in Language.allCases {
            let sentences = violations.map { $0.words(in: language) }
            #expect(Set(sentences).count == violations.count)
        }
    }

    /// The engine's programme of a sample, checked by what shares no code with it.
    @Test func acceptsWhatTheEngineMakes() throws {
        let data = SampleExpo.generate(seed: 4, scale: 0.02, regions: [], economies: [])
        let plan = try ProgrammePlan(data: data)
        let solution = try Scheduler.solve(
            plan.problem,
            settings: .init(seed: 1, stepLimit: 20_000),
            share: { 0 },
            report: { _ in }
        )
        let programme = plan.programme(from: solution)
        let result = ProgrammeChecker.check(plan.file(of: programme), against: plan.instance)
        #expect(result.violations == [])
        #expect(programme.meetings.count + programme.unplaced.count == plan.requests.count)
        #expect(result.value.placedWeight == programme.value.placedWeight)
        let tables = programme.meetings.compactMap { meeting in
            meeting.place.table.map { "\(meeting.slot) \($0)" }
        }
        #expect(Set(tables).count == tables.count, "a table has one meeting a slot")
    }

    // MARK: - Instances that contradict themselves

    @Test func aHallThatSaysTooLittleHasNoTableThere() {
        let found = check([("ab", 0, "H", "i"), ("bc", 5, "G", nil)]) {
            $0.walk = [:]
            $0.halls[1].tables.removeLast()
        }
        #expect(
            found == [.wrongTableList(hall: "G", entries: 5, slots: 6), .tooFewTables(hall: "G", slot: 5)]
        )
        let none = check([("ab", 0, "H", "i")]) { $0.halls = $0.halls.map { .init(id: $0.id, tables: []) } }
        #expect(none.contains(.wrongTableList(hall: "H", entries: 0, slots: 6)))
    }

    @Test func weightsThatNoNumberHoldsAreSummedAsFarAsItGoes() {
        var instance = instance()
        for index in instance.meetings.indices { instance.meetings[index].weight = .max }
        let file = ProgrammeFile(
            instance: "rules",
            status: .feasible,
            meetings: [("ab", "i"), ("ad", nil)].enumerated().map { slot, one in
                .init(id: one.0, slot: slot, hall: "H", interpreter: one.1)
            },
            unplaced: [.init(id: "bc", reason: "–"), .init(id: "cd", reason: "–")],
            value: .init(),
            bound: .init(placedWeight: .min, breaks: .max),
            seconds: 0
        )
        let (violations, value) = ProgrammeChecker.check(file, against: instance)
        #expect(value.placedWeight == .max)
        #expect(violations.contains(.boundBelowValue))
    }

    /// Every list of the instance refers to what is not there.
    @Test func namesThatNobodyHasAreNoTrap() {
        let found = check([("ab", 0, "X", "nobody"), ("bc", .max, "H", nil), ("cd", .min, "", "i")]) {
            $0.participants.removeAll()
            $0.interpreters.removeAll()
            $0.meetings[2].after = ["nothing"]
        }
        #expect(found.contains(.noSuchSlot("bc", slot: .max)))
        #expect(found.contains(.noSuchSlot("cd", slot: .min)))
    }

    @Test func aWalkIsJudgedFromTheLatestMeetingInEachHall() {
        let found = check([
            ("ab", 0, "H", "i"), ("cd", 1, "G", nil), ("bc", 2, "H", nil), ("ad", 3, "H", nil),
        ]) {
            $0.walk = ["H": ["G": 2]]
            $0.participants = $0.participants.map {
                .init(id: $0.id, languages: [], unavailable: [], parallel: 1, maxMeetings: nil, stand: nil)
            }
            $0.halls = $0.halls.map { .init(id: $0.id, tables: [9, 9, 9, 9, 9, 9]) }
            $0.meetings[2].after = []
            $0.meetings[3].session = nil
        }
        // c meets in G and then in H; d meets in G in slot 1 and in H in slot 3.
        let walks = found.filter { if case .walkTooShort = $0 { true } else { false } }
        #expect(walks == [.walkTooShort("c", slot: 2), .walkTooShort("d", slot: 3)])
    }
}

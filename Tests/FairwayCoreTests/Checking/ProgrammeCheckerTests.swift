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
}

import Testing

@testable import Scheduling

/// Reasons and remedies of unplaced meetings, against rules counted independently, on problems made at random.
struct ExplanationTests {
    /// A tight problem and a programme of it: the engine's for the first seeds, else what a careless hand would make.
    private func example(_ seed: UInt64, fairness: Int? = nil) throws -> (MeetingProblem, ProgrammeSolution) {
        var fixture = ProblemFixture(seed: seed)
        let (people, slots) = (6 + fixture.below(4), 3 + fixture.below(4))
        var problem = fixture.problem(participants: people, days: 2, slotsPerDay: slots, requests: 24)
        problem.fairness = fairness
        guard seed <= 30 || fairness != nil else { return (problem, try careless(problem)) }
        let solution = try Scheduler.solve(
            problem,
            settings: Scheduler.Settings(seed: seed, stepLimit: 600),
            share: { 0 },
            report: { _ in }
        )
        return (problem, solution)
    }

    /// Every second meeting in the first slot that takes it, then the rest.
    private func careless(_ problem: MeetingProblem) throws -> ProgrammeSolution {
        let compiled = try CompiledProblem(problem)
        var state = SearchState(compiled)
        let order = problem.meetings.indices.sorted { ($0 % 2, $0) < ($1 % 2, $1) }
        for meeting in order where state.isBelowLimits(meeting) {
            _ = state.slots { state.openSlots(meeting, day: $0) }.first { slot in
                state.respectsOrder(meeting, slot: slot) && state.place(meeting, slot: slot)
            }
        }
        return Scheduler.solution(problem, state: state, weightBound: .max)
    }

    @Test(arguments: 1...200 as ClosedRange<UInt64>)
    func everyReasonHolds(seed: UInt64) throws {
        let (problem, solution) = try example(seed)
        let witness = ReasonWitness(problem: problem, placements: solution.placements)
        let explanation = try Scheduler.explanation(of: solution, in: problem, hasScarcities: false)
        #expect(
            explanation.unplaced.map(\.meeting)
                == problem.meetings.indices.filter { solution.placements[$0] == nil }
        )
        for unplaced in explanation.unplaced {
            #expect(unplaced.cause == solution.reasons[unplaced.meeting])
            #expect(
                witness.holds(unplaced.cause, of: unplaced.meeting),
                "\(unplaced.cause) of meeting \(unplaced.meeting), seed \(seed)"
            )
            #expect(witness.makesWay(unplaced), "rivals of meeting \(unplaced.meeting), seed \(seed)")
        }
    }

    @Test(arguments: 1...300 as ClosedRange<UInt64>)
    func everyRemedyPlacesTheMeetingAndKeepsTheOthers(seed: UInt64) throws {
        let (problem, solution) = try example(seed)
        try checkRemedies(problem, solution, seed: seed)
    }

    @Test(arguments: 1...30 as ClosedRange<UInt64>)
    func remediesKeepTheLimitOnBreaks(seed: UInt64) throws {
        let (problem, solution) = try example(seed, fairness: 1)
        try checkRemedies(problem, solution, seed: seed)
    }

    private func checkRemedies(_ problem: MeetingProblem, _ solution: ProgrammeSolution, seed: UInt64) throws
    {
        for unplaced in try Scheduler.explanation(of: solution, in: problem, hasScarcities: false).unplaced {
            guard let remedy = unplaced.remedy else {
                #expect(problem.fairness != nil, "no remedy of meeting \(unplaced.meeting), seed \(seed)")
                continue
            }
            let changed = problem.applying(remedy.changes)
            try changed.validate()
            var placements = solution.placements
            var givenUp = 0
            for case .giveUp(let meeting) in remedy.changes {
                #expect(problem.meetings[meeting].weight <= problem.meetings[unplaced.meeting].weight)
                placements[meeting] = nil
                givenUp += 1
            }
            #expect(remedy.moves.first?.meeting == unplaced.meeting)
            for move in remedy.moves { placements[move.meeting] = move.placement }
            let rules = RuleBook(problem: changed)
            let broken = rules.violations(placements)
            #expect(broken.isEmpty, "meeting \(unplaced.meeting), seed \(seed): \(remedy) breaks \(broken)")
            #expect(placements.count { $0 != nil } == solution.value.placed + 1 - givenUp)
            let cost = remedy.changes.reduce(remedy.moves.count - 1) { $0 + $1.cost }
            #expect(remedy.cost == cost)
            if let fairness = problem.fairness {
                let breaks = BreakCount(problem: changed, placements: placements).perParticipant
                #expect((breaks.max() ?? 0) - (breaks.min() ?? 0) <= fairness, "seed \(seed)")
            }
        }
    }

    /// No single change that costs less places the meeting where everyone stays.
    @Test(arguments: 31...60 as ClosedRange<UInt64>)
    func noCheaperSingleChangeWouldDo(seed: UInt64) throws {
        let (problem, solution) = try example(seed)
        for unplaced in try Scheduler.explanation(of: solution, in: problem, hasScarcities: false).unplaced
            .prefix(4)
        {
            guard let remedy = unplaced.remedy else { continue }
            for change in problem.singleChanges(for: unplaced.meeting) where change.cost < remedy.cost {
                let changed = problem.applying([change])
                let witness = ReasonWitness(problem: changed, placements: solution.placements)
                #expect(
                    !witness.fits(unplaced.meeting),
                    "\(change) is smaller than \(remedy), seed \(seed)"
                )
            }
        }
    }

    /// One slot, one pair of sides, everything else free: the change is the one thing that lacks.
    @Test func namesTheOneThingThatLacks() throws {
        var problem = MeetingProblem(
            slotDays: [0, 0],
            slotSessions: [0, 1],
            participants: [.init(languages: [0], unavailable: [0]), .init(languages: [0], unavailable: [1])],
            tables: [[1, 1]],
            walk: [0],
            interpreters: [],
            meetings: [.init(a: 0, b: 1, weight: 3)]
        )
        func changes() throws -> [Concession]? {
            let solution = try Scheduler.solve(
                problem,
                settings: .init(seed: 1, stepLimit: 100),
                share: { 0 },
                report: { _ in }
            )
            return try Scheduler.explanation(of: solution, in: problem, hasScarcities: false).unplaced.first?
                .remedy?.changes
        }
        #expect(try changes() == [.openSlot(participant: 0, slot: 0)])
        problem.participants[0].unavailable = []
        problem.meetings[0].session = 1
        #expect(try changes() == [.dropSession(meeting: 0)])
        problem.meetings[0].session = nil
        problem.participants[1].maxMeetings = 0
        #expect(try changes() == [.raiseLimit(participant: 1)])
        problem.participants[1].maxMeetings = nil
        problem.tables = [[0, 0]]
        #expect(try changes() == [.addTable(hall: 0, slot: 0)])
        problem.tables = [[1, 1]]
        problem.participants[1].languages = [1]
        #expect(try changes() == [.addInterpreter(one: 0, other: 1, slot: 0)])
    }

    @Test func worstServedComeFirst() throws {
        let (problem, solution) = try example(4)
        let worst = try Scheduler.explanation(of: solution, in: problem, hasScarcities: false).worstServed
        #expect(worst.map(\.share) == worst.map(\.share).sorted())
        for load in worst {
            let own = problem.meetings.indices.filter {
                problem.meetings[$0].a == load.participant || problem.meetings[$0].b == load.participant
            }
            #expect(load.asked == own.count && load.asked >= 3)
            #expect(load.placed == own.count { solution.placements[$0] != nil })
            #expect(load.askedWeight == own.reduce(0) { $0 + problem.meetings[$1].weight })
        }
    }
}

extension MeetingProblem {
    /// Every change that could concern a meeting.
    fileprivate func singleChanges(for index: Int) -> [Concession] {
        let meeting = meetings[index]
        var changes: [Concession] = [
            .dropSession(meeting: index), .dropFixedSlot(meeting: index), .dropOrder(meeting: index),
        ]
        for side in [meeting.a, meeting.b] {
            changes += [.raiseLimit(participant: side), .addRepresentative(participant: side)]
            changes += slotDays.indices.map { .openSlot(participant: side, slot: $0) }
        }
        for slot in slotDays.indices {
            changes += (0..<hallCount).map { .addTable(hall: $0, slot: slot) }
            for one in participants[meeting.a].languages {
                changes += participants[meeting.b].languages.map {
                    .addInterpreter(one: one, other: $0, slot: slot)
                }
            }
        }
        return changes
    }
}

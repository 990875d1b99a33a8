import FairwayCore
import Scheduling

/// Any bytes as an expo through the engine: schedule, check, explain, replan, walk in.
///
/// Traps where a property fails; `engineFindings` says which.
package func fuzzEngine(_ bytes: UnsafeRawBufferPointer) {
    let findings = engineFindings(bytes)
    precondition(findings.isEmpty, findings.joined(separator: "\n"))
}

/// What of this does not hold for the expo that the bytes make: everything the engine makes passes the checker, which
/// shares nothing with it; bounds are bounds; what contradicts itself is refused by name; and nothing ends the process.
package func engineFindings(_ bytes: UnsafeRawBufferPointer) -> [String] {
    var trial = EngineTrial(ByteSource(bytes))
    trial.run()
    return trial.findings
}

/// One expo and all that is done with it.
private struct EngineTrial {
    private var source: ByteSource
    private(set) var findings: [String] = []

    init(_ source: ByteSource) { self.source = source }

    mutating func run() {
        var maker = ExpoMaker(source)
        let kind = maker.source.below(4)
        let problem = maker.problem()
        source = maker.source
        if kind == 3 {
            refuse(problem)
        } else {
            go(through: problem)
        }
    }

    private mutating func expect(_ holds: Bool, _ what: @autoclosure () -> String) {
        if !holds { findings.append(what()) }
    }

    // MARK: - Refusals

    private mutating func refuse(_ sound: MeetingProblem) {
        var problem = sound
        let way = ExpoSpoiler.way(problem, &source)
        way.change(&problem, &source)
        do {
            _ = try Scheduler.solve(problem, settings: settings(), share: { 1 }, report: { _ in })
            findings.append("taken although \(way.name) is spoilt")
        } catch {
            expect(error.description.contains(way.name), "“\(error)” does not name \(way.name)")
        }
        // Whatever the instance says, the checker answers.
        let instance = ProblemDescription.instance(problem)
        let placements = wildPlacements(problem)
        _ = ProgrammeChecker.check(
            ProblemDescription.programme(placements, of: instance, bound: source.wildNumber()),
            against: instance
        )
        _ = try? instance.problem()
        do throws(ReplanError) {
            _ = try Replanner.replan(ReplanRequest(problem: problem, previous: placements))
            findings.append("replanned although \(way.name) is spoilt")
        } catch {}
        do throws(ReplanError) {
            _ = try WalkIn(problem, placements: placements)
            findings.append("walked in although \(way.name) is spoilt")
        } catch {}
    }

    private mutating func settings() -> Scheduler.Settings {
        Scheduler.Settings(
            seed: UInt64(source.below(65_536)),
            stepLimit: 1 + source.below(600),
            workers: 1 + source.below(2),
            weightTolerance: source.pick([0, 0, 0, 0.1, 1])
        )
    }

    // MARK: - A sound expo

    private mutating func go(through problem: MeetingProblem) {
        do {
            let settings = settings()
            // The exact search has no steps: it gets so many looks at its clock.
            var looks = 0
            let solution = try Scheduler.solve(
                problem,
                settings: settings,
                share: {
                    looks += 1
                    return Double(looks) / 40
                },
                report: { _ in }
            )
            check(solution, of: problem)
            explain(solution, of: problem)
            try bound(solution, of: problem)
            guard solution.status == .optimal || solution.status == .feasible else { return }
            walkIn(solution.placements, of: problem)
            replan(solution, of: problem)
        } catch {
            findings.append("a sound expo is refused: \(error)")
        }
        foreign(problem)
    }

    private mutating func check(_ solution: ProgrammeSolution, of problem: MeetingProblem) {
        guard solution.status == .optimal || solution.status == .feasible else {
            expect(solution.placements.allSatisfy { $0 == nil }, "\(solution.status) with placements")
            return
        }
        let (violations, value) = ProblemDescription.verdict(
            solution.placements,
            of: problem,
            bound: solution.weightBound
        )
        expect(violations.isEmpty, "programme: \(violations)")
        let own = solution.value
        expect(
            (own.placedWeight, own.placed, own.breaks, own.idleSlots, own.hallChanges)
                == (value.placedWeight, value.placed, value.breaks, value.idleSlots, value.hallChanges),
            "value \(own), counted \(value)"
        )
        for (reason, placement) in zip(solution.reasons, solution.placements) {
            expect((reason == nil) == (placement != nil), "reason \(String(describing: reason))")
        }
    }

    private mutating func explain(_ solution: ProgrammeSolution, of problem: MeetingProblem) {
        do {
            let explanation = try Scheduler.explanation(
                of: solution,
                in: problem,
                hasScarcities: source.chance(30)
            )
            for unplaced in explanation.unplaced {
                guard let remedy = unplaced.remedy else { continue }
                var placements = solution.placements
                for change in remedy.changes {
                    if case .giveUp(let meeting) = change { placements[meeting] = nil }
                }
                for move in remedy.moves { placements[move.meeting] = move.placement }
                let changed = problem.applying(remedy.changes)
                let violations = ProblemDescription.verdict(placements, of: changed).violations
                expect(violations.isEmpty, "remedy \(remedy.changes) of M\(unplaced.meeting): \(violations)")
            }
            for scarcity in explanation.scarcities {
                expect(scarcity.placedWeight <= scarcity.weightAtMost, "scarcity \(scarcity)")
            }
        } catch {
            findings.append("an own programme is not explained: \(error)")
        }
    }

    private mutating func bound(_ solution: ProgrammeSolution, of problem: MeetingProblem) throws {
        var loose = solution
        loose.weightBound = .max
        let bounded = try Scheduler.bounded(loose, of: problem, isCancelled: { false })
        expect(bounded.weightBound >= solution.value.placedWeight, "bound \(bounded.weightBound)")
    }

    // MARK: - Walk-in

    private mutating func walkIn(_ placements: [Placement?], of problem: MeetingProblem) {
        do throws(ReplanError) {
            let walkIn = try WalkIn(problem, placements: placements)
            let visitor = visitor(problem)
            let from = source.chance(70) ? 0 : source.wildNumber()
            let slots = from..<max(from, source.chance(50) ? problem.slotDays.count : source.wildNumber())
            let candidates: [WalkIn.Candidate]? =
                source.chance(60)
                ? nil
                : (0..<4).map { _ in
                    WalkIn.Candidate(participant: source.wildNumber(), weight: source.wildNumber())
                }
            for option in walkIn.options(for: visitor, slots: slots, among: candidates).prefix(4) {
                check(option, for: visitor, placements, problem)
            }
        } catch {
            findings.append("a walk-in to an own programme is refused: \(error)")
        }
    }

    private mutating func visitor(_ problem: MeetingProblem) -> WalkIn.Visitor {
        if source.chance(60) {
            return .participant(
                source.chance(80) ? source.below(problem.participants.count) : source.wildNumber()
            )
        }
        return .newcomer(
            MeetingProblem.Participant(
                languages: source.chance(50) ? [] : [source.below(3)],
                unavailable: source.chance(70) ? [] : [source.wildNumber()],
                parallel: source.chance(70) ? 1 : source.wildNumber(),
                maxMeetings: source.chance(70) ? nil : source.wildNumber(),
                standHall: source.chance(70) ? nil : source.wildNumber()
            )
        )
    }

    /// The meeting offered can be held beside all others.
    private mutating func check(
        _ option: WalkIn.Option,
        for visitor: WalkIn.Visitor,
        _ placements: [Placement?],
        _ problem: MeetingProblem
    ) {
        var changed = problem
        changed.fairness = nil
        let guest: Int
        switch visitor {
        case .participant(let number): guest = number
        case .newcomer(var facts):
            guest = changed.participants.count
            facts.parallel = max(1, facts.parallel)
            facts.unavailable.removeAll { !problem.slotDays.indices.contains($0) }
            changed.participants.append(facts)
        }
        changed.meetings.append(.init(a: guest, b: option.participant, weight: 1))
        let violations = ProblemDescription.verdict(placements + [option.placement], of: changed).violations
        expect(violations.isEmpty, "walk-in \(option): \(violations)")
    }

    // MARK: - Replan

    private mutating func replan(_ solution: ProgrammeSolution, of problem: MeetingProblem) {
        let changes = (0..<1 + source.below(2)).map { _ in change(problem) }
        let now = source.chance(70) ? source.below(problem.slotDays.count + 1) : source.wildNumber()
        let locked =
            source.chance(60) || problem.meetings.isEmpty
            ? [] : [source.chance(90) ? source.below(problem.meetings.count) : source.wildNumber()]
        let previous = source.chance(85) ? solution.placements : wildPlacements(problem)
        let bound = source.chance(80) ? solution.weightBound : source.pick([Int.max, Int.max - 3])
        guard
            let request = try? ReplanRequest(
                original: problem,
                changes: changes,
                previous: previous,
                now: now,
                locked: locked,
                weightBound: bound
            ),
            let replan = try? Replanner.replan(
                request,
                settings: .init(
                    seed: UInt64(source.below(256)),
                    stepLimit: source.pick([500, 100, 0, -1]),
                    keepsBeforeAdding: source.chance(50)
                )
            )
        else { return }
        check(replan, of: request)
    }

    private mutating func check(_ replan: Replan, of request: ReplanRequest) {
        var problem = request.problem
        // What a replan could not keep it says itself.
        if !replan.keepsFairness { problem.fairness = nil }
        for meeting in replan.missingRequired { problem.meetings[meeting].isRequired = false }
        let (violations, value) = ProblemDescription.verdict(
            replan.placements,
            of: problem,
            // The bound is one of valid programmes: those that hold what is required, at whatever price.
            bound: replan.missingRequired.isEmpty ? replan.weightBound : .max
        )
        expect(violations.isEmpty, "replan: \(violations)")
        expect(value.placedWeight == replan.value.placedWeight, "weight of the replan")
        expect(replan.movesBound <= replan.moves, "moves \(replan.moves) below bound \(replan.movesBound)")
        let applied = replan.difference.applied(to: request.previous, meetings: problem.meetings.count)
        expect(applied == replan.placements, "the difference does not lead to the programme")
        for (meeting, old) in request.previous.enumerated() {
            guard let old, old.slot < request.now else { continue }
            expect(replan.placements[meeting] == old, "M\(meeting) was under way and moved")
        }
        let solution = replan.solution
        if solution.status == .feasible { explain(solution, of: request.problem) }
    }

    private mutating func change(_ problem: MeetingProblem) -> ProblemChange {
        let who = [source.chance(90) ? source.below(problem.participants.count) : source.wildNumber()]
        let slots = [source.chance(90) ? source.below(problem.slotDays.count) : source.wildNumber()]
        switch source.below(7) {
        case 0: return .lateArrival(participants: who, firstSlot: slots[0])
        case 1: return .departure(participants: who, fromSlot: slots[0])
        case 2: return .interpreterAbsence(interpreter: source.below(4), slots: slots)
        case 3: return .hallClosure(hall: source.below(4), slots: slots)
        case 4: return registration(problem)
        case 5:
            return .decline(
                meetings: [
                    source.chance(90) ? source.below(max(1, problem.meetings.count)) : source.wildNumber()
                ]
            )
        default: return .widenedAvailability(participants: who + who, slots: slots)
        }
    }

    private mutating func registration(_ problem: MeetingProblem) -> ProblemChange {
        let newcomer = MeetingProblem.Participant(
            parallel: source.chance(80) ? 1 : source.wildNumber(),
            maxMeetings: source.chance(80) ? nil : source.wildNumber()
        )
        let count = problem.participants.count
        let meetings = (0..<1 + source.below(3)).map { _ in
            MeetingProblem.Meeting(
                a: count,
                b: source.chance(90) ? source.below(count) : source.wildNumber(),
                weight: source.chance(80) ? 1 + source.below(9) : source.wildNumber()
            )
        }
        return .lateRegistration(participants: [newcomer], meetings: meetings)
    }

    // MARK: - Programmes of others

    private mutating func wildPlacements(_ problem: MeetingProblem) -> [Placement?] {
        let count = source.chance(85) ? problem.meetings.count : source.below(problem.meetings.count + 3)
        let isNear = source.chance(70)
        return (0..<count).map { _ in
            guard source.chance(50) else { return nil }
            return Placement(
                slot: isNear ? source.below(problem.slotDays.count) : source.wildNumber(),
                hall: problem.hallCount == 0
                    ? nil : isNear ? source.below(problem.hallCount) : source.wildNumber(),
                interpreter: source.chance(70) ? nil : isNear ? source.below(3) : source.wildNumber()
            )
        }
    }

    /// Where the engine explains a programme that it has not made, the checker finds nothing but what no array depends on.
    private mutating func foreign(_ problem: MeetingProblem) {
        let placements = wildPlacements(problem)
        let solution = ProgrammeSolution(
            status: .feasible,
            placements: placements,
            reasons: placements.map { _ in nil },
            value: SolutionValue(),
            weightBound: source.wildNumber()
        )
        guard (try? Scheduler.explanation(of: solution, in: problem, hasScarcities: source.chance(20))) != nil
        else { return }
        let violations = ProblemDescription.verdict(placements, of: problem).violations.filter {
            switch $0 {
            case .requiredUnplaced, .orderBroken, .unfair: false
            default: true
            }
        }
        expect(violations.isEmpty, "explained although: \(violations)")
    }
}

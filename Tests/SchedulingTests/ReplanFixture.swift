import Scheduling

/// A small problem, a programme for it, and something that happens.
struct ReplanFixture {
    var original: MeetingProblem
    var previous: [Placement?]
    var weightBound: Int
    var changes: [ProblemChange]
    var now: Int
    var locked: [Int]

    /// - Parameter kind: Which change; see `change(_:_:)`.
    init(seed: UInt64, kind: Int, participants: Int, days: Int, slotsPerDay: Int, requests: Int) throws {
        var fixture = ProblemFixture(seed: seed)
        original = fixture.problem(
            participants: participants,
            days: days,
            slotsPerDay: slotsPerDay,
            requests: requests
        )
        // From nothing to a programme is a replan too, and quicker than a run.
        let first = try Replanner.replan(
            ReplanRequest(problem: original, previous: []),
            settings: .init(seed: seed, stepLimit: 600)
        )
        let placements = first.placements
        previous = placements
        weightBound = first.weightBound
        now = fixture.chance(50) ? 0 : fixture.below(slotsPerDay)
        locked = placements.indices.filter { placements[$0] != nil && fixture.chance(15) }
        changes = []
        for _ in 0..<(fixture.chance(20) ? 2 : 1) {
            changes.append(Self.change(kind, original, &fixture))
        }
        if case .lateRegistration = changes[0] { changes = [changes[0]] }
        // What is frozen cannot be called off.
        let frozen = Set(placements.indices.filter { (placements[$0]?.slot ?? .max) < now })
        changes = changes.map { change in
            guard case .decline(let meetings) = change else { return change }
            return .decline(meetings: meetings.filter { !frozen.contains($0) })
        }
    }

    static func change(_ kind: Int, _ problem: MeetingProblem, _ fixture: inout ProblemFixture)
        -> ProblemChange
    {
        let slots = problem.slotDays.count
        let who = (0..<1 + fixture.below(2)).map { _ in fixture.below(problem.participants.count) }
        let some = (0..<slots).filter { _ in fixture.chance(50) }
        switch kind % 7 {
        case 0: return .lateArrival(participants: who, firstSlot: 1 + fixture.below(slots))
        case 1: return .departure(participants: who, fromSlot: fixture.below(slots))
        case 2:
            return .interpreterAbsence(
                interpreter: fixture.below(problem.interpreters.count),
                slots: some
            )
        case 3: return .hallClosure(hall: fixture.below(problem.hallCount), slots: some)
        case 4: return registration(problem, &fixture)
        case 5:
            return .decline(
                meetings: problem.meetings.isEmpty ? [] : [fixture.below(problem.meetings.count)]
            )
        default: return .widenedAvailability(participants: who, slots: some)
        }
    }

    private static func registration(_ problem: MeetingProblem, _ fixture: inout ProblemFixture)
        -> ProblemChange
    {
        let newcomer = MeetingProblem.Participant(
            languages: fixture.chance(50) ? [0] : [1],
            standHall: fixture.chance(30) ? 0 : nil
        )
        let number = problem.participants.count
        let meetings = (0..<1 + fixture.below(2)).map { index in
            MeetingProblem.Meeting(
                a: number,
                b: (fixture.below(problem.participants.count) + index) % problem.participants.count,
                weight: 1 + fixture.below(9)
            )
        }
        return .lateRegistration(participants: [newcomer], meetings: meetings)
    }

    func request() throws -> ReplanRequest {
        try ReplanRequest(
            original: original,
            changes: changes,
            previous: previous,
            now: now,
            locked: locked,
            weightBound: weightBound
        )
    }
}

/// Says of each unplaced meeting what stands in its way in the finished programme.
///
/// Each reason is true of the programme as it is: first what the problem itself rules out, then order and limits, then
/// who is full, then what is missing in the slots both sides have free.
struct UnplacedExplanation {
    let reasons: [UnplacedCause?]

    /// - Complexity: O(unplaced meetings × slots).
    init(_ state: SearchState, _ problem: MeetingProblem) {
        reasons = (0..<state.problem.meetingCount).map { meeting in
            state.slotOf[meeting] >= 0 ? nil : Self.cause(meeting, state, problem)
        }
    }

    private static func cause(_ meeting: Int, _ state: SearchState, _ source: MeetingProblem) -> UnplacedCause
    {
        let problem = state.problem
        let days = 0..<problem.dayCount
        if days.allSatisfy({ problem.allowed[meeting * problem.dayCount + $0] == 0 }) {
            return impossible(source.meetings[meeting], source)
        }
        for earlier in problem.after[meeting] where state.slotOf[Int(earlier)] < 0 {
            return .predecessorUnplaced(meeting: Int(earlier))
        }
        let sides = [Int(problem.sideA[meeting]), Int(problem.sideB[meeting])]
        for side in sides where state.total[side] >= problem.maxMeetings[side] {
            return .limitReached(participant: side)
        }
        for side in sides {
            let isFull = days.allSatisfy { day in
                problem.allowed[meeting * problem.dayCount + day] & ~state.full[side * problem.dayCount + day]
                    == 0
            }
            if isFull { return .participantFull(participant: side) }
        }
        let slots = state.slots { state.freeSlots(meeting, day: $0) }
        if slots.isEmpty { return .noFreeSlotInCommon }
        return cause(meeting, obstacles: slots.map { state.obstacles(meeting, slot: $0) }, state)
    }

    /// The obstacle that stands in every free slot if there is one, else all that stand in any.
    private static func cause(
        _ meeting: Int,
        obstacles: [UnplacedCause.Obstacles],
        _ state: SearchState
    ) -> UnplacedCause {
        if obstacles.contains(where: \.isEmpty) { return .leftOut }
        func standsEverywhere(_ obstacle: UnplacedCause.Obstacles) -> Bool {
            obstacles.allSatisfy { !$0.isDisjoint(with: obstacle) }
        }
        if standsEverywhere(.noTable) { return .noTableFree }
        if standsEverywhere(.interpretersTaken) { return .interpretersTaken }
        if standsEverywhere([.interpretersTaken, .interpretersResting]) { return .interpretersResting }
        if standsEverywhere(.walkTooLong) { return .walkTooLong }
        let latest = state.problem.after[meeting].max { state.slotOf[Int($0)] < state.slotOf[Int($1)] }
        if standsEverywhere(.predecessorTooLate), let latest {
            return .predecessorTooLate(meeting: Int(latest))
        }
        return .hindered(by: obstacles.reduce([]) { $0.union($1) })
    }

    /// Why a meeting could not be held even in an empty programme.
    private static func impossible(_ meeting: MeetingProblem.Meeting, _ problem: MeetingProblem)
        -> UnplacedCause
    {
        let closed = Set(
            problem.participants[meeting.a].unavailable + problem.participants[meeting.b].unavailable
        )
        let common = problem.slotDays.indices.filter { !closed.contains($0) }
        if common.isEmpty { return .noCommonSlot }
        let fitting = common.filter { slot in
            (meeting.session == nil || problem.slotSessions[slot] == meeting.session)
                && (meeting.fixedSlot == nil || meeting.fixedSlot == slot)
        }
        if fitting.isEmpty { return .noCommonSlotInSession }
        let hasTable = fitting.contains { slot in problem.tables.contains { $0[slot] > 0 } }
        guard problem.needsInterpreter(meeting) else { return .noTableFree }
        let able = problem.interpreters.filter { $0.serves(meeting, of: problem) }
        let hasInterpreter = able.contains { !Set($0.unavailable).isSuperset(of: fitting) }
        guard hasInterpreter else { return .noInterpreterAvailable }
        return hasTable ? .hindered(by: [.noTable, .interpretersTaken]) : .noTableFree
    }
}

extension MeetingProblem {
    /// Whether both sides list languages and share none.
    func needsInterpreter(_ meeting: Meeting) -> Bool {
        let (one, other) = (participants[meeting.a].languages, participants[meeting.b].languages)
        return !one.isEmpty && !other.isEmpty && Set(one).isDisjoint(with: other)
    }
}

extension MeetingProblem.Interpreter {
    /// Whether one of the pairs connects the two sides' languages.
    func serves(_ meeting: MeetingProblem.Meeting, of problem: MeetingProblem) -> Bool {
        let one = problem.participants[meeting.a].languages
        let other = problem.participants[meeting.b].languages
        return pairs.contains { pair in
            (one.contains(pair[0]) && other.contains(pair[1]))
                || (one.contains(pair[1]) && other.contains(pair[0]))
        }
    }
}

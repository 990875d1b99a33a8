/// Says of each unplaced meeting what stands in its way in the finished programme.
///
/// Each reason is true of the programme as it is: first what the problem itself rules out, then limits, then who is full,
/// then what is taken in the slots both sides have free.
struct UnplacedExplanation {
    let reasons: [UnplacedCause?]

    init(_ state: SearchState, _ problem: MeetingProblem) {
        reasons = (0..<state.problem.meetingCount).map { meeting in
            state.slotOf[meeting] >= 0 ? nil : Self.cause(meeting, state, problem)
        }
    }

    private static func cause(_ meeting: Int, _ state: SearchState, _ source: MeetingProblem) -> UnplacedCause
    {
        let problem = state.problem
        let sides = [Int(problem.sideA[meeting]), Int(problem.sideB[meeting])]
        let days = 0..<problem.dayCount
        if days.allSatisfy({ problem.allowed[meeting * problem.dayCount + $0] == 0 }) {
            return impossible(source.meetings[meeting], source)
        }
        for earlier in problem.after[meeting] where state.slotOf[Int(earlier)] < 0 {
            return .predecessorUnplaced(meeting: Int(earlier))
        }
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
        let common = days.map { day in
            problem.allowed[meeting * problem.dayCount + day] & ~state.full[sides[0] * problem.dayCount + day]
                & ~state.full[sides[1] * problem.dayCount + day]
        }
        if common.allSatisfy({ $0 == 0 }) { return .noFreeSlotInCommon }
        if days.allSatisfy({ state.openSlots(meeting, day: $0) == 0 }) { return .noTableFree }
        return problem.interpreterClass[meeting] >= 0 ? .interpretersTaken : .noFreeSlotInCommon
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
        let languages = [meeting.a, meeting.b].map { Set(problem.participants[$0].languages) }
        let needsInterpreter =
            !languages[0].isEmpty && !languages[1].isEmpty && languages[0].isDisjoint(with: languages[1])
        return needsInterpreter ? .noInterpreterAvailable : .noTableFree
    }
}

/// One thing an organiser can change about a problem so that another meeting fits.
public enum Concession: Sendable, Hashable {
    /// The request gives up its wish for a session.
    case dropSession(meeting: Int)
    /// The meeting need not be in its fixed slot.
    case dropFixedSlot(meeting: Int)
    /// A participant takes one meeting more than its limit.
    case raiseLimit(participant: Int)
    /// A participant is available in one more slot.
    case openSlot(participant: Int, slot: Int)
    /// The meeting need not come after others.
    case dropOrder(meeting: Int)
    /// One more shared table for one slot.
    case addTable(hall: Int, slot: Int)
    /// One more interpreter of the pair for one slot.
    case addInterpreter(one: Int, other: Int, slot: Int)
    /// A placed meeting that weighs no more gives way and is not placed.
    case giveUp(meeting: Int)
    /// One more representative of a participant, so that it can hold one more meeting in any slot.
    case addRepresentative(participant: Int)

    /// How much is asked, in the order of the cases: a word with the requester first, another person last.
    ///
    /// The smallest remedy is that of least total cost; a move of another meeting counts 1.
    public var cost: Int {
        switch self {
        case .dropSession: 10
        case .dropFixedSlot: 15
        case .raiseLimit: 20
        case .openSlot: 30
        case .dropOrder: 35
        case .addTable: 40
        case .addInterpreter: 50
        case .giveUp: 70
        case .addRepresentative: 80
        }
    }
}

extension MeetingProblem {
    /// The problem after changes; a meeting that is given up stays in it, as one that may be left unplaced.
    ///
    /// A change that names what the problem does not have changes nothing.
    public func applying(_ changes: [Concession]) -> MeetingProblem {
        var problem = self
        for change in changes { problem.apply(change) }
        return problem
    }

    private mutating func apply(_ change: Concession) {
        switch change {
        case .dropSession(let meeting): alter(meeting) { $0.session = nil }
        case .dropFixedSlot(let meeting): alter(meeting) { $0.fixedSlot = nil }
        case .dropOrder(let meeting): alter(meeting) { $0.after = [] }
        case .giveUp(let meeting): alter(meeting) { $0.isRequired = false }
        case .raiseLimit(let who):
            alter(participant: who) { $0.maxMeetings = $0.maxMeetings.map { Self.sum($0, 1) } }
        case .openSlot(let who, let slot):
            alter(participant: who) { $0.unavailable.removeAll { $0 == slot } }
        case .addRepresentative(let who): alter(participant: who) { $0.parallel = Self.sum($0.parallel, 1) }
        case .addTable(let hall, let slot):
            guard tables.indices.contains(hall), tables[hall].indices.contains(slot) else { return }
            tables[hall][slot] = Self.sum(tables[hall][slot], 1)
        case .addInterpreter(let one, let other, let slot):
            interpreters.append(
                Interpreter(
                    pairs: [[one, other]],
                    unavailable: slotDays.indices.filter { $0 != slot }
                )
            )
        }
    }

    private mutating func alter(_ meeting: Int, _ change: (inout Meeting) -> Void) {
        if meetings.indices.contains(meeting) { change(&meetings[meeting]) }
    }

    private mutating func alter(participant: Int, _ change: (inout Participant) -> Void) {
        if participants.indices.contains(participant) { change(&participants[participant]) }
    }

    /// A count and some more, up to the greatest that a problem may have.
    static func sum(_ count: Int, _ more: Int) -> Int {
        let (sum, isOver) = count.addingReportingOverflow(more)
        return isOver ? ProblemLimits.maxCount : min(sum, max(count, ProblemLimits.maxCount))
    }
}

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
    public func applying(_ changes: [Concession]) -> MeetingProblem {
        var problem = self
        for change in changes { problem.apply(change) }
        return problem
    }

    private mutating func apply(_ change: Concession) {
        switch change {
        case .dropSession(let meeting): meetings[meeting].session = nil
        case .dropFixedSlot(let meeting): meetings[meeting].fixedSlot = nil
        case .dropOrder(let meeting): meetings[meeting].after = []
        case .giveUp(let meeting): meetings[meeting].isRequired = false
        case .raiseLimit(let participant):
            participants[participant].maxMeetings = participants[participant].maxMeetings.map { $0 + 1 }
        case .openSlot(let participant, let slot):
            participants[participant].unavailable.removeAll { $0 == slot }
        case .addRepresentative(let participant): participants[participant].parallel += 1
        case .addTable(let hall, let slot): tables[hall][slot] += 1
        case .addInterpreter(let one, let other, let slot):
            interpreters.append(
                Interpreter(
                    pairs: [[one, other]],
                    unavailable: slotDays.indices.filter { $0 != slot }
                )
            )
        }
    }
}

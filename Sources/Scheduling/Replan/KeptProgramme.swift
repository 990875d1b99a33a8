/// What of the programme before the change still stands: frozen meetings first, then locked ones, then the others, the
/// worthiest first.
struct KeptProgramme {
    private(set) var programme: ReplanState
    /// Meetings that were placed, may still be and could not be kept; those that others wait for come first.
    private(set) var displaced: [Int] = []

    /// - Throws: `ReplanError` when a frozen meeting breaks a rule.
    init(_ compiled: CompiledProblem, previous: PreviousProgramme, worth: [Int]) throws(ReplanError) {
        programme = ReplanState(compiled, previous: previous, worth: worth)
        let order = Self.order(programme)
        let frozen = order.filter { previous.isFrozen($0) }
        for meeting in frozen {
            guard keep(meeting, withInterpreter: true) else {
                throw .frozenContradictsProblem(meeting: meeting, slot: Int(previous.slot[meeting]))
            }
            programme.pin(meeting)
        }
        let others = order.filter { !previous.isFrozen($0) }
        for locked in [true, false] {
            let group = others.filter { previous.isLocked[$0] == locked }
            let withoutInterpreter = group.filter { !keep($0, withInterpreter: true) }
            if locked { for meeting in group where programme.isPlaced(meeting) { programme.pin(meeting) } }
            for meeting in withoutInterpreter where !keep(meeting, withInterpreter: false) {
                displaced.append(meeting)
            }
            if locked { for meeting in group where programme.isPlaced(meeting) { programme.pin(meeting) } }
        }
        programme.settle()
    }

    /// Keeps a meeting in its slot and hall.
    /// - Parameter withInterpreter: Whether it must keep its interpreter too; else others may exchange theirs.
    private mutating func keep(_ meeting: Int, withInterpreter: Bool) -> Bool {
        let problem = programme.problem
        let previous = programme.previous
        let slot = Int(previous.slot[meeting])
        let day = Int(problem.dayOfSlot[slot])
        let bit: UInt64 = 1 << UInt64(problem.bitOfSlot[slot])
        guard programme.state.isBelowLimits(meeting),
            programme.state.openSlots(meeting, day: day) & bit != 0,
            programme.state.respectsOrder(meeting, slot: slot),
            let hall = programme.openHall(meeting, slot: slot), hall == previous.hall[meeting]
        else { return false }
        guard withInterpreter else { return programme.place(meeting, slot: slot) }
        let interpreter = previous.interpreter[meeting]
        guard (interpreter >= 0) == (problem.interpreterClass[meeting] >= 0) else { return false }
        if interpreter >= 0, !programme.isFree(interpreter, for: meeting, slot: slot) { return false }
        programme.put(meeting, slot: slot, hall: hall, interpreter: interpreter)
        return true
    }

    /// Meetings that were placed, each after those it waits for, the worthiest first among equals.
    private static func order(_ programme: ReplanState) -> [Int] {
        let problem = programme.problem
        let placed = (0..<problem.meetingCount).filter { programme.previous.slot[$0] >= 0 }
        guard problem.hasOrder else {
            return placed.sorted { (-programme.worth[$0], $0) < (-programme.worth[$1], $1) }
        }
        var depth = [Int](repeating: 0, count: problem.meetingCount)
        for meeting in placed.sorted(by: { programme.previous.slot[$0] < programme.previous.slot[$1] }) {
            for earlier in problem.after[meeting] {
                depth[meeting] = max(depth[meeting], depth[Int(earlier)] + 1)
            }
        }
        return placed.sorted {
            (depth[$0], -programme.worth[$0], $0) < (depth[$1], -programme.worth[$1], $1)
        }
    }
}

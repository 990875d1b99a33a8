/// A programme in the making beside the one before the change: every move is counted and can be taken back.
struct ReplanState: Sendable {
    private(set) var state: SearchState
    let problem: CompiledProblem
    let previous: PreviousProgramme
    /// Meetings that must stay as they are.
    private(set) var isPinned: [Bool]
    /// What placing a meeting is worth, see `MeetingWorth`.
    let worth: [Int]
    /// Meetings by slot, in no particular order, and each one's place in the list.
    private(set) var inSlot: [[Int32]]
    private var rankInSlot: [Int32]
    private var journal: [Change] = []
    private(set) var cost = Cost()

    /// What a programme costs, lexicographically: worth not placed, moves, breaks, changes of interpreter alone.
    struct Cost: Comparable, Sendable {
        /// Worth of what is placed, negated.
        var worth = 0
        var moves = 0
        var breaks = 0
        var interpreterChanges = 0

        @inline(__always)
        static func < (one: Cost, other: Cost) -> Bool {
            if one.worth != other.worth { return one.worth < other.worth }
            if one.moves != other.moves { return one.moves < other.moves }
            if one.breaks != other.breaks { return one.breaks < other.breaks }
            return one.interpreterChanges < other.interpreterChanges
        }
    }

    /// One change of one meeting, with all that is needed to take it back.
    struct Change: Sendable {
        var meeting: Int32
        var slot: Int32
        var hall: Int32
        var interpreter: Int32
        var isPlacement: Bool
    }

    init(_ compiled: CompiledProblem, previous: PreviousProgramme, worth: [Int]) {
        state = SearchState(compiled)
        problem = compiled
        self.previous = previous
        isPinned = [Bool](repeating: false, count: compiled.meetingCount)
        self.worth = worth
        inSlot = [[Int32]](repeating: [], count: compiled.slotCount)
        rankInSlot = [Int32](repeating: -1, count: compiled.meetingCount)
    }

    func isPlaced(_ meeting: Int) -> Bool { state.slotOf[meeting] >= 0 }

    /// Whether the meeting was placed before and now has another slot or hall.
    @inline(__always)
    func isMoved(_ meeting: Int) -> Bool {
        previous.slot[meeting] >= 0 && state.slotOf[meeting] >= 0
            && (state.slotOf[meeting] != previous.slot[meeting]
                || state.hallOf[meeting] != previous.hall[meeting])
    }

    /// Whether there is a slot at all in which the meeting could be held from now on.
    func mayBeHeld(_ meeting: Int) -> Bool {
        (0..<problem.dayCount).contains { problem.allowed[meeting * problem.dayCount + $0] != 0 }
    }

    mutating func pin(_ meeting: Int) { isPinned[meeting] = true }

    // MARK: - Changes

    /// Where the journal stands, to take back to.
    var mark: Int { journal.count }

    /// Takes back every change after the mark.
    mutating func undo(to mark: Int) {
        while journal.count > mark, let change = journal.popLast() {
            if change.isPlacement {
                lift(Int(change.meeting))
            } else {
                set(
                    Int(change.meeting),
                    slot: Int(change.slot),
                    hall: change.hall,
                    interpreter: change.interpreter
                )
            }
        }
    }

    /// What has changed since the mark, oldest first; meetings may repeat.
    func changes(since mark: Int) -> ArraySlice<Change> { journal[mark...] }

    /// Forgets how to take back what was done so far.
    mutating func settle() { journal.removeAll(keepingCapacity: true) }

    mutating func put(_ meeting: Int, slot: Int, hall: Int32, interpreter: Int32) {
        set(meeting, slot: slot, hall: hall, interpreter: interpreter)
        journal.append(
            Change(
                meeting: Int32(meeting),
                slot: Int32(slot),
                hall: hall,
                interpreter: interpreter,
                isPlacement: true
            )
        )
    }

    mutating func takeOut(_ meeting: Int) {
        journal.append(
            Change(
                meeting: Int32(meeting),
                slot: state.slotOf[meeting],
                hall: state.hallOf[meeting],
                interpreter: state.interpreterOf[meeting],
                isPlacement: false
            )
        )
        lift(meeting)
    }

    private mutating func set(_ meeting: Int, slot: Int, hall: Int32, interpreter: Int32) {
        state.place(meeting, slot: slot, hall: hall, interpreter: interpreter)
        rankInSlot[meeting] = Int32(inSlot[slot].count)
        inSlot[slot].append(Int32(meeting))
        count(meeting, by: 1)
    }

    private mutating func lift(_ meeting: Int) {
        count(meeting, by: -1)
        let slot = Int(state.slotOf[meeting])
        let rank = Int(rankInSlot[meeting])
        if let last = inSlot[slot].popLast(), last != Int32(meeting) {
            inSlot[slot][rank] = last
            rankInSlot[Int(last)] = Int32(rank)
        }
        rankInSlot[meeting] = -1
        state.remove(meeting)
        cost.breaks = state.breaks
    }

    private mutating func count(_ meeting: Int, by sign: Int) {
        cost.worth -= sign * worth[meeting]
        if isMoved(meeting) {
            cost.moves += sign
        } else if previous.slot[meeting] >= 0, state.interpreterOf[meeting] != previous.interpreter[meeting] {
            cost.interpreterChanges += sign
        }
        cost.breaks = state.breaks
    }
}

/// A programme in which one meeting at a time takes a place and others make way, all of which can be taken back.
struct EjectionBoard {
    private(set) var state: SearchState
    private let problem: CompiledProblem
    private let fairness: Int?
    private var journal: [Entry] = []
    /// Attempts left; each takes one meeting out.
    var triesLeft = 0

    /// Attempts to make way for one meeting.
    static let tries = 96
    /// Meetings looked at for one need.
    static let candidates = 12

    /// A meeting taken out, with where it was, or one put in (`slot` -1).
    private struct Entry {
        var meeting: Int
        var slot: Int32
        var hall: Int32
        var interpreter: Int32
    }

    init(_ state: SearchState, fairness: Int?) {
        self.state = state
        problem = state.problem
        self.fairness = fairness
    }

    /// The meetings that changed their place since the last `commit` or `undo`, the new one first.
    var touched: [Int] {
        let arrived = journal.filter { $0.slot < 0 }.map(\.meeting)
        return arrived + journal.map(\.meeting).filter { !arrived.contains($0) }
    }

    mutating func commit() { journal.removeAll(keepingCapacity: true) }

    mutating func undo() { undo(to: 0) }

    // MARK: - Making way

    /// Cures the needs by moving others, one for each need, and places the meeting.
    /// - Parameter isInterpreterAdded: The meeting needs no interpreter of the programme.
    /// - Returns: false, with nothing changed, when there is no way within the tries.
    mutating func clear(_ needs: SlotNeeds, _ place: SlotPlace, isInterpreterAdded: Bool = false) -> Bool {
        if needs.isEmpty { return seat(place, isInterpreterAdded: isInterpreterAdded) }
        let need = SlotNeeds(rawValue: 1 << UInt16(needs.rawValue.trailingZeroBitCount))
        // One meeting between the two sides may have crowded both.
        let isCured =
            (need == .crowdedA && !state.isFull(place.a, slot: place.slot))
            || (need == .crowdedB && !state.isFull(place.b, slot: place.slot))
        if isCured {
            return clear(needs.subtracting(need), place, isInterpreterAdded: isInterpreterAdded)
        }
        let mark = journal.count
        for other in inTheWay(need, place).prefix(Self.candidates)
        where state.isRemovable(other) && hasElsewhere(other, slot: place.slot) {
            guard triesLeft > 0 else { return false }
            triesLeft -= 1
            takeOut(other)
            if clear(needs.subtracting(need), place, isInterpreterAdded: isInterpreterAdded) { return true }
            undo(to: mark)
        }
        return false
    }

    /// Places the meeting where another, that weighs no more, leaves the programme.
    /// - Returns: The other meeting; nil, with nothing changed, when there is none.
    mutating func replace(_ need: SlotNeeds, _ place: SlotPlace) -> Int? {
        for other in inTheWay(need, place).prefix(Self.candidates)
        where problem.weight[other] <= problem.weight[place.meeting] && !problem.required[other] {
            guard problem.followers[other].allSatisfy({ state.slotOf[Int($0)] < 0 }) else { continue }
            let mark = journal.count
            takeOut(other)
            if put(place, isInterpreterAdded: false), keepsFairness() { return other }
            undo(to: mark)
        }
        return nil
    }

    /// Whether a placed meeting has a free slot to go to, or another interpreter in its own; without one the try is vain.
    private func hasElsewhere(_ meeting: Int, slot: Int) -> Bool {
        for day in 0..<problem.dayCount where state.openSlots(meeting, day: day) != 0 { return true }
        return problem.interpreterClass[meeting] >= 0 && state.interpreter(for: meeting, slot: slot) >= 0
    }

    /// Placed meetings that use up what the need asks for, the lightest first.
    private func inTheWay(_ need: SlotNeeds, _ place: SlotPlace) -> [Int] {
        var found: [Int] = []
        func add(_ cells: some Sequence<Int32>) { found += cells.filter { $0 >= 0 }.map { Int($0) } }
        if need == .crowdedA { add(state.meetings(of: place.a, slot: place.slot)) }
        if need == .crowdedB { add(state.meetings(of: place.b, slot: place.slot)) }
        if need == .interpreter { add(state.interpreted(like: place.meeting, slot: place.slot)) }
        if need == .table {
            for meeting in 0..<problem.meetingCount
            where state.slotOf[meeting] == Int32(place.slot)
                && problem.standHall[meeting] == CompiledProblem.tableNeeded
            {
                found.append(meeting)
            }
        }
        // The closure must not hold the board: copying it costs more than sorting.
        let weight = problem.weight
        return found.sorted { (weight[$0], $0) < (weight[$1], $1) }
    }

    /// Places the meeting, then everything taken out for it.
    private mutating func seat(_ place: SlotPlace, isInterpreterAdded: Bool) -> Bool {
        let mark = journal.count
        let out = journal.filter { $0.slot >= 0 }.map(\.meeting)
        let isDone =
            put(place, isInterpreterAdded: isInterpreterAdded) && out.allSatisfy { settle($0) }
            && keepsFairness()
        if !isDone { undo(to: mark) }
        return isDone
    }

    /// Puts a meeting that was taken out into its first free slot.
    private mutating func settle(_ meeting: Int) -> Bool {
        for slot in state.slots({ state.openSlots(meeting, day: $0) })
        where state.respectsOrder(meeting, slot: slot) && state.place(meeting, slot: slot) {
            journal.append(Entry(meeting: meeting, slot: -1, hall: 0, interpreter: 0))
            return true
        }
        return false
    }

    private mutating func put(_ place: SlotPlace, isInterpreterAdded: Bool) -> Bool {
        guard !state.isFull(place.a, slot: place.slot), !state.isFull(place.b, slot: place.slot) else {
            return false
        }
        if isInterpreterAdded {
            guard let hall = state.hall(for: place.meeting, slot: place.slot) else { return false }
            state.place(place.meeting, slot: place.slot, hall: hall, interpreter: -1)
        } else {
            guard state.place(place.meeting, slot: place.slot) else { return false }
        }
        journal.append(Entry(meeting: place.meeting, slot: -1, hall: 0, interpreter: 0))
        return true
    }

    private mutating func takeOut(_ meeting: Int) {
        journal.append(
            Entry(
                meeting: meeting,
                slot: state.slotOf[meeting],
                hall: state.hallOf[meeting],
                interpreter: state.interpreterOf[meeting]
            )
        )
        state.remove(meeting)
    }

    private mutating func undo(to mark: Int) {
        while journal.count > mark, let entry = journal.popLast() {
            if entry.slot < 0 {
                state.remove(entry.meeting)
            } else {
                state.place(
                    entry.meeting,
                    slot: Int(entry.slot),
                    hall: entry.hall,
                    interpreter: entry.interpreter
                )
            }
        }
    }

    // MARK: - Fairness

    /// Whether differences in breaks stay within the limit, if there is one, also with one more meeting.
    /// - Complexity: O(participants × days) with a limit.
    func keepsFairness(adding place: SlotPlace? = nil) -> Bool {
        guard let fairness else { return true }
        let breaks = (0..<problem.participantCount).map { participant in
            let own = state.breaks(of: participant)
            guard let place, participant == place.a || participant == place.b else { return own }
            let day = Int(problem.dayOfSlot[place.slot])
            let bit = UInt64(problem.bitOfSlot[place.slot])
            return own + state.gapChange(participant, day: day, bit: bit, adding: true).breaks
        }
        return (breaks.max() ?? 0) - (breaks.min() ?? 0) <= fairness
    }
}

/// Exchanges two slots of a day for one participant's meeting and all that this pushes out, along an alternating path (a
/// Kempe chain of the edge colouring): everyone keeps as many meetings as before.
///
/// Puts everything back when a rule stands in the way. - Complexity: O(length of the path).
struct SlotExchange: Sendable {
    /// Longer paths are hardly ever open.
    static let longest = 24

    private struct Step {
        var meeting: Int32
        var slot: Int32
        var hall: Int32
        var interpreter: Int32
    }

    private var path: [Step] = []
    /// Meeting → the number of the last exchange it was part of; numbers may begin anew after two thousand million.
    private var seen: [Int32]
    private var number: Int32 = 0

    init(meetingCount: Int) { seen = [Int32](repeating: 0, count: meetingCount) }

    /// Moves one of a participant's meetings from a slot to another of the day.
    /// - Parameter kept: a participant that must not get a meeting in `from` by this, -1 for nobody.
    /// - Returns: false, with nothing changed, when the path is not open.
    mutating func move(_ participant: Int, from: Int, to: Int, kept: Int = -1, in state: inout SearchState)
        -> Bool
    {
        path.removeAll(keepingCapacity: true)
        number &+= 1
        guard let first = member(participant, from, to, state) else { return false }
        append(first, from, state)
        let other = Self.otherSide(first, than: participant, state)
        guard follow(other, from, to, kept: kept, state), follow(participant, from, to, kept: kept, state)
        else {
            return false
        }
        return shift(from, to, in: &state)
    }

    /// Puts back what the last successful `move` moved.
    mutating func undo(in state: inout SearchState) {
        for step in path { state.remove(Int(step.meeting)) }
        restore(&state)
    }

    /// Follows one end: whoever is full in the slot it gets a meeting in passes one of its own to the other slot.
    private mutating func follow(_ start: Int, _ from: Int, _ to: Int, kept: Int, _ state: SearchState)
        -> Bool
    {
        var side = start
        var (here, there) = (from, to)
        while state.isFull(side, there), !isLeaving(side, there, state) {
            guard path.count < Self.longest, let next = member(side, there, here, state) else { return false }
            append(next, there, state)
            swap(&here, &there)
            side = Self.otherSide(next, than: side, state)
        }
        return there != from || side != kept
    }

    private func isLeaving(_ participant: Int, _ slot: Int, _ state: SearchState) -> Bool {
        state.meetings(of: participant, slot: slot).contains { $0 >= 0 && seen[Int($0)] == number }
    }

    @inline(__always)
    private static func otherSide(_ meeting: Int, than side: Int, _ state: SearchState) -> Int {
        let a = Int(state.problem.sideA[meeting])
        return a == side ? Int(state.problem.sideB[meeting]) : a
    }

    /// A meeting of the participant in a slot that the problem would allow in the other and that is not yet in the path.
    private func member(_ participant: Int, _ slot: Int, _ target: Int, _ state: SearchState) -> Int? {
        let problem = state.problem
        let day = Int(problem.dayOfSlot[target])
        let bit: UInt64 = 1 << UInt64(problem.bitOfSlot[target])
        for cell in state.meetings(of: participant, slot: slot) where cell >= 0 {
            let meeting = Int(cell)
            let isAllowed = problem.allowed[meeting * problem.dayCount + day] & bit != 0
            if isAllowed, seen[meeting] != number, !problem.isOrdered(meeting) { return meeting }
        }
        return nil
    }

    private mutating func append(_ meeting: Int, _ slot: Int, _ state: SearchState) {
        seen[meeting] = number
        path.append(
            Step(
                meeting: Int32(meeting),
                slot: Int32(slot),
                hall: state.hallOf[meeting],
                interpreter: state.interpreterOf[meeting]
            )
        )
    }

    private mutating func shift(_ from: Int, _ to: Int, in state: inout SearchState) -> Bool {
        for step in path { state.remove(Int(step.meeting)) }
        for (index, step) in path.enumerated() {
            let target = Int(step.slot) == from ? to : from
            if state.isOpen(Int(step.meeting), slot: target), state.place(Int(step.meeting), slot: target) {
                continue
            }
            for done in path[..<index] { state.remove(Int(done.meeting)) }
            restore(&state)
            return false
        }
        return true
    }

    private func restore(_ state: inout SearchState) {
        for step in path {
            state.place(
                Int(step.meeting),
                slot: Int(step.slot),
                hall: step.hall,
                interpreter: step.interpreter
            )
        }
    }
}

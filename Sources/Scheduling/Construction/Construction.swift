/// Builds a first valid programme: the meetings that are worth most for what they take, each in the slot that tears the
/// smallest gaps.
enum Construction {
    /// - Parameter bound: its prices say what each meeting takes from the others.
    static func programme(_ problem: CompiledProblem, bound: WeightBound) -> SearchState {
        var state = SearchState(problem)
        let worth = (0..<problem.meetingCount).map { bound.reducedWeight($0) }
        let order = (0..<problem.meetingCount).sorted { left, right in
            if problem.required[left] != problem.required[right] { return problem.required[left] }
            if worth[left] != worth[right] { return worth[left] > worth[right] }
            return left < right
        }
        for meeting in order { place(meeting, in: &state) }
        return state
    }

    private static func place(_ meeting: Int, in state: inout SearchState) {
        guard state.isBelowLimits(meeting) else { return }
        let problem = state.problem
        let a = Int(problem.sideA[meeting])
        let b = Int(problem.sideB[meeting])
        var slots: [(cost: Int, slot: Int)] = []
        for day in 0..<problem.dayCount {
            var open = state.openSlots(meeting, day: day)
            while open != 0 {
                let bit = UInt64(open.trailingZeroBitCount)
                open &= open - 1
                let one = state.gapChange(a, day: day, bit: bit, adding: true)
                let other = state.gapChange(b, day: day, bit: bit, adding: true)
                let cost = 4 * (one.breaks + other.breaks) + one.idle + other.idle
                slots.append((cost, Int(problem.firstSlotOfDay[day]) + Int(bit)))
            }
        }
        slots.sort { ($0.cost, $0.slot) < ($1.cost, $1.slot) }
        for (_, slot) in slots where state.respectsOrder(meeting, slot: slot) {
            if state.place(meeting, slot: slot) { return }
        }
    }
}

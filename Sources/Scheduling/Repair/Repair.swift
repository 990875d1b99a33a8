/// Makes a programme keep the hard limit on the difference in breaks, at the price of weight.
enum Repair {
    static func respectingFairness(_ start: SearchState, limit: Int?) -> SearchState {
        guard let limit else { return start }
        var state = start
        while let worst = worstParticipant(state, over: limit) {
            guard let meeting = edgeMeeting(of: worst, in: state) else { return state }
            state.remove(meeting)
        }
        return state
    }

    /// A participant whose breaks exceed the smallest number of anyone's by more than the limit.
    private static func worstParticipant(_ state: SearchState, over limit: Int) -> Int? {
        let breaks = (0..<state.problem.participantCount).map { state.breaks(of: $0) }
        guard let least = breaks.min() else { return nil }
        guard let worst = breaks.indices.max(by: { breaks[$0] < breaks[$1] }) else { return nil }
        return breaks[worst] - least > limit ? worst : nil
    }

    /// The last removable meeting of a day that has a break: taking days apart from the end always ends.
    private static func edgeMeeting(of participant: Int, in state: SearchState) -> Int? {
        let problem = state.problem
        for slot in (0..<problem.slotCount).reversed() {
            let day = Int(problem.dayOfSlot[slot])
            guard Gaps(state.busy[participant * problem.dayCount + day]).breaks > 0 else { continue }
            for cell in state.meetings(of: participant, slot: slot) where cell >= 0 {
                if !problem.required[Int(cell)], state.isRemovable(Int(cell)) { return Int(cell) }
            }
        }
        return nil
    }
}

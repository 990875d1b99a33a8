/// What the search counts a placed meeting for.
struct MeetingWorth {
    let values: [Int]

    /// Weight; for a required meeting more than all weights together; and if what was placed goes first, the weight of a
    /// meeting that was placed counts for more than the weight of all others together.
    init(_ problem: CompiledProblem, previous: PreviousProgramme, keepsBeforeAdding: Bool) {
        let meetings = 0..<problem.meetingCount
        let weights = meetings.map { Int(problem.weight[$0]) }
        let added = meetings.reduce(0) { $0 + (previous.slot[$1] < 0 ? weights[$1] : 0) }
        let old = weights.reduce(0, +) - added
        let most = Int.max / 8 / max(1, problem.meetingCount) / max(1, old + added)
        let factor = keepsBeforeAdding ? min(added + 1, max(1, most)) : 1
        let base = meetings.map { previous.slot[$0] < 0 ? weights[$0] : weights[$0] * factor }
        let sum = min(base.reduce(1, +), Int.max / 8 / max(1, problem.meetingCount))
        values = meetings.map { base[$0] + (problem.required[$0] ? sum : 0) }
    }
}

/// Gives each meeting held one of its days, so that hardly anyone has more on a day than its free slots.
///
/// Meetings with the fewest days come first, each on the day where its sides have the most room.
///
/// - Complexity: O(meetings × days).
struct DaySpread {
    /// Meeting → its day, the first for one that is not held; -1 where there is no slot for it.
    private(set) var dayOf: [Int32]
    /// Participant and day → what is left of its free slots, negative where it has too many meetings.
    private var room: [Double]

    init(_ problem: CompiledProblem, resources: DayResources, held: (Int) -> Bool) {
        let days = problem.dayCount
        dayOf = [Int32](repeating: -1, count: problem.meetingCount)
        room = Array(resources.capacity[..<resources.limitBase])
        var byDayCount = [[(meeting: Int, days: [Int])]](repeating: [], count: days + 1)
        for meeting in 0..<problem.meetingCount {
            let own = (0..<days).filter { problem.allowed[meeting * days + $0] != 0 }
            guard let first = own.first else { continue }
            dayOf[meeting] = Int32(first)
            if held(meeting) { byDayCount[own.count].append((meeting, own)) }
        }
        for (meeting, own) in byDayCount.joined() {
            let a = Int(problem.sideA[meeting]) * days
            let b = Int(problem.sideB[meeting]) * days
            var best = own[0]
            for day in own where min(room[a + day], room[b + day]) > min(room[a + best], room[b + best]) {
                best = day
            }
            dayOf[meeting] = Int32(best)
            room[a + best] -= 1
            room[b + best] -= 1
        }
    }
}

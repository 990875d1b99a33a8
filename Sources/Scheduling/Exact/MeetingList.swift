/// A meeting list that must be placed whole, as the clauses need it: who meets when, and who could change places.
struct MeetingList: Sendable {
    let problem: CompiledProblem
    let fairness: Int?
    /// Participant → its meetings.
    let meetings: [[Int]]
    /// Meeting → slots it can be in, in time order.
    let options: [[Int]]
    /// Participant → slots in which it can meet.
    let rows: [[Int]]
    /// Whether every meeting takes a table, so that those busy in a slot are twice the tables taken.
    let isAllSeated: Bool

    init(_ problem: CompiledProblem, fairness: Int?) {
        self.problem = problem
        self.fairness = fairness
        var meetings = [[Int]](repeating: [], count: problem.participantCount)
        for meeting in 0..<problem.meetingCount {
            meetings[Int(problem.sideA[meeting])].append(meeting)
            meetings[Int(problem.sideB[meeting])].append(meeting)
        }
        self.meetings = meetings
        let allowed = (0..<problem.meetingCount).map { meeting in
            (0..<problem.slotCount).filter { slot in
                let word = problem.allowed[meeting * problem.dayCount + Int(problem.dayOfSlot[slot])]
                return word & (1 << UInt64(problem.bitOfSlot[slot])) != 0
            }
        }
        let options = Self.tightened(allowed, problem, meetings)
        self.options = options
        rows = meetings.map { own in
            var isPossible = [Bool](repeating: false, count: problem.slotCount)
            for meeting in own { for slot in options[meeting] { isPossible[slot] = true } }
            return isPossible.indices.filter { isPossible[$0] }
        }
        isAllSeated = problem.standHall.allSatisfy { $0 == CompiledProblem.tableNeeded }
    }

    /// Leaves out slots before a predecessor's first and after a follower's last, and those that another meeting of the
    /// same participant must have.
    private static func tightened(
        _ allowed: [[Int]],
        _ problem: CompiledProblem,
        _ meetings: [[Int]]
    ) -> [[Int]] {
        var options = allowed
        var isChanged = true
        // A meeting without a slot is hopeless: then nothing more need follow.
        while isChanged, !options.contains(where: \.isEmpty) {
            isChanged = false
            func keep(_ meeting: Int, where isPossible: (Int) -> Bool) {
                let left = options[meeting].filter(isPossible)
                if left.count < options[meeting].count {
                    options[meeting] = left
                    isChanged = true
                }
            }
            for meeting in options.indices {
                for earlier in problem.after[meeting].map({ Int($0) }) {
                    let first = options[earlier].first ?? .max
                    let last = options[meeting].last ?? .min
                    keep(meeting) { $0 > first }
                    keep(earlier) { $0 < last }
                }
                guard options[meeting].count == 1, let slot = options[meeting].first else { continue }
                for side in [problem.sideA[meeting], problem.sideB[meeting]] {
                    for other in meetings[Int(side)] where other != meeting { keep(other) { $0 != slot } }
                }
            }
        }
        return options
    }

    /// Whether someone has a meeting without a slot or more meetings than slots.
    var isHopeless: Bool {
        options.contains(where: \.isEmpty) || zip(meetings, rows).contains { $0.count > $1.count }
    }

    func tables(in slot: Int) -> Int {
        (0..<problem.hallCount).reduce(0) { $0 + Int(problem.tables[$1 * problem.slotCount + slot]) }
    }

    /// The first and the last slot a meeting can be in.
    func span(of meeting: Int) -> (first: Int, last: Int) {
        (options[meeting].first ?? 0, options[meeting].last ?? 0)
    }

    func other(_ meeting: Int, than participant: Int) -> Int {
        Int(problem.sideA[meeting]) == participant ? Int(problem.sideB[meeting]) : Int(problem.sideA[meeting])
    }

    /// Pairs of meetings of which the first can be asked to be earlier: exchanging two participants who meet the same
    /// others in the same slots makes a programme of the same value.
    var exchangeable: [(earlier: Int, later: Int)] {
        var groups: [[Int]: Int] = [:]
        var result: [(earlier: Int, later: Int)] = []
        for participant in meetings.indices {
            let own = meetings[participant].sorted {
                (other($0, than: participant), $0) < (other($1, than: participant), $1)
            }
            guard let first = own.first, !own.contains(where: problem.isOrdered) else { continue }
            let key = own.flatMap { meeting in
                [other(meeting, than: participant), Int(problem.standHall[meeting]), options[meeting].count]
                    + options[meeting]
            }
            if let previous = groups[key] { result.append((previous, first)) }
            groups[key] = first
        }
        return result
    }

    /// Meetings of one participant that take tables.
    struct TableGroup {
        let participant: Int
        let meetings: [Int]
    }

    /// Each meeting that takes a table with one of its sides, the side with most of those left first.
    var tableGroups: [TableGroup] {
        var isLeft = problem.standHall.map { $0 == CompiledProblem.tableNeeded }
        var groups: [TableGroup] = []
        while true {
            let counts = meetings.map { own in own.count { isLeft[$0] } }
            guard let most = counts.indices.max(by: { (counts[$0], -$0) < (counts[$1], -$1) }),
                counts[most] > 0
            else { return groups }
            let own = meetings[most].filter { isLeft[$0] }
            groups.append(TableGroup(participant: most, meetings: own))
            for meeting in own { isLeft[meeting] = false }
        }
    }
}

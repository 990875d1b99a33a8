/// The meeting list that must be placed whole, as clauses: `x[m, s]` says meeting `m` is in slot `s`.
///
/// The problem of Bofill, Coll, Garcia, Giráldez-Cru, Pesant, Suy and Villaret (2022), JAIR 74:263–301, extended to
/// several days and halls. As there, the number of busy slots of each participant is added as an implied constraint.
struct ExactModel: ~Copyable {
    var solver: SATSolver
    private let problem: CompiledProblem
    /// `x[meeting * slotCount + slot]`, 0 where the meeting cannot be.
    private var x: [Int32]
    /// `busy[participant * slotCount + slot]`, 0 where the participant has no possible meeting.
    private var busy: [Int32]
    /// Unary count of all breaks; `total[j]`: more than `j`.
    private(set) var total: [Int32] = []
    private let fairness: Int?

    init?(_ problem: CompiledProblem, fairness: Int?) {
        guard let solver = SATSolver() else { return nil }
        self.solver = solver
        self.problem = problem
        self.fairness = fairness
        x = [Int32](repeating: 0, count: problem.meetingCount * problem.slotCount)
        busy = [Int32](repeating: 0, count: problem.participantCount * problem.slotCount)
        addMeetings()
        addParticipants()
        addTables()
        addOrder()
        addBreaks()
    }

    func isAllowed(_ meeting: Int, _ slot: Int) -> Bool {
        let word = problem.allowed[meeting * problem.dayCount + Int(problem.dayOfSlot[slot])]
        return word & (1 << UInt64(problem.bitOfSlot[slot])) != 0
    }

    private mutating func addMeetings() {
        for meeting in 0..<problem.meetingCount {
            var options: [Int32] = []
            for slot in 0..<problem.slotCount where isAllowed(meeting, slot) {
                let literal = solver.variable()
                x[meeting * problem.slotCount + slot] = literal
                options.append(literal)
            }
            solver.add(options)
            Cardinality.atMostOne(options, in: &solver)
        }
    }

    /// `busy[p, s]` is whether exactly one of the participant's meetings is in the slot; their number is known.
    private mutating func addParticipants() {
        var meetings = [[Int]](repeating: [], count: problem.participantCount)
        for meeting in 0..<problem.meetingCount {
            meetings[Int(problem.sideA[meeting])].append(meeting)
            meetings[Int(problem.sideB[meeting])].append(meeting)
        }
        for participant in 0..<problem.participantCount where !meetings[participant].isEmpty {
            var row: [Int32] = []
            for slot in 0..<problem.slotCount {
                let options = meetings[participant].map { x[$0 * problem.slotCount + slot] }.filter {
                    $0 != 0
                }
                guard !options.isEmpty else { continue }
                let literal = solver.variable()
                busy[participant * problem.slotCount + slot] = literal
                row.append(literal)
                for option in options { solver.add([-option, literal]) }
                solver.add([-literal] + options)
                Cardinality.atMostOne(options, in: &solver)
            }
            let count = meetings[participant].count
            guard count <= row.count else {
                solver.add([])
                return
            }
            let counted = Cardinality.outputs(row, limit: row.count, isExact: true, in: &solver)
            solver.add([counted[count - 1]])
            if count < counted.count { solver.add([-counted[count]]) }
        }
    }

    private mutating func addTables() {
        for slot in 0..<problem.slotCount {
            let seated = (0..<problem.meetingCount).filter {
                problem.standHall[$0] == CompiledProblem.tableNeeded
            }
            .map { x[$0 * problem.slotCount + slot] }.filter { $0 != 0 }
            let tables = (0..<problem.hallCount).reduce(0) {
                $0 + Int(problem.tables[$1 * problem.slotCount + slot])
            }
            Cardinality.atMost(tables, of: seated, in: &solver)
        }
    }

    /// `before[m, s]` (in a slot up to `s`) is a prefix of `x`; a later meeting needs its predecessor before it.
    private mutating func addOrder() {
        guard problem.hasOrder else { return }
        for meeting in 0..<problem.meetingCount {
            for earlier in problem.after[meeting] {
                var known: Int32 = 0
                for slot in 0..<problem.slotCount {
                    let literal = x[meeting * problem.slotCount + slot]
                    if literal != 0 { solver.add(known == 0 ? [-literal] : [-literal, known]) }
                    let option = x[Int(earlier) * problem.slotCount + slot]
                    guard option != 0 else { continue }
                    let next = solver.variable()
                    solver.add(known == 0 ? [-next, option] : [-next, option, known])
                    known = next
                }
            }
        }
    }

    /// A run starts where a meeting is and none was in the slot before on the day; breaks are runs less one a day.
    private mutating func addBreaks() {
        var all: [Int32] = []
        var unary: [[Int32]] = []
        for participant in 0..<problem.participantCount {
            var own: [Int32] = []
            for day in 0..<problem.dayCount { own += breaks(participant, day: day) }
            all += own
            if fairness != nil {
                unary.append(Cardinality.outputs(own, limit: own.count, isExact: true, in: &solver))
            }
        }
        total = Cardinality.outputs(all, limit: min(all.count, 64), isExact: false, in: &solver)
        addFairness(unary)
    }

    /// Literals that are true for each break of the participant's day: a run starts although one started before.
    private mutating func breaks(_ participant: Int, day: Int) -> [Int32] {
        var result: [Int32] = []
        var seen: Int32 = 0
        var previous: Int32 = 0
        let first = Int(problem.firstSlotOfDay[day])
        for slot in first..<first + Int(problem.lengthOfDay[day]) {
            let here = busy[participant * problem.slotCount + slot]
            if here != 0, seen != 0, previous == 0 || previous != seen {
                // A break ends here: busy now, not just before, but earlier.
                let literal = solver.variable()
                var clause = [literal, -here, -seen]
                solver.add([-literal, here])
                solver.add([-literal, seen])
                if previous != 0 {
                    clause.append(previous)
                    solver.add([-literal, -previous])
                }
                solver.add(clause)
                result.append(literal)
            }
            if here != 0 {
                if seen == 0 {
                    seen = here
                } else {
                    let next = solver.variable()
                    solver.add([-next, here, seen])
                    solver.add([next, -here])
                    solver.add([next, -seen])
                    seen = next
                }
            }
            previous = here
        }
        return result
    }

    /// If anyone has more than `j + fairness` breaks, everyone has more than `j`.
    private mutating func addFairness(_ unary: [[Int32]]) {
        guard let fairness, let most = unary.map(\.count).max() else { return }
        for level in 0..<max(0, most - fairness) {
            let everyone = solver.variable()
            for counted in unary {
                solver.add(level < counted.count ? [-everyone, counted[level]] : [-everyone])
                if level + fairness < counted.count { solver.add([-counted[level + fairness], everyone]) }
            }
        }
    }

    /// The slot of each meeting in the solver's model.
    func slots() -> [Int] {
        (0..<problem.meetingCount).map { meeting in
            (0..<problem.slotCount).first { slot in
                let literal = x[meeting * problem.slotCount + slot]
                return literal != 0 && solver.isTrue(literal)
            } ?? -1
        }
    }
}

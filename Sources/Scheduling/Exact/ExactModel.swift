/// The meeting list that must be placed whole, as clauses: `x[m, s]` says that meeting `m` is in slot `s`.
///
/// The problem of Bofill, Coll, Garcia, Giráldez-Cru, Pesant, Suy and Villaret (2022), JAIR 74:263–301, extended to
/// several days and halls. As there, what follows from the number of each participant's meetings is added.
///
/// - Complexity: O(meetings × slots + Σ slots × meetings of a participant + slots × participants × tables) clauses.
struct ExactModel: ~Copyable {
    var solver: SATSolver
    let list: MeetingList
    /// `x[meeting * slotCount + slot]`, false where the meeting cannot be.
    private(set) var x: [Int32]
    /// `until[meeting * slotCount + slot]`: the meeting is in the slot or an earlier one.
    private var until: [Int32]
    /// `busy[participant * slotCount + slot]`.
    private(set) var busy: [Int32]
    /// `hasBegun[participant * slotCount + slot]`: some meeting is in the slot or an earlier one; `hasEnded`: all are.
    private var hasBegun: [Int32] = []
    private var hasEnded: [Int32] = []
    /// Participant → unary count of its breaks: `breaks[participant][j]`: more than `j`.
    private(set) var breaks: [[Int32]] = []

    /// - Parameter withSides: Also say what follows for one side of a meeting from the other (`addSides`).
    init?(_ list: MeetingList, withSides: Bool, options: [(name: String, value: Int32)]) {
        guard let solver = SATSolver(options: options) else { return nil }
        self.solver = solver
        self.list = list
        let slots = list.problem.slotCount
        x = [Int32](repeating: -SATSolver.truth, count: list.problem.meetingCount * slots)
        until = x
        busy = [Int32](repeating: -SATSolver.truth, count: list.problem.participantCount * slots)
        hasBegun = busy
        hasEnded = busy
        guard !list.isHopeless else {
            self.solver.add([])
            return
        }
        addMeetings()
        for participant in list.meetings.indices { addParticipant(participant) }
        addTables()
        addOrder()
        if withSides { addSides() }
        addFairness()
    }

    private mutating func addMeetings() {
        let slots = list.problem.slotCount
        for (meeting, options) in list.options.enumerated() {
            let literals = options.map { _ in solver.variable() }
            for (slot, literal) in zip(options, literals) { x[meeting * slots + slot] = literal }
            let counted = Cardinality.exactlyOne(literals, in: &solver)
            var taken = 0
            for slot in 0..<slots {
                if taken < options.count, options[taken] == slot { taken += 1 }
                until[meeting * slots + slot] = counted[taken]
            }
        }
    }

    /// `busy[p, s]` is whether exactly one of the participant's meetings is in the slot; their number is known.
    private mutating func addParticipant(_ participant: Int) {
        let own = list.meetings[participant]
        guard !own.isEmpty else {
            breaks.append([])
            return
        }
        let slots = list.problem.slotCount
        var row: [Int32] = []
        for slot in list.rows[participant] {
            let options = own.map { x[$0 * slots + slot] }.filter { $0 != -SATSolver.truth }
            let literal = solver.variable()
            busy[participant * slots + slot] = literal
            row.append(literal)
            for option in options { solver.add([-option, literal]) }
            solver.add([-literal] + options)
            Cardinality.atMostOne(options, in: &solver)
        }
        let counted = Cardinality.exactly(own.count, of: row, in: &solver)
        var taken = 0
        for slot in 0..<slots {
            if taken < row.count, list.rows[participant][taken] == slot { taken += 1 }
            hasBegun[participant * slots + slot] = counted[taken][1]
            hasEnded[participant * slots + slot] = counted[taken][own.count]
        }
        addWindows(participant, counted)
        let ends = breakEnds(participant, counted)
        let outputs = Cardinality.outputs(ends, limit: ends.count, isExact: true, in: &solver)
        breaks.append(outputs)
        if let first = outputs.first { addUnbroken(participant, counted, unless: first) }
    }

    /// A meeting has its predecessor in an earlier slot; of two participants who could change places one goes first.
    private mutating func addOrder() {
        for meeting in list.options.indices {
            for earlier in list.problem.after[meeting] { addOrder(Int(earlier), before: meeting) }
        }
        for pair in list.exchangeable { addOrder(pair.earlier, before: pair.later) }
    }

    /// A meeting held means that both sides have begun; one side with all held means that the meeting is, and thus that the
    /// other side has begun.
    ///
    /// All this follows from the counters, but only along chains as long as the day.
    private mutating func addSides() {
        let slots = list.problem.slotCount
        for meeting in list.options.indices {
            let sides = [Int(list.problem.sideA[meeting]), Int(list.problem.sideB[meeting])]
            for slot in 0..<slots {
                let isHeld = until[meeting * slots + slot]
                for (one, other) in [(sides[0], sides[1]), (sides[1], sides[0])] {
                    solver.add([-hasEnded[one * slots + slot], hasBegun[other * slots + slot]])
                    solver.add([-isHeld, hasBegun[one * slots + slot]])
                    solver.add([isHeld, -hasEnded[one * slots + slot]])
                }
            }
        }
    }

    private mutating func addOrder(_ earlier: Int, before later: Int) {
        let slots = list.problem.slotCount
        solver.add([-until[later * slots]])
        for slot in 1..<slots {
            solver.add([-until[later * slots + slot], until[earlier * slots + slot - 1]])
        }
    }

    /// If anyone has more than `j + fairness` breaks, everyone has more than `j`.
    private mutating func addFairness() {
        guard let fairness = list.fairness, let most = breaks.map(\.count).max() else { return }
        for level in 0..<max(0, most - fairness) {
            let everyone = solver.variable()
            for counted in breaks {
                solver.add(level < counted.count ? [-everyone, counted[level]] : [-everyone])
                if level + fairness < counted.count { solver.add([-counted[level + fairness], everyone]) }
            }
        }
    }

    /// The slot of each meeting in the solver's model.
    func slots() -> [Int] {
        let slots = list.problem.slotCount
        return list.options.enumerated().map { meeting, options in
            options.first { solver.isTrue(x[meeting * slots + $0]) } ?? -1
        }
    }
}

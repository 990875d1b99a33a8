/// The linear relaxation of a problem without its days: a meeting is held or not, and a participant has its limit or its
/// free slots of all days together, whichever is less.
///
/// It has a row for a participant and a column for a meeting, a tenth of the relaxation by day (`DayRelaxation`), and its
/// best is nearly always as good: mostly who meets whom is scarce, not when. Where the days do not bind it is already the
/// solution of that relaxation, and elsewhere a start a few steps from it.
struct WholeRelaxation {
    private let problem: CompiledProblem
    /// Participant → the most meetings it can have.
    let capacity: [Double]
    /// Participant → whether the most is its limit, not its free slots.
    let isLimited: [Bool]
    /// Participant → its row; -1 where it asks for no more than it can have.
    private(set) var rowOf: [Int32]
    /// Meeting → its column; -1 where there is no slot for it.
    private(set) var columnOf: [Int32]
    private var programme = LinearProgram()

    init(_ problem: CompiledProblem, resources: DayResources) {
        self.problem = problem
        let days = problem.dayCount
        let slots = (0..<problem.participantCount).map { participant in
            resources.capacity[participant * days..<(participant + 1) * days].reduce(0, +)
        }
        let limits = resources.capacity[resources.limitBase..<resources.tableBase]
        capacity = zip(limits, slots).map { min($0, $1) }
        isLimited = zip(limits, slots).map { $0 <= $1 }
        rowOf = [Int32](repeating: -1, count: problem.participantCount)
        columnOf = [Int32](repeating: -1, count: problem.meetingCount)
        let possible = (0..<problem.meetingCount).filter { meeting in
            (0..<days).contains { problem.allowed[meeting * days + $0] != 0 }
        }
        addRows(possible)
        for meeting in possible {
            columnOf[meeting] = Int32(programme.columnCount)
            programme.addColumn(
                weight: Double(problem.weight[meeting]),
                atLeast: problem.required[meeting] ? 1 : 0,
                rows: [problem.sideA[meeting], problem.sideB[meeting]].map { rowOf[Int($0)] }.filter {
                    $0 >= 0
                }
            )
        }
    }

    private mutating func addRows(_ meetings: [Int]) {
        var demand = [Double](repeating: 0, count: capacity.count)
        for meeting in meetings {
            demand[Int(problem.sideA[meeting])] += 1
            demand[Int(problem.sideB[meeting])] += 1
        }
        for participant in capacity.indices where demand[participant] > capacity[participant] {
            rowOf[participant] = programme.addRow(capacity: capacity[participant])
        }
    }

    /// - Returns: nil when cancelled, or when the required meetings cannot all be held.
    func solved(isCancelled: () -> Bool) -> LinearProgram.Solution? {
        programme.solved(from: heaviestFirst, by: .primal, isCancelled: isCancelled)
    }

    /// Takes required meetings, then the heaviest, as long as both sides have room.
    private var heaviestFirst: LinearProgram.Basis {
        var basis = programme.emptyBasis
        var left = capacity
        let order = columnOf.indices.filter { columnOf[$0] >= 0 }.sorted {
            let (one, other) = (problem.required[$0], problem.required[$1])
            return one == other ? (-problem.weight[$0], $0) < (-problem.weight[$1], $1) : one
        }
        for meeting in order {
            let sides = [Int(problem.sideA[meeting]), Int(problem.sideB[meeting])]
            guard sides.allSatisfy({ left[$0] >= 1 }) else { continue }
            for side in sides { left[side] -= 1 }
            basis.columns[Int(columnOf[meeting])] = .atUpperBound
        }
        return basis
    }
}

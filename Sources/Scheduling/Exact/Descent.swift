/// Makes a programme and takes breaks out of it one by one: all claims that hold in it are kept, and one more is tried.
struct Descent {
    /// The slot of each meeting in the best programme so far.
    private(set) var slots: [Int]?
    /// Claims "this participant has at most so many breaks" that do not hold in it and were not tried.
    private var open: [Int32]
    private var held: [Int32] = []
    private let claims: [Int32]

    /// Conflicts for each claim tried.
    private static let conflictsPerTry = 200

    init(_ claims: [Int32]) {
        self.claims = claims
        open = claims
    }

    /// - Returns: `.satisfiable` when no claim is left to try, `.unsatisfiable` when there is no programme, `.stopped` when
    ///   the slice is used up.
    mutating func run(_ model: inout ExactModel, conflicts: Int, isStopped: () -> Bool) -> SATSolver.Answer {
        if slots == nil {
            let answer = model.solver.solve(assuming: [], conflicts: conflicts, isStopped: isStopped)
            guard answer == .satisfiable else { return answer }
            keep(model)
            return .stopped
        }
        for _ in 0..<max(1, conflicts / Self.conflictsPerTry) {
            guard let claim = open.popLast() else { return .satisfiable }
            let answer = model.solver.solve(
                assuming: held + [claim],
                conflicts: Self.conflictsPerTry,
                isStopped: isStopped
            )
            if answer == .satisfiable { keep(model) }
        }
        return .stopped
    }

    private mutating func keep(_ model: borrowing ExactModel) {
        slots = model.slots()
        held = claims.filter { model.solver.isTrue($0) }
        open = open.filter { !model.solver.isTrue($0) }
    }
}

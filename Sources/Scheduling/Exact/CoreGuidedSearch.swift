/// The fewest breaks of a meeting list, from below: each set of claims that cannot hold together is worth one break.
///
/// OLL (Andres, Kaufmann, Matheis, Schaub 2012, ICLP; Morgado, Dodaro, Marques-Silva 2014, CP): at first it is claimed that
/// no participant has a break. Of the claims that fail together one is given up: the bound rises by one, a totalizer counts
/// the failed claims that do not hold, and that only one does not becomes a claim in their place.
///
/// The search goes on where it stopped, so it can be run in slices.
struct CoreGuidedSearch: ~Copyable {
    enum Outcome: Equatable {
        /// The slice is used up, or the search was stopped.
        case open
        /// No programme exists.
        case infeasible
        /// The last programme has as many breaks as the bound says.
        case optimal
    }

    var model: ExactModel
    /// Proven least number of breaks.
    private(set) var bound = 0
    /// The slot of each meeting in the last programme found.
    private(set) var slots: [Int]?
    /// Literals assumed to hold; each that does not is worth one break.
    private var claims: [Int32] = []
    /// Claim → the next weaker one of the same count.
    private var weaker: [Int32: Int32] = [:]
    /// Claims that failed together, not yet counted by a totalizer.
    private var cores: [[Int32]] = []

    /// Conflicts for each claim that may not be needed in a core.
    private static let minimizingConflicts = 100

    init(_ model: consuming ExactModel) {
        self.model = model
        for counted in self.model.breaks { claim(counted) }
    }

    /// The outputs of a counter, as claims from the strongest on.
    private mutating func claim(_ counted: some Collection<Int32>) {
        guard let first = counted.first else { return }
        claims.append(-first)
        for (one, next) in zip(counted, counted.dropFirst()) { weaker[-one] = -next }
    }

    /// Works until one question to the solver takes more than so many conflicts, or the answer is found.
    mutating func run(conflicts: Int, isStopped: () -> Bool) -> Outcome {
        while !isStopped() {
            switch model.solver.solve(assuming: claims, conflicts: conflicts, isStopped: isStopped) {
            case .stopped: return .open
            case .satisfiable:
                slots = model.slots()
                guard !cores.isEmpty else { return .optimal }
                countCores()
            case .unsatisfiable:
                let core = minimal(claims.filter { model.solver.isFailed($0) }, isStopped: isStopped)
                guard !core.isEmpty else { return .infeasible }
                relax(core)
            }
        }
        return .open
    }

    /// A part of the core that still fails, by leaving out one claim after the other.
    private mutating func minimal(_ core: [Int32], isStopped: () -> Bool) -> [Int32] {
        var core = core
        var kept = 0
        while core.count > 1, kept < core.count, !isStopped() {
            var rest = core
            rest.remove(at: core.count - 1 - kept)
            let answer = model.solver.solve(
                assuming: rest,
                conflicts: Self.minimizingConflicts,
                isStopped: isStopped
            )
            if answer == .unsatisfiable {
                core = rest.filter { model.solver.isFailed($0) }
            } else {
                kept += 1
            }
        }
        return core
    }

    /// One of the core's claims does not hold; which counts do not hold either is claimed more weakly.
    private mutating func relax(_ core: [Int32]) {
        bound += 1
        let failed = Set(core)
        claims.removeAll { failed.contains($0) }
        model.solver.add(core.map { -$0 })
        claims += core.compactMap { weaker[$0] }
        if core.count > 1 { cores.append(core) }
    }

    /// Of each core's claims, one at most does not hold; counted late, so that cores without a claim in common come first.
    private mutating func countCores() {
        for core in cores {
            let failed = core.map { -$0 }
            let counted = Cardinality.outputs(failed, limit: core.count, isExact: true, in: &model.solver)
            claim(counted.dropFirst())
        }
        cores = []
    }
}

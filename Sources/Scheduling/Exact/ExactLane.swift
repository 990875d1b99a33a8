/// One of the searches for the same meeting list that run side by side.
protocol ExactLane: AnyObject, Sendable {
    /// Proven least number of breaks.
    var bound: Int { get }
    /// The slot of each meeting in the last programme found.
    var slots: [Int]? { get }
    /// Whether there is no programme.
    var isInfeasible: Bool { get }

    /// - Parameters:
    ///   - known: What any lane had proven of the least number of breaks before the round.
    ///   - conflicts: After so many for one question to its solver the lane's round ends.
    func run(known: Int, conflicts: Int, isStopped: () -> Bool)
}

/// What the solver does otherwise than by default; found by trying.
enum ExactOptions {
    static let common: [(name: String, value: Int32)] = [
        // Few restarts, as for satisfiable problems: most time goes into finding the programme, not into its proof.
        ("stabilizeonly", 1),
        // Clauses come all the time, and eliminated variables would have to come back.
        ("elim", 0),
    ]

    /// First tries that a variable is false: where one guess takes long, the other seldom does.
    static let negative = common + [("phase", 0)]
}

/// Raises the bound from below.
///
/// `@unchecked Sendable`: a round hands each lane to one thread, and nobody else looks at it before the round is over.
final class BoundLane: ExactLane, @unchecked Sendable {
    private var search: CoreGuidedSearch
    private(set) var isInfeasible = false

    init?(_ list: MeetingList) {
        guard let model = ExactModel(list, withSides: true, options: ExactOptions.common) else { return nil }
        search = CoreGuidedSearch(model)
    }

    var bound: Int { search.bound }
    var slots: [Int]? { search.slots }

    func run(known: Int, conflicts: Int, isStopped: () -> Bool) {
        isInfeasible = search.run(conflicts: conflicts, isStopped: isStopped) == .infeasible
    }
}

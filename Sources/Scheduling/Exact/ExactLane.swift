/// One of the searches for the same meeting list that run side by side.
///
/// `@unchecked Sendable`: a round hands each lane to one thread, and nobody else looks at it before the round is over.
final class ExactLane: @unchecked Sendable {
    private var search: CoreGuidedSearch
    private(set) var outcome = CoreGuidedSearch.Outcome.open

    /// How often the solver restarts, and what else sets two lanes apart; found by trying.
    private static let options: [(name: String, value: Int32)] = [
        // Few restarts, as for satisfiable problems: most time goes into finding the programme, not into its proof.
        ("stabilizeonly", 1),
        // Clauses come all the time, and eliminated variables would have to come back.
        ("elim", 0),
    ]

    /// The second lane first tries that a variable is false, the first that it is true.
    private static let secondOptions: [(name: String, value: Int32)] = options + [("phase", 0)]

    /// - Parameter isSecond: The second lane makes a good programme first, then does the same with fewer clauses.
    init?(_ list: MeetingList, isSecond: Bool) {
        let options = isSecond ? Self.secondOptions : Self.options
        guard let model = ExactModel(list, withSides: !isSecond, options: options) else { return nil }
        search = CoreGuidedSearch(model, descends: isSecond)
    }

    var bound: Int { search.bound }
    var slots: [Int]? { search.slots }

    func run(conflicts: Int, isStopped: () -> Bool) {
        outcome = search.run(conflicts: conflicts, isStopped: isStopped)
    }
}

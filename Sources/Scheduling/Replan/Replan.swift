/// A programme after a change, close to the one before, with what is proven about it.
public struct Replan: Sendable, Equatable {
    /// Meeting → its placement, nil when unplaced.
    public var placements: [Placement?]
    /// Meeting → why it is unplaced, nil when placed.
    public var reasons: [UnplacedCause?]
    /// What the programme is worth.
    public var value: SolutionValue
    /// Weight that the programme had before the change.
    public var previousWeight: Int
    /// Proven upper bound on placed weight in the changed problem.
    public var weightBound: Int
    /// Proven lower bound on moves: every valid programme of the changed problem that leaves frozen and locked meetings
    /// alone and places all that this one places moves at least so many meetings to another slot or hall.
    public var movesBound: Int
    /// Required meetings that could not be placed; with any, the programme is not valid.
    public var missingRequired: [Int]
    /// Whether the programme keeps the problem's limit on the difference in breaks.
    public var keepsFairness: Bool
    /// What differs from the programme before.
    public var difference: ReplanDifference
    /// Nodes the search has visited.
    public var steps: Int

    /// Meetings that have another slot or hall than before.
    public var moves: Int { difference.moved.count }
    /// Whether no programme that places the same meetings moves fewer.
    public var hasFewestMoves: Bool { moves == movesBound }

    /// The programme as the engine's other functions take it.
    public var solution: ProgrammeSolution {
        ProgrammeSolution(
            status: missingRequired.isEmpty && keepsFairness ? .feasible : .unknown,
            placements: placements,
            reasons: reasons,
            value: value,
            weightBound: weightBound
        )
    }
}

/// Why there is nothing to replan from.
public enum ReplanError: Error, Equatable, CustomStringConvertible {
    /// The changed problem contradicts itself.
    case problem(ProblemError)
    /// A placement names a slot, hall or interpreter that the problem does not have.
    case unknownPlacement(meeting: Int)
    /// There are more placements than meetings.
    case tooManyPlacements(found: Int, meetings: Int)
    /// A locked meeting is not one of the problem's.
    case unknownLocked(meeting: Int)
    /// A meeting that is over or under way breaks a rule of the changed problem.
    case frozenContradictsProblem(meeting: Int, slot: Int)

    /// The contradiction, in English.
    public var description: String {
        switch self {
        case .problem(let error):
            error.description
        case .unknownPlacement(let meeting):
            "previous[\(meeting)] names a slot, hall or interpreter that the problem does not have"
        case .tooManyPlacements(let found, let meetings):
            "previous has \(found) entries for \(meetings) meetings"
        case .unknownLocked(let meeting):
            "locked names meeting \(meeting), which the problem does not have"
        case .frozenContradictsProblem(let meeting, let slot):
            "meeting \(meeting) in slot \(slot) is frozen but breaks a rule of the changed problem; "
                + "let the change begin at the first slot that is not frozen"
        }
    }
}

/// Why a programme is as it is: the unplaced meetings with what would place them, and who is served worst.
public struct ProgrammeExplanation: Sendable, Equatable {
    /// All unplaced meetings, in the order of the problem.
    public var unplaced: [UnplacedMeeting]
    /// Participants with the smallest placed share of what they asked, the worst first.
    public var worstServed: [ParticipantLoad]
    /// Scarce resources, the one of which more is worth most first; empty when not asked for.
    public var scarcities: [Scarcity]
}

extension Scheduler {
    /// Explains a solution of the problem: each unplaced meeting gets its cause and its smallest remedy.
    ///
    /// Where there is no programme there is nothing to explain.
    ///
    /// - Parameters:
    ///   - hasScarcities: Whether to look for scarce resources as well: prices anew, and a trial for each.
    ///   - isCancelled: Asked before each meeting; when it says yes, the rest gets no remedy.
    /// - Throws: `ProblemError` when the problem contradicts itself, or the solution is no programme of it.
    /// - Complexity: O(unplaced meetings × slots × tries) and O(size of the problem) for each trial.
    public static func explanation(
        of solution: ProgrammeSolution,
        in problem: MeetingProblem,
        hasScarcities: Bool = true,
        isCancelled: () -> Bool = { false }
    ) throws(ProblemError) -> ProgrammeExplanation {
        guard solution.status == .optimal || solution.status == .feasible else {
            return ProgrammeExplanation(unplaced: [], worstServed: [], scarcities: [])
        }
        let compiled = try CompiledProblem(problem)
        let state = try SearchState(compiled, checking: solution.placements)
        let loads = ParticipantLoads(problem, placements: solution.placements)
        var explanation = ProgrammeExplanation(
            unplaced: unplaced(problem, state: state, loads: loads, isCancelled: isCancelled),
            worstServed: loads.worst(20, atLeast: 3),
            scarcities: []
        )
        if hasScarcities, !isCancelled() {
            let loose = explanation.unplaced.filter { $0.remedy?.changes.isEmpty ?? false }.map(\.meeting)
            let search = ScarcitySearch(
                problem,
                state: state,
                weightBound: solution.weightBound,
                prices: solution.prices,
                loose: loose
            )
            explanation.scarcities = try search.scarcities(isCancelled: isCancelled)
        }
        return explanation
    }

    private static func unplaced(
        _ problem: MeetingProblem,
        state: SearchState,
        loads: ParticipantLoads,
        isCancelled: () -> Bool
    ) -> [UnplacedMeeting] {
        var search = RemedySearch(problem, state: state)
        return UnplacedExplanation(state, problem).reasons.enumerated().compactMap { meeting, cause in
            guard let cause else { return nil }
            let rivals = state.rivals(of: meeting)
            let weight = rivals.reduce(0) { $0 + problem.meetings[$1].weight }
            return UnplacedMeeting(
                meeting: meeting,
                cause: cause,
                load: cause.participant.map { loads.all[$0] },
                rivals: rivals,
                excess: rivals.isEmpty ? nil : weight - problem.meetings[meeting].weight,
                remedy: isCancelled() ? nil : search.remedy(for: meeting)
            )
        }
    }
}

extension UnplacedCause {
    /// The participant it names.
    var participant: Int? {
        switch self {
        case .limitReached(let participant), .participantFull(let participant): participant
        default: nil
        }
    }
}

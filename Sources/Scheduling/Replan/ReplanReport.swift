/// What a finished replan says of itself.
struct ReplanReport {
    let replan: Replan

    /// - Parameter whole: The changed problem with all its slots, frozen ones too.
    init(_ request: ReplanRequest, whole: CompiledProblem, course: ReplanCourse) {
        let programme = course.search.programme
        let placements = programme.state.placements
        let explanation = UnplacedExplanation(programme.state, request.problem)
        let difference = ReplanDifference(
            from: request.previous,
            to: placements,
            of: request.problem,
            reason: { meeting in
                Self.reason(meeting, programme, whole, cause: explanation.reasons[meeting])
            }
        )
        let weights = request.problem.meetings
        replan = Replan(
            placements: placements,
            reasons: explanation.reasons.enumerated().map { meeting, cause in
                let isTooLate = Self.hasNoSlot(meeting, programme.problem) && !Self.hasNoSlot(meeting, whole)
                return isTooLate && cause != nil ? .noFreeSlotInCommon : cause
            },
            value: programme.state.value,
            previousWeight: request.previous.indices.reduce(0) {
                $0 + (request.previous[$1] == nil ? 0 : weights[$1].weight)
            },
            weightBound: ReplanWeightBound.value(request, whole: whole, programme: programme),
            movesBound: MovesBound(programme).value,
            missingRequired: weights.indices.filter { weights[$0].isRequired && placements[$0] == nil },
            keepsFairness: programme.state.keepsFairness(request.problem.fairness),
            difference: difference,
            steps: course.search.steps
        )
    }

    private static func hasNoSlot(_ meeting: Int, _ problem: CompiledProblem) -> Bool {
        (0..<problem.dayCount).allSatisfy { problem.allowed[meeting * problem.dayCount + $0] == 0 }
    }

    private static func reason(
        _ meeting: Int,
        _ programme: ReplanState,
        _ whole: CompiledProblem,
        cause: UnplacedCause?
    ) -> ReplanDifference.Reason {
        if programme.previous.isLocked[meeting] { return .lockedPlaceGone }
        if hasNoSlot(meeting, programme.problem), !hasNoSlot(meeting, whole) { return .noSlotLeft }
        return .cause(cause ?? .noFreeSlotInCommon)
    }
}

/// A proven upper bound on the weight that any valid programme of the changed problem can place.
enum ReplanWeightBound {
    /// The least of three: the weight of all that can be held at all, the caller's bound, and the Lagrangian bound with
    /// as many steps as cost little.
    static func value(_ request: ReplanRequest, whole: CompiledProblem, programme: ReplanState) -> Int {
        let days = programme.problem.dayCount
        var bound = 0
        for meeting in 0..<programme.problem.meetingCount {
            if programme.mayBeHeld(meeting) || programme.isPlaced(meeting) {
                bound += Int(programme.problem.weight[meeting])
            }
        }
        if let known = request.weightBound { bound = min(bound, known) }
        let options = whole.meetingCount * days
        guard bound > programme.state.placedWeight, request.weightBound == nil || options < 20_000 else {
            return bound
        }
        var lagrangian = WeightBound(whole, resources: DayResources(request.problem, compiled: whole))
        let steps = min(300, 4_000_000 / max(1, options))
        lagrangian.improve(steps: steps, target: programme.state.placedWeight) { false }
        return min(bound, lagrangian.rounded)
    }
}

/// What a state is worth, and how it is handed over.
extension SearchState {
    var value: SolutionValue {
        var value = SolutionValue()
        value.placedWeight = placedWeight
        value.placed = placed
        value.breaks = breaks
        value.idleSlots = idleSlots
        value.hallChanges = hallChanges
        value.worstShare = worstShare
        return value
    }

    /// The smallest placed share of what a participant asked; nil when nobody asked enough.
    /// - Complexity: O(participants).
    var worstShare: Double? {
        problem.askedWeight.indices.filter { problem.askedWeight[$0] > 0 }
            .map { Double(servedWeight[$0]) / Double(problem.askedWeight[$0]) }.min()
    }

    /// By required meetings, weight, breaks, idle slots, changes of hall, the share of the worst served.
    /// - Parameter floor: weight above this counts only when breaks are the same.
    func isBetter(than other: SearchState, floor: Int = .max) -> Bool {
        if missing != other.missing { return missing < other.missing }
        let (weight, least) = (min(placedWeight, floor), min(other.placedWeight, floor))
        if weight != least { return weight > least }
        if floor != .max, breaks != other.breaks { return breaks < other.breaks }
        if placedWeight != other.placedWeight { return placedWeight > other.placedWeight }
        return (breaks, idleSlots, hallChanges, unfairness)
            < (other.breaks, other.idleSlots, other.hallChanges, other.unfairness)
    }

    func breaks(of participant: Int) -> Int {
        (0..<problem.dayCount).reduce(0) { $0 + Gaps(busy[participant * problem.dayCount + $1]).breaks }
    }

    var keepsRequired: Bool { missing == 0 }

    /// Whether nobody has more breaks than somebody else by more than the limit, if there is one.
    /// - Complexity: O(participants × days) with a limit.
    func keepsFairness(_ limit: Int?) -> Bool {
        guard let limit else { return true }
        let breaks = (0..<problem.participantCount).map { self.breaks(of: $0) }
        return (breaks.max() ?? 0) - (breaks.min() ?? 0) <= limit
    }

    var placements: [Placement?] {
        (0..<problem.meetingCount).map { meeting in
            guard slotOf[meeting] >= 0 else { return nil }
            let interpreter = interpreterOf[meeting]
            return Placement(
                slot: Int(slotOf[meeting]),
                hall: hallOf[meeting] >= 0 ? Int(hallOf[meeting]) : nil,
                interpreter: interpreter >= 0 ? Int(problem.interpreterOrder[Int(interpreter)]) : nil
            )
        }
    }
}

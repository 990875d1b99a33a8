/// A programme from outside as a state of the search.
extension SearchState {
    /// - Parameter placements: One for each meeting, nil where it is unplaced.
    /// - Throws: `ProblemError` when a number is out of range or a rule is broken; required meetings, order and the limit on
    ///   the difference in breaks are left to others, since no array depends on them.
    /// - Complexity: O(size of the programme), and O(longest walk) for each meeting where there are walks.
    init(_ problem: CompiledProblem, checking placements: [Placement?]) throws(ProblemError) {
        guard placements.count == problem.meetingCount else {
            throw .wrongCount(field: "placements", expected: problem.meetingCount, found: placements.count)
        }
        self.init(problem)
        var position = [Int32](repeating: -1, count: problem.interpreterCount)
        for (place, index) in problem.interpreterOrder.enumerated() { position[Int(index)] = Int32(place) }
        for (meeting, placement) in placements.enumerated() {
            guard let placement else { continue }
            guard (0..<problem.slotCount).contains(placement.slot),
                placement.hall.map({ (0..<problem.hallCount).contains($0) }) ?? (problem.hallCount == 0),
                placement.interpreter.map(position.indices.contains) ?? true
            else { throw .unknownPlacement(meeting: meeting) }
            let hall = placement.hall.map { Int32($0) } ?? CompiledProblem.placeless
            let interpreter = placement.interpreter.map { position[$0] } ?? -1
            guard canPlace(meeting, slot: placement.slot, hall: hall, interpreter: interpreter) else {
                throw .brokenRule(meeting: meeting, slot: placement.slot)
            }
            place(meeting, slot: placement.slot, hall: hall, interpreter: interpreter)
        }
    }

    /// Whether slot, hall and interpreter fit the meeting and are free.
    private func canPlace(_ meeting: Int, slot: Int, hall: Int32, interpreter: Int32) -> Bool {
        guard isBelowLimits(meeting), isOpen(meeting, slot: slot) else { return false }
        let stand = problem.standHall[meeting]
        guard stand == CompiledProblem.tableNeeded ? hasTable(hall, slot) : hall == stand,
            reaches(Int(problem.sideA[meeting]), hall, slot),
            reaches(Int(problem.sideB[meeting]), hall, slot)
        else { return false }
        let number = Int(problem.interpreterClass[meeting])
        guard number >= 0, interpreter >= 0 else { return number < 0 && interpreter < 0 }
        let word = Int(interpreter) / 64
        let fitting =
            problem.classMembers[number * problem.interpreterWords + word]
            & freeInterpreters[slot * problem.interpreterWords + word]
        return fitting & (1 << UInt64(interpreter % 64)) != 0 && restsEnough(Int(interpreter), with: slot)
    }
}

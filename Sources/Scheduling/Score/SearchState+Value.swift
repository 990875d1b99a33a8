/// What a state is worth, and how it is handed over.
extension SearchState {
    var value: SolutionValue {
        var value = SolutionValue()
        value.placedWeight = placedWeight
        value.placed = placed
        value.breaks = breaks
        value.idleSlots = idleSlots
        value.hallChanges = hallChanges
        return value
    }

    /// Pairs of successive meetings in different halls, over participants with one representative.
    private var hallChanges: Int {
        var changes = 0
        for participant in 0..<problem.participantCount where problem.parallel[participant] == 1 {
            var last: (day: Int32, hall: Int32)?
            for slot in 0..<problem.slotCount {
                guard let meeting = meetings(of: participant, slot: slot).first, meeting >= 0 else {
                    continue
                }
                let hall = hallOf[Int(meeting)]
                let day = problem.dayOfSlot[slot]
                if let last, last.day == day, last.hall != hall { changes += 1 }
                last = (day, hall)
            }
        }
        return changes
    }

    func breaks(of participant: Int) -> Int {
        (0..<problem.dayCount).reduce(0) { $0 + Gaps(busy[participant * problem.dayCount + $1]).breaks }
    }

    var keepsRequired: Bool {
        (0..<problem.meetingCount).allSatisfy { !problem.required[$0] || slotOf[$0] >= 0 }
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

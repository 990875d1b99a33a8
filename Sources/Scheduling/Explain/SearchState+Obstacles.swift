/// What stands in the way of a meeting in one slot of a programme.
extension SearchState {
    /// Whether the participant has as many meetings in the slot as it can hold at once.
    func isFull(_ participant: Int, slot: Int) -> Bool {
        let word = full[participant * problem.dayCount + Int(problem.dayOfSlot[slot])]
        return word & (1 << UInt64(problem.bitOfSlot[slot])) != 0
    }

    /// Slots of a day that are allowed to the meeting and that both sides have free.
    func freeSlots(_ meeting: Int, day: Int) -> UInt64 {
        problem.allowed[meeting * problem.dayCount + day]
            & ~full[Int(problem.sideA[meeting]) * problem.dayCount + day]
            & ~full[Int(problem.sideB[meeting]) * problem.dayCount + day]
    }

    /// All slots of the words that `day` gives, in order.
    func slots(_ words: (Int) -> UInt64) -> [Int] {
        var result: [Int] = []
        for day in 0..<problem.dayCount {
            var word = words(day)
            while word != 0 {
                result.append(Int(problem.firstSlotOfDay[day]) + word.trailingZeroBitCount)
                word &= word - 1
            }
        }
        return result
    }

    /// The obstacles in a slot that both sides have free; empty when the meeting fits there.
    func obstacles(_ meeting: Int, slot: Int) -> UnplacedCause.Obstacles {
        var found: UnplacedCause.Obstacles = []
        if hall(for: meeting, slot: slot) == nil {
            let lacksTable =
                problem.standHall[meeting] == CompiledProblem.tableNeeded && !hasFreeTable(slot)
            found.insert(lacksTable ? .noTable : .walkTooLong)
        }
        if !respectsOrder(meeting, slot: slot) { found.insert(.predecessorTooLate) }
        if problem.interpreterClass[meeting] >= 0, interpreter(for: meeting, slot: slot) < 0 {
            found.insert(
                hasIdleInterpreter(for: meeting, slot: slot) ? .interpretersResting : .interpretersTaken
            )
        }
        return found
    }

    /// Whether a fitting interpreter is available in the slot and serves nobody; it may have to rest.
    private func hasIdleInterpreter(for meeting: Int, slot: Int) -> Bool {
        let words = problem.interpreterWords
        let base = Int(problem.interpreterClass[meeting]) * words
        return (0..<words).contains {
            problem.classMembers[base + $0] & freeInterpreters[slot * words + $0] != 0
        }
    }

    /// Where a placed meeting is, in the numbers of the problem.
    func placement(of meeting: Int) -> Placement? {
        guard slotOf[meeting] >= 0 else { return nil }
        let interpreter = interpreterOf[meeting]
        return Placement(
            slot: Int(slotOf[meeting]),
            hall: hallOf[meeting] >= 0 ? Int(hallOf[meeting]) : nil,
            interpreter: interpreter >= 0 ? Int(problem.interpreterOrder[Int(interpreter)]) : nil
        )
    }
}

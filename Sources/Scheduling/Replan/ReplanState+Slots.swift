/// Where a meeting can go, and what has to give way for it.
extension ReplanState {
    /// Slots that both sides have free, those that cost the fewest moves and breaks first; whether there is an
    /// interpreter is left to `place`.
    func openSlots(_ meeting: Int) -> [Int] {
        guard state.isBelowLimits(meeting) else { return [] }
        let a = Int(problem.sideA[meeting])
        let b = Int(problem.sideB[meeting])
        var found: [(cost: Int, slot: Int)] = []
        for day in 0..<problem.dayCount {
            var open = state.openSlots(meeting, day: day)
            while open != 0 {
                let bit = UInt64(open.trailingZeroBitCount)
                open &= open - 1
                let slot = Int(problem.firstSlotOfDay[day]) + Int(bit)
                guard state.respectsOrder(meeting, slot: slot) else { continue }
                let one = state.gapChange(a, day: day, bit: bit, adding: true)
                let other = state.gapChange(b, day: day, bit: bit, adding: true)
                let move = isOldSlot(slot, of: meeting) ? 0 : 4096
                found.append((move + 8 * (one.breaks + other.breaks) + one.idle + other.idle, slot))
            }
        }
        found.sort { ($0.cost, $0.slot) < ($1.cost, $1.slot) }
        return found.map(\.slot)
    }

    private func isOldSlot(_ slot: Int, of meeting: Int) -> Bool {
        previous.slot[meeting] < 0 || previous.slot[meeting] == Int32(slot)
    }

    /// All slots the problem allows, those with the fewest and most movable meetings in the way first.
    func slotsByHindrance(_ meeting: Int) -> [Int] {
        var found: [(hindrance: Int, slot: Int)] = []
        for day in 0..<problem.dayCount {
            var allowed = problem.allowed[meeting * problem.dayCount + day]
            while allowed != 0 {
                let bit = allowed.trailingZeroBitCount
                allowed &= allowed - 1
                let slot = Int(problem.firstSlotOfDay[day]) + bit
                guard let hindrance = hindrance(meeting, slot: slot) else { continue }
                found.append((hindrance + (isOldSlot(slot, of: meeting) ? 0 : 2), slot))
            }
        }
        found.sort { ($0.hindrance, $0.slot) < ($1.hindrance, $1.slot) }
        return found.map(\.slot)
    }

    /// How hard it is to clear the slot; nil when it cannot be done.
    private func hindrance(_ meeting: Int, slot: Int) -> Int? {
        var sum = 0
        for side in [Int(problem.sideA[meeting]), Int(problem.sideB[meeting])] where isFull(side, slot: slot)
        {
            guard let other = mostMovable(of: side, slot: slot) else { return nil }
            sum += 4 + difficulty(other)
        }
        return sum
    }

    /// New and already moved meetings cost no further move.
    private func difficulty(_ meeting: Int) -> Int {
        let moves = previous.slot[meeting] < 0 || isMoved(meeting) ? 0 : 2
        return moves + (hasOpening(meeting) ? 0 : 8)
    }

    private func hasOpening(_ meeting: Int) -> Bool {
        (0..<problem.dayCount).contains { state.openSlots(meeting, day: $0) != 0 }
    }

    private func isFull(_ participant: Int, slot: Int) -> Bool {
        state.full[participant * problem.dayCount + Int(problem.dayOfSlot[slot])]
            & (1 << UInt64(problem.bitOfSlot[slot])) != 0
    }

    private func isMovable(_ meeting: Int) -> Bool { !isPinned[meeting] && state.isRemovable(meeting) }

    private func mostMovable(of participant: Int, slot: Int) -> Int? {
        easiest(state.meetings(of: participant, slot: slot))
    }

    private func easiest(_ meetings: some Sequence<Int32>) -> Int? {
        var best: Int?
        var bestKey = (Int.max, Int.max, Int.max)
        for cell in meetings where cell >= 0 && isMovable(Int(cell)) {
            let key = (difficulty(Int(cell)), worth[Int(cell)], Int(cell))
            if key < bestKey {
                bestKey = key
                best = Int(cell)
            }
        }
        return best
    }

    // MARK: - Making way

    /// Places the meeting in the slot after ejecting what is in its way.
    /// - Returns: What was ejected; nil when that is more than `limit` or cannot be. Changes are left for the caller to undo.
    mutating func force(_ meeting: Int, slot: Int, limit: Int) -> [Int]? {
        var ejected: [Int] = []
        guard clearSides(meeting, slot, &ejected, limit), clearOrder(meeting, slot, &ejected, limit) else {
            return nil
        }
        while !place(meeting, slot: slot) {
            guard ejected.count < limit, let other = obstacle(meeting, slot: slot) else { return nil }
            eject(other, &ejected)
        }
        // What made way for a walk may be what the meeting waits for.
        return ejected.count <= limit && state.respectsOrder(meeting, slot: slot) ? ejected : nil
    }

    private mutating func eject(_ meeting: Int, _ ejected: inout [Int]) {
        takeOut(meeting)
        ejected.append(meeting)
    }

    private mutating func clearSides(_ meeting: Int, _ slot: Int, _ ejected: inout [Int], _ limit: Int)
        -> Bool
    {
        for side in [Int(problem.sideA[meeting]), Int(problem.sideB[meeting])] {
            if isFull(side, slot: slot) {
                guard ejected.count < limit, let other = mostMovable(of: side, slot: slot) else {
                    return false
                }
                eject(other, &ejected)
            }
            if state.total[side] >= problem.maxMeetings[side] {
                guard ejected.count < limit, let other = lightest(of: side) else { return false }
                eject(other, &ejected)
            }
        }
        return true
    }

    private func lightest(of participant: Int) -> Int? {
        var best: Int?
        for slot in 0..<problem.slotCount {
            for cell in state.meetings(of: participant, slot: slot) where cell >= 0 && isMovable(Int(cell)) {
                if best.map({ worth[Int(cell)] < worth[$0] }) ?? true { best = Int(cell) }
            }
        }
        return best
    }

    /// Ejects what must come later than the meeting but does not; what must come earlier has to be there already.
    private mutating func clearOrder(_ meeting: Int, _ slot: Int, _ ejected: inout [Int], _ limit: Int)
        -> Bool
    {
        guard problem.hasOrder else { return true }
        for later in problem.followers[meeting].map({ Int($0) })
        where isPlaced(later) && state.slotOf[later] <= Int32(slot) {
            guard ejected.count < limit, isMovable(later) else { return false }
            eject(later, &ejected)
        }
        return state.respectsOrder(meeting, slot: slot)
    }

    /// Something that keeps the meeting from the halls or the interpreters of a slot both sides have free.
    private func obstacle(_ meeting: Int, slot: Int) -> Int? {
        if openHall(meeting, slot: slot) != nil {
            guard problem.interpreterClass[meeting] >= 0 else { return nil }
            return easiest(
                busyInterpreters(meeting, slot: slot).lazy.map { [self] in
                    state.served[$0 * problem.slotCount + slot]
                }
            )
        }
        if problem.hasWalk, let neighbour = neighbour(meeting, slot: slot) { return neighbour }
        guard problem.standHall[meeting] == CompiledProblem.tableNeeded else { return nil }
        return easiest(
            inSlot[slot].lazy.filter { [problem] in
                problem.standHall[Int($0)] == CompiledProblem.tableNeeded
            }
        )
    }

    /// A meeting of either side that is too near in time for the walk to the stand, or to any hall with a table.
    private func neighbour(_ meeting: Int, slot: Int) -> Int? {
        for side in [Int(problem.sideA[meeting]), Int(problem.sideB[meeting])]
        where problem.parallel[side] == 1 {
            let stand = problem.standHall[meeting]
            if stand >= 0, state.reaches(side, stand, slot) { continue }
            if stand < 0, !state.hasFreeTable(slot) { continue }
            for step in [-1, 1] {
                guard let other = state.neighbourMeeting(side, slot, step),
                    abs(other.slot - slot) <= problem.longestWalk, isMovable(other.meeting)
                else { continue }
                return other.meeting
            }
        }
        return nil
    }
}

/// Placing a meeting where others have to give way: who does.
extension LocalSearch {
    /// Places a meeting in a slot after ejecting what is in its way.
    mutating func force(_ meeting: Int, _ slot: Int) -> Bool {
        guard makeOrder(meeting, slot) else { return false }
        for side in [Int(problem.sideA[meeting]), Int(problem.sideB[meeting])] {
            let day = Int(problem.dayOfSlot[slot])
            if state.full[side * problem.dayCount + day] & (1 << UInt64(problem.bitOfSlot[slot])) != 0 {
                guard let lightest = lightest(of: side, slot: slot), eject(lightest) else { return false }
            } else if state.total[side] >= state.limits[side] {
                guard let other = anyMeeting(of: side), eject(other) else { return false }
            }
        }
        guard makeWay(meeting, slot), state.respectsOrder(meeting, slot: slot) else { return false }
        if problem.interpreterClass[meeting] >= 0, state.interpreter(for: meeting, slot: slot) < 0 {
            guard let other = served(likeClassOf: meeting, slot: slot), eject(other) else { return false }
        }
        return put(meeting, slot)
    }

    /// Places what must come before the meeting, and ejects what would come too early after it.
    mutating func makeOrder(_ meeting: Int, _ slot: Int) -> Bool {
        guard problem.hasOrder else { return true }
        for earlier in problem.after[meeting] where state.slotOf[Int(earlier)] < 0 {
            guard putBack(Int(earlier)) else { return false }
        }
        for later in problem.followers[meeting] where state.slotOf[Int(later)] >= 0 {
            if state.slotOf[Int(later)] <= Int32(slot), !eject(Int(later)) { return false }
        }
        return true
    }

    /// Ejects what keeps the meeting from every hall: neighbours too far to walk from, or whoever has the table.
    mutating func makeWay(_ meeting: Int, _ slot: Int) -> Bool {
        if state.hall(for: meeting, slot: slot) != nil { return true }
        if problem.hasWalk {
            for side in [Int(problem.sideA[meeting]), Int(problem.sideB[meeting])]
            where problem.parallel[side] == 1 {
                for step in [-1, 1] {
                    if let other = state.neighbourMeeting(side, slot, step),
                        abs(other.slot - slot) <= problem.longestWalk
                    {
                        guard eject(other.meeting) else { return false }
                    }
                }
            }
        }
        if problem.standHall[meeting] == CompiledProblem.tableNeeded, !state.hasFreeTable(slot) {
            for _ in 0..<32 where order.count > unplacedCount {
                let other = Int(order[unplacedCount + moves.below(order.count - unplacedCount)])
                let isSeatedHere =
                    state.slotOf[other] == Int32(slot)
                    && problem.standHall[other] == CompiledProblem.tableNeeded
                if isSeatedHere { return eject(other) && state.hall(for: meeting, slot: slot) != nil }
            }
        }
        return state.hall(for: meeting, slot: slot) != nil
    }

    mutating func lightest(of participant: Int, slot: Int) -> Int? {
        var best: Int?
        for cell in state.meetings(of: participant, slot: slot) where cell >= 0 {
            let meeting = Int(cell)
            guard let known = best else {
                best = meeting
                continue
            }
            let (old, new) = (problem.weight[known], problem.weight[meeting])
            if new < old || (new == old && moves.next() & 1 == 0) { best = meeting }
        }
        return best
    }

    /// A random one of a participant's meetings on the days it may change.
    mutating func anyMeeting(of participant: Int) -> Int? {
        var count = 0
        for day in days { count += state.busy[participant * problem.dayCount + day].nonzeroBitCount }
        guard count > 0 else { return nil }
        var chosen = moves.below(count)
        for day in days {
            var word = state.busy[participant * problem.dayCount + day]
            let here = word.nonzeroBitCount
            if chosen >= here {
                chosen -= here
                continue
            }
            for _ in 0..<chosen { word &= word - 1 }
            let slot = Int(problem.firstSlotOfDay[day]) + word.trailingZeroBitCount
            for cell in state.meetings(of: participant, slot: slot) where cell >= 0 { return Int(cell) }
        }
        return nil
    }

    /// A meeting whose interpreter could serve this one: of two at random the lighter.
    mutating func served(likeClassOf meeting: Int, slot: Int) -> Int? {
        let words = problem.interpreterWords
        let base = Int(problem.interpreterClass[meeting]) * words
        var count = 0
        for word in 0..<words {
            count +=
                (problem.classMembers[base + word] & ~state.freeInterpreters[slot * words + word])
                .nonzeroBitCount
        }
        guard count > 0 else { return nil }
        var best: Int?
        for _ in 0..<2 {
            var chosen = moves.below(count)
            var word = 0
            var bits: UInt64 = 0
            while word < words {
                bits = problem.classMembers[base + word] & ~state.freeInterpreters[slot * words + word]
                let here = bits.nonzeroBitCount
                if chosen < here { break }
                chosen -= here
                word += 1
            }
            for _ in 0..<chosen { bits &= bits - 1 }
            let position = word * 64 + bits.trailingZeroBitCount
            let found = state.served[position * problem.slotCount + slot]
            guard found >= 0 else { continue }
            if best.map({ problem.weight[Int(found)] < problem.weight[$0] }) ?? true { best = Int(found) }
        }
        return best
    }
}

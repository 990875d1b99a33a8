/// The moves.
extension LocalSearch {
    /// A day of a participant with a break among those it may change, if one is soon found.
    mutating func tornDay() -> (participant: Int, day: Int)? {
        let list = state.torn.list
        guard !list.isEmpty else { return nil }
        for _ in 0..<4 {
            let cell = Int(list[moves.below(list.count)])
            let day = cell % problem.dayCount
            if isOwnDay[day] { return (cell / problem.dayCount, day) }
        }
        return nil
    }

    /// A random slot with a meeting of the participant on the day, as a bit.
    mutating func busyBit(_ participant: Int, _ day: Int) -> Int {
        var word = state.busy[participant * problem.dayCount + day]
        for _ in 0..<moves.below(word.nonzeroBitCount) { word &= word - 1 }
        return word.trailingZeroBitCount
    }

    mutating func placedMeeting(focus: Double) -> Int {
        if moves.unit() < focus, let (participant, day) = tornDay() {
            let slot = Int(problem.firstSlotOfDay[day]) + busyBit(participant, day)
            for cell in state.meetings(of: participant, slot: slot) where cell >= 0 { return Int(cell) }
        }
        return Int(order[unplacedCount + moves.below(order.count - unplacedCount)])
    }

    /// Moves a participant's meeting to another slot of the day along an alternating path, mostly next to its others.
    mutating func exchangeSlots(focus: Double) -> Bool {
        let participant: Int
        let day: Int
        if moves.unit() < focus, let torn = tornDay() {
            (participant, day) = torn
        } else {
            let meeting = Int(order[unplacedCount + moves.below(order.count - unplacedCount)])
            participant = Int(moves.next() & 1 == 0 ? problem.sideA[meeting] : problem.sideB[meeting])
            day = Int(problem.dayOfSlot[Int(state.slotOf[meeting])])
        }
        let from = busyBit(participant, day)
        let rest = state.busy[participant * problem.dayCount + day] & ~(1 << UInt64(from))
        let length = Int(problem.lengthOfDay[day])
        var near = (rest << 1 | rest >> 1) & ~rest & ~(1 << UInt64(from))
        if length < 64 { near &= (1 << UInt64(length)) - 1 }
        var to = moves.below(length)
        if near != 0, moves.unit() < 0.8 {
            for _ in 0..<moves.below(near.nonzeroBitCount) { near &= near - 1 }
            to = near.trailingZeroBitCount
        }
        guard to != from else { return false }
        let first = Int(problem.firstSlotOfDay[day])
        return exchange.move(participant, from: first + from, to: first + to, in: &state)
    }

    /// Frees the one side that is busy in a slot along an alternating path and puts the meeting there.
    mutating func insertByExchange(_ meeting: Int) -> Bool {
        guard state.isBelowLimits(meeting), let slot = randomSlot(meeting) else { return false }
        let (a, b) = (Int(problem.sideA[meeting]), Int(problem.sideB[meeting]))
        guard state.isFull(a, slot) != state.isFull(b, slot) else { return false }
        let (busy, free) = state.isFull(a, slot) ? (a, b) : (b, a)
        let day = Int(problem.dayOfSlot[slot])
        let to = Int(problem.firstSlotOfDay[day]) + moves.below(Int(problem.lengthOfDay[day]))
        guard to != slot, !state.isFull(busy, to),
            exchange.move(busy, from: slot, to: to, kept: free, in: &state)
        else { return false }
        if state.isOpen(meeting, slot: slot), state.respectsOrder(meeting, slot: slot), put(meeting, slot) {
            return true
        }
        exchange.undo(in: &state)
        return false
    }

    /// Puts an unplaced meeting into a free slot, or into one where something has to give way.
    mutating func insert(_ meeting: Int) -> Bool {
        if putBack(meeting) { return true }
        guard let slot = randomSlot(meeting) else { return false }
        return force(meeting, slot)
    }

    mutating func remove(_ meeting: Int) -> Bool {
        guard state.isRemovable(meeting), !problem.required[meeting] else { return false }
        takeOut(meeting)
        return true
    }

    /// Moves a placed meeting to the slot that costs least, or to any slot by force.
    mutating func relocate(_ meeting: Int) -> Bool {
        guard state.isRemovable(meeting) else { return false }
        let old = Int(state.slotOf[meeting])
        if moves.next() & 1 == 0 {
            takeOut(meeting)
            return putBack(meeting, except: old)
        }
        guard let slot = randomSlot(meeting), slot != old else { return false }
        takeOut(meeting)
        return force(meeting, slot)
    }

    /// Puts what was ejected back where it can; weighs nothing yet.
    mutating func settle() -> Bool {
        var position = 0
        while position < ejected.count {
            let meeting = Int(ejected[position])
            if state.slotOf[meeting] < 0, !putBack(meeting) {
                if problem.required[meeting] || state.placedWeight < costs.floor { return false }
            }
            position += 1
        }
        return true
    }

    /// A random slot in which the meeting could be held if nothing else were.
    mutating func randomSlot(_ meeting: Int) -> Int? {
        let base = meeting * problem.dayCount
        var count = 0
        for day in days { count += problem.allowed[base + day].nonzeroBitCount }
        guard count > 0 else { return nil }
        var chosen = moves.below(count)
        for day in days {
            var word = problem.allowed[base + day]
            let here = word.nonzeroBitCount
            if chosen >= here {
                chosen -= here
                continue
            }
            for _ in 0..<chosen { word &= word - 1 }
            return Int(problem.firstSlotOfDay[day]) + word.trailingZeroBitCount
        }
        return nil
    }

    /// Places a meeting in its cheapest open slot.
    mutating func putBack(_ meeting: Int, except old: Int = -1) -> Bool {
        guard state.isBelowLimits(meeting) else { return false }
        let a = Int(problem.sideA[meeting])
        let b = Int(problem.sideB[meeting])
        let needsInterpreter = problem.interpreterClass[meeting] >= 0
        var bestCost = Double.infinity
        var bestSlot = -1
        for day in days {
            var open = state.openSlots(meeting, day: day)
            while open != 0 {
                let bit = open.trailingZeroBitCount
                open &= open - 1
                guard Int(problem.firstSlotOfDay[day]) + bit != old else { continue }
                let one = state.gapChange(a, day: day, bit: UInt64(bit), adding: true)
                let other = state.gapChange(b, day: day, bit: UInt64(bit), adding: true)
                let cost =
                    costs.breaks * Double(one.breaks + other.breaks) + costs.idle
                    * Double(one.idle + other.idle)
                    + temperature * 0.25 * moves.unit()
                guard cost < bestCost else { continue }
                let slot = Int(problem.firstSlotOfDay[day]) + bit
                if needsInterpreter, state.interpreter(for: meeting, slot: slot) < 0 { continue }
                guard state.respectsOrder(meeting, slot: slot) else { continue }
                if problem.hasWalk, state.hall(for: meeting, slot: slot) == nil { continue }
                bestCost = cost
                bestSlot = slot
            }
        }
        return bestSlot >= 0 && put(meeting, bestSlot)
    }
}

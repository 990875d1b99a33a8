/// What can be asked of a programme in the making.
extension SearchState {
    /// Slots of a day in which both sides are free and which the problem allows.
    @inline(__always)
    func openSlots(_ meeting: Int, day: Int) -> UInt64 {
        let a = Int(problem.sideA[meeting]) * problem.dayCount + day
        let b = Int(problem.sideB[meeting]) * problem.dayCount + day
        var open = problem.allowed[meeting * problem.dayCount + day] & ~full[a] & ~full[b]
        if problem.standHall[meeting] == CompiledProblem.tableNeeded { open &= tableDays[day] }
        return open
    }

    /// Whether both sides are free in the slot and the problem allows it.
    @inline(__always)
    func isOpen(_ meeting: Int, slot: Int) -> Bool {
        openSlots(meeting, day: Int(problem.dayOfSlot[slot])) & (1 << UInt64(problem.bitOfSlot[slot])) != 0
    }

    /// Whether the participant can have no further meeting in the slot.
    @inline(__always)
    func isFull(_ participant: Int, _ slot: Int) -> Bool {
        full[participant * problem.dayCount + Int(problem.dayOfSlot[slot])]
            & (1 << UInt64(problem.bitOfSlot[slot])) != 0
    }

    /// Whether both sides may have one more meeting.
    @inline(__always)
    func isBelowLimits(_ meeting: Int) -> Bool {
        let a = Int(problem.sideA[meeting])
        let b = Int(problem.sideB[meeting])
        return total[a] < limits[a] && total[b] < limits[b]
    }

    /// A free interpreter that can serve the meeting in the slot, -1 when there is none.
    func interpreter(for meeting: Int, slot: Int) -> Int32 {
        let number = Int(problem.interpreterClass[meeting])
        let words = problem.interpreterWords
        for word in 0..<words {
            var candidates =
                problem.classMembers[number * words + word] & freeInterpreters[slot * words + word]
            while candidates != 0 {
                let position = word * 64 + candidates.trailingZeroBitCount
                if restsEnough(position, with: slot) { return Int32(position) }
                candidates &= candidates - 1
            }
        }
        return -1
    }

    /// Whether the interpreter stays within `maxConsecutive` when it also works in `slot`.
    func restsEnough(_ position: Int, with slot: Int) -> Bool {
        let most = problem.maxConsecutive[position]
        guard most != CompiledProblem.unlimited else { return true }
        let base = position * problem.slotCount
        let day = problem.dayOfSlot[slot]
        var run: Int32 = 1
        var other = slot - 1
        while other >= 0, problem.dayOfSlot[other] == day, served[base + other] >= 0 {
            run += 1
            other -= 1
        }
        other = slot + 1
        while other < problem.slotCount, problem.dayOfSlot[other] == day, served[base + other] >= 0 {
            run += 1
            other += 1
        }
        return run <= most
    }

    /// The hall for the meeting in the slot: the stand's, else the hall with a free table that is nearest to where the
    /// sides are before and after; nil when there is none or the walk is too long.
    func hall(for meeting: Int, slot: Int) -> Int32? {
        let stand = problem.standHall[meeting]
        if stand == CompiledProblem.placeless { return stand }
        let a = Int(problem.sideA[meeting])
        let b = Int(problem.sideB[meeting])
        if stand >= 0 {
            guard !problem.hasWalk else {
                return reaches(a, stand, slot) && reaches(b, stand, slot) ? stand : nil
            }
            return stand
        }
        for near in [
            neighbour(a, slot, -1), neighbour(b, slot, -1), neighbour(a, slot, 1), neighbour(b, slot, 1),
        ] {
            if near >= 0, hasTable(near, slot), reaches(a, near, slot), reaches(b, near, slot) { return near }
        }
        for hall in 0..<Int32(problem.hallCount) where hasTable(hall, slot) {
            if reaches(a, hall, slot), reaches(b, hall, slot) { return hall }
        }
        return nil
    }

    /// Whether any hall has a free table in the slot.
    func hasFreeTable(_ slot: Int) -> Bool {
        tableDays[Int(problem.dayOfSlot[slot])] & (1 << UInt64(problem.bitOfSlot[slot])) != 0
    }

    func hasTable(_ hall: Int32, _ slot: Int) -> Bool {
        freeTables[Int(hall) * problem.slotCount + slot] > 0
    }

    /// The hall of the participant's nearest meeting before (`step` -1) or after (1) the slot on its day, else -1.
    func neighbour(_ participant: Int, _ slot: Int, _ step: Int) -> Int32 {
        neighbourMeeting(participant, slot, step).map { hallOf[$0.meeting] } ?? -1
    }

    func neighbourMeeting(_ participant: Int, _ slot: Int, _ step: Int) -> (meeting: Int, slot: Int)? {
        let day = Int(problem.dayOfSlot[slot])
        let bit = UInt64(problem.bitOfSlot[slot])
        let word = busy[participant * problem.dayCount + day]
        let first = Int(problem.firstSlotOfDay[day])
        let found: Int
        if step < 0 {
            let before = word & ((1 << bit) - 1)
            guard before != 0 else { return nil }
            found = first + 63 - before.leadingZeroBitCount
        } else {
            guard bit < 63 else { return nil }
            let later = word & ~((2 << bit) - 1)
            guard later != 0 else { return nil }
            found = first + later.trailingZeroBitCount
        }
        let base = Int(problem.firstCell[participant]) + found * Int(problem.parallel[participant])
        for cell in 0..<Int(problem.parallel[participant]) where cells[base + cell] >= 0 {
            return (Int(cells[base + cell]), found)
        }
        return nil
    }

    /// Whether a participant with one representative can walk from and to its other meetings: all within the longest
    /// walk are asked, since walking times need not keep the triangle inequality.
    func reaches(_ participant: Int, _ hall: Int32, _ slot: Int) -> Bool {
        guard problem.hasWalk, problem.parallel[participant] == 1, hall >= 0 else { return true }
        let day = Int(problem.dayOfSlot[slot])
        let first = Int(problem.firstSlotOfDay[day])
        let last = first + Int(problem.lengthOfDay[day]) - 1
        let base = Int(problem.firstCell[participant])
        for other in max(first, slot - problem.longestWalk)...min(last, slot + problem.longestWalk)
        where other != slot {
            let meeting = cells[base + other]
            guard meeting >= 0, hallOf[Int(meeting)] >= 0 else { continue }
            let need = problem.walk[Int(hall) * problem.hallCount + Int(hallOf[Int(meeting)])]
            if Int32(abs(slot - other) - 1) < need { return false }
        }
        return true
    }

    /// Whether the order of meetings allows this one in the slot.
    func respectsOrder(_ meeting: Int, slot: Int) -> Bool {
        guard problem.hasOrder else { return true }
        for earlier in problem.after[meeting] {
            let found = slotOf[Int(earlier)]
            if found < 0 || found >= Int32(slot) { return false }
        }
        return problem.followers[meeting].allSatisfy { slotOf[Int($0)] < 0 || slotOf[Int($0)] > Int32(slot) }
    }

    /// Whether nothing placed depends on the meeting.
    func isRemovable(_ meeting: Int) -> Bool {
        !problem.hasOrder || problem.followers[meeting].allSatisfy { slotOf[Int($0)] < 0 }
    }

    /// The meetings of a participant in a slot.
    func meetings(of participant: Int, slot: Int) -> ArraySlice<Int32> {
        let width = Int(problem.parallel[participant])
        let base = Int(problem.firstCell[participant]) + slot * width
        return cells[base..<base + width]
    }

    /// The change in breaks and idle slots if the participant's day gains (or loses) the bit.
    @inline(__always)
    func gapChange(_ participant: Int, day: Int, bit: UInt64, adding: Bool) -> (breaks: Int, idle: Int) {
        let word = busy[participant * problem.dayCount + day]
        let changed = adding ? word | (1 << bit) : word & ~(1 << bit)
        guard changed != word else { return (0, 0) }
        let old = Gaps(word)
        let new = Gaps(changed)
        return (new.breaks - old.breaks, new.idle - old.idle)
    }
}

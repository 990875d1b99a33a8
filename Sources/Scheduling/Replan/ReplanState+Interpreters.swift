/// Who interprets: free interpreters first, then exchanges among the meetings of one slot.
extension ReplanState {
    /// A hall in which the meeting can be held in the slot as things stand: the one it had, if it is its old slot.
    func openHall(_ meeting: Int, slot: Int) -> Int32? {
        let old = previous.hall[meeting]
        if Int32(slot) == previous.slot[meeting], canUse(old, for: meeting, slot: slot) { return old }
        if previous.isLocked[meeting] { return nil }
        return state.hall(for: meeting, slot: slot)
    }

    private func canUse(_ hall: Int32, for meeting: Int, slot: Int) -> Bool {
        let stand = problem.standHall[meeting]
        if stand == CompiledProblem.placeless { return hall == stand }
        if stand >= 0 { guard stand == hall else { return false } }
        if stand == CompiledProblem.tableNeeded {
            guard hall >= 0, state.freeTables[Int(hall) * problem.slotCount + slot] > 0 else { return false }
        }
        return state.reaches(Int(problem.sideA[meeting]), hall, slot)
            && state.reaches(Int(problem.sideB[meeting]), hall, slot)
    }

    /// A free interpreter for the meeting in the slot, the one it had if possible; -1 when there is none.
    func freeInterpreter(_ meeting: Int, slot: Int) -> Int32 {
        let old = previous.interpreter[meeting]
        if Int32(slot) == previous.slot[meeting], old >= 0, isFree(old, for: meeting, slot: slot) {
            return old
        }
        return state.interpreter(for: meeting, slot: slot)
    }

    /// Whether that very interpreter can serve the meeting in the slot.
    func isFree(_ position: Int32, for meeting: Int, slot: Int) -> Bool {
        let words = problem.interpreterWords
        let word = Int(position) / 64
        let bit: UInt64 = 1 << UInt64(position % 64)
        let members = problem.classMembers[Int(problem.interpreterClass[meeting]) * words + word]
        return members & state.freeInterpreters[slot * words + word] & bit != 0
            && state.restsEnough(Int(position), with: slot)
    }

    /// Places the meeting in the slot if nothing stands in its way, after an exchange of interpreters if that helps.
    mutating func place(_ meeting: Int, slot: Int) -> Bool {
        guard let hall = openHall(meeting, slot: slot) else { return false }
        guard problem.interpreterClass[meeting] >= 0 else {
            put(meeting, slot: slot, hall: hall, interpreter: -1)
            return true
        }
        let free = freeInterpreter(meeting, slot: slot)
        guard free < 0 else {
            put(meeting, slot: slot, hall: hall, interpreter: free)
            return true
        }
        guard let freed = exchange(for: meeting, slot: slot) else { return false }
        put(meeting, slot: slot, hall: hall, interpreter: freed)
        return true
    }

    /// Frees an interpreter for the meeting by a shortest chain of exchanges within the slot: an augmenting path of the
    /// bipartite graph of the slot's meetings and interpreters (Berge 1957, PNAS 43:842–844).
    ///
    /// Only the last interpreter of the path takes on work, so only its rest has to be looked at. Meetings of one class
    /// can use the same interpreters, so one of each class is enough.
    /// - Complexity: O(classes × interpreters).
    private mutating func exchange(for meeting: Int, slot: Int) -> Int32? {
        let words = problem.interpreterWords
        guard state.freeInterpreters[slot * words..<(slot + 1) * words].contains(where: { $0 != 0 }) else {
            return nil
        }
        var queue: [(meeting: Int, parent: Int)] = [(meeting, -1)]
        var seen = [Bool](repeating: false, count: problem.classCount)
        seen[Int(problem.interpreterClass[meeting])] = true
        var head = 0
        while head < queue.count {
            let current = queue[head].meeting
            if head > 0 {
                let free = freeInterpreter(current, slot: slot)
                if free >= 0 { return shift(queue, from: head, to: free) }
            }
            for position in busyInterpreters(current, slot: slot) {
                let other = Int(state.served[position * problem.slotCount + slot])
                guard other >= 0, !isPinned[other] else { continue }
                let number = Int(problem.interpreterClass[other])
                guard !seen[number] else { continue }
                seen[number] = true
                queue.append((other, head))
            }
            head += 1
        }
        return nil
    }

    /// Gives the meeting at `index` the free interpreter, its parent the one it had, and so on.
    /// - Returns: The interpreter freed at the head of the path.
    private mutating func shift(_ queue: [(meeting: Int, parent: Int)], from index: Int, to free: Int32)
        -> Int32
    {
        var index = index
        var next = free
        while queue[index].parent >= 0 {
            let meeting = queue[index].meeting
            let (slot, hall, freed) = (
                Int(state.slotOf[meeting]), state.hallOf[meeting], state.interpreterOf[meeting]
            )
            takeOut(meeting)
            put(meeting, slot: slot, hall: hall, interpreter: next)
            next = freed
            index = queue[index].parent
        }
        return next
    }

    /// Interpreters who could serve the meeting but work in the slot.
    func busyInterpreters(_ meeting: Int, slot: Int) -> [Int] {
        let words = problem.interpreterWords
        let base = Int(problem.interpreterClass[meeting]) * words
        var found: [Int] = []
        for word in 0..<words {
            var bits =
                problem.classMembers[base + word] & problem.interpreterAvailable[slot * words + word]
                & ~state.freeInterpreters[slot * words + word]
            while bits != 0 {
                found.append(word * 64 + bits.trailingZeroBitCount)
                bits &= bits - 1
            }
        }
        return found
    }
}

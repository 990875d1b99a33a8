import Glibc

/// Simulated annealing over valid programmes with one kind of move: put a meeting into a slot, take out what is in its
/// way, and put that back where it costs least.
///
/// An ejection chain of one link keeps every rule at each step, so any state it stops in is a valid programme.
struct LocalSearch: Sendable {
    /// What a programme costs; lower is better.
    struct Costs: Sendable {
        var weight: Double
        var breaks: Double
        var idle: Double
        /// Whether a move may lower the placed weight.
        var mayLoseWeight: Bool
    }

    var state: SearchState
    var costs: Costs
    var temperature = 1.0
    private(set) var steps = 0
    private(set) var accepted = 0
    private let problem: CompiledProblem
    private var moves: RandomSource
    private var acceptance: RandomSource
    /// Meetings by whether they are placed: the first `unplacedCount` are not.
    private var order: [Int32]
    private var rank: [Int32]
    private(set) var unplacedCount: Int
    private var journal: [Change] = []
    private var ejected: [Int32] = []

    private struct Change {
        var meeting: Int32
        var slot: Int32
        var hall: Int32
        var interpreter: Int32
        var isPlacement: Bool
    }

    init(_ state: SearchState, seed: UInt64, costs: Costs) {
        self.state = state
        self.costs = costs
        problem = state.problem
        moves = RandomSource(seed: seed, stream: 1)
        acceptance = RandomSource(seed: seed, stream: 2)
        let all = (0..<Int32(state.problem.meetingCount))
        order = all.filter { state.slotOf[Int($0)] < 0 } + all.filter { state.slotOf[Int($0)] >= 0 }
        unplacedCount = order.count { state.slotOf[Int($0)] < 0 }
        rank = order
        for (position, meeting) in order.enumerated() { rank[Int(meeting)] = Int32(position) }
    }

    // MARK: - A step

    /// Tries one move.
    /// - Parameter insertionShare: How often it tries an unplaced meeting rather than moving a placed one.
    mutating func step(insertionShare: Double) {
        steps += 1
        let wantsInsertion = unplacedCount > 0 && moves.unit() < insertionShare
        if !wantsInsertion, unplacedCount == order.count { return }
        let weightBefore = state.placedWeight
        let breaksBefore = state.breaks
        let idleBefore = state.idleSlots
        journal.removeAll(keepingCapacity: true)
        ejected.removeAll(keepingCapacity: true)
        var isDone: Bool
        if wantsInsertion {
            isDone = insert(Int(order[moves.below(unplacedCount)]))
        } else {
            isDone = relocate(Int(order[unplacedCount + moves.below(order.count - unplacedCount)]))
        }
        if isDone, !ejected.isEmpty { isDone = settle() }
        if isDone, accepts(weightBefore, breaksBefore, idleBefore) {
            accepted += 1
        } else {
            undo()
        }
    }

    private mutating func accepts(_ weight: Int, _ breaks: Int, _ idle: Int) -> Bool {
        let gained = state.placedWeight - weight
        if gained < 0, !costs.mayLoseWeight { return false }
        let rise =
            -costs.weight * Double(gained) + costs.breaks * Double(state.breaks - breaks)
            + costs.idle * Double(state.idleSlots - idle)
        return rise <= 0 || acceptance.unit() < exp(-rise / temperature)
    }

    /// Puts an unplaced meeting into a free slot, or into one where something has to give way.
    private mutating func insert(_ meeting: Int) -> Bool {
        if putBack(meeting) { return true }
        guard let slot = randomSlot(meeting) else { return false }
        return force(meeting, slot)
    }

    /// Moves a placed meeting to another slot.
    private mutating func relocate(_ meeting: Int) -> Bool {
        guard state.isRemovable(meeting), let slot = randomSlot(meeting) else { return false }
        let old = Int(state.slotOf[meeting])
        guard slot != old else { return false }
        takeOut(meeting)
        return force(meeting, slot)
    }

    /// Puts what was ejected back where it can; weighs nothing yet.
    private mutating func settle() -> Bool {
        var position = 0
        while position < ejected.count {
            let meeting = Int(ejected[position])
            if state.slotOf[meeting] < 0, !putBack(meeting) {
                if problem.required[meeting] || !costs.mayLoseWeight { return false }
            }
            position += 1
        }
        return true
    }

    // MARK: - Slots

    /// A random slot in which the meeting could be held if nothing else were.
    private mutating func randomSlot(_ meeting: Int) -> Int? {
        let base = meeting * problem.dayCount
        var count = 0
        for day in 0..<problem.dayCount { count += problem.allowed[base + day].nonzeroBitCount }
        guard count > 0 else { return nil }
        var chosen = moves.below(count)
        for day in 0..<problem.dayCount {
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
    private mutating func putBack(_ meeting: Int) -> Bool {
        guard state.isBelowLimits(meeting) else { return false }
        let a = Int(problem.sideA[meeting])
        let b = Int(problem.sideB[meeting])
        let needsInterpreter = problem.interpreterClass[meeting] >= 0
        var bestCost = Double.infinity
        var bestSlot = -1
        for day in 0..<problem.dayCount {
            var open = state.openSlots(meeting, day: day)
            while open != 0 {
                let bit = open.trailingZeroBitCount
                open &= open - 1
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

    /// Places a meeting in a slot after ejecting what is in its way.
    private mutating func force(_ meeting: Int, _ slot: Int) -> Bool {
        guard makeOrder(meeting, slot) else { return false }
        for side in [Int(problem.sideA[meeting]), Int(problem.sideB[meeting])] {
            let day = Int(problem.dayOfSlot[slot])
            if state.full[side * problem.dayCount + day] & (1 << UInt64(problem.bitOfSlot[slot])) != 0 {
                guard let lightest = lightest(of: side, slot: slot), eject(lightest) else { return false }
            } else if state.total[side] >= problem.maxMeetings[side] {
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
    private mutating func makeOrder(_ meeting: Int, _ slot: Int) -> Bool {
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
    private mutating func makeWay(_ meeting: Int, _ slot: Int) -> Bool {
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

    private mutating func lightest(of participant: Int, slot: Int) -> Int? {
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

    /// A random one of a participant's meetings.
    private mutating func anyMeeting(of participant: Int) -> Int? {
        var chosen = moves.below(max(1, Int(state.total[participant])))
        for slot in 0..<problem.slotCount {
            for cell in state.meetings(of: participant, slot: slot) where cell >= 0 {
                if chosen == 0 { return Int(cell) }
                chosen -= 1
            }
        }
        return nil
    }

    /// A meeting whose interpreter could serve this one: of two at random the lighter.
    private mutating func served(likeClassOf meeting: Int, slot: Int) -> Int? {
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

    // MARK: - Changes, each written down so that it can be undone

    private mutating func eject(_ meeting: Int) -> Bool {
        guard state.isRemovable(meeting) else { return false }
        takeOut(meeting)
        ejected.append(Int32(meeting))
        return true
    }

    private mutating func takeOut(_ meeting: Int) {
        journal.append(
            Change(
                meeting: Int32(meeting),
                slot: state.slotOf[meeting],
                hall: state.hallOf[meeting],
                interpreter: state.interpreterOf[meeting],
                isPlacement: false
            )
        )
        state.remove(meeting)
        swap(meeting, with: unplacedCount)
        unplacedCount += 1
    }

    private mutating func put(_ meeting: Int, _ slot: Int) -> Bool {
        guard state.place(meeting, slot: slot) else { return false }
        journal.append(Change(meeting: Int32(meeting), slot: 0, hall: 0, interpreter: 0, isPlacement: true))
        unplacedCount -= 1
        swap(meeting, with: unplacedCount)
        return true
    }

    private mutating func undo() {
        while let change = journal.popLast() {
            let meeting = Int(change.meeting)
            if change.isPlacement {
                state.remove(meeting)
                swap(meeting, with: unplacedCount)
                unplacedCount += 1
            } else {
                state.place(
                    meeting,
                    slot: Int(change.slot),
                    hall: change.hall,
                    interpreter: change.interpreter
                )
                unplacedCount -= 1
                swap(meeting, with: unplacedCount)
            }
        }
    }

    /// Swaps a meeting with the one at a position of `order`.
    private mutating func swap(_ meeting: Int, with position: Int) {
        let here = Int(rank[meeting])
        order.swapAt(here, position)
        rank[Int(order[here])] = Int32(here)
        rank[meeting] = Int32(position)
    }
}

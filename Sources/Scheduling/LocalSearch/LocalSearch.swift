import Glibc

/// Simulated annealing over valid programmes.
///
/// Its moves: put a meeting into a slot, take out what is in its way and put
/// that back where it costs least (an ejection chain of one link); or exchange two slots along an alternating path.
///
/// Every move keeps every rule, so any state it stops in is a valid programme.
///
/// - Complexity: O(days) a move, mostly.
struct LocalSearch: Sendable {
    /// What a programme costs; lower is better.
    struct Costs: Sendable {
        var weight: Double
        var breaks: Double
        var idle: Double
        var halls: Double
        /// No move may take the placed weight below this.
        var floor: Int
    }

    /// How often each kind of move is tried.
    struct Mix: Sendable {
        /// Insertions of unplaced meetings, of all moves.
        var insertion: Double
        /// Exchanges, of the moves that are no insertions.
        var exchange: Double
        /// Moves that start from a day with a break, of the moves that are no insertions.
        var focus: Double
        /// Removals from a day with a break, of the moves that are neither insertions nor exchanges.
        var removal: Double = 0
    }

    var state: SearchState
    var costs: Costs
    var temperature = 1.0
    private(set) var steps = 0
    private let problem: CompiledProblem
    /// The days it may change; all others stay as they are.
    private let days: [Int]
    private let isOwnDay: [Bool]
    private var moves: RandomSource
    private var acceptance: RandomSource
    private var exchange: SlotExchange
    /// Meetings it may change, by whether they are placed: the first `unplacedCount` are not.
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

    /// - Parameters:
    ///   - days: The days it may change.
    ///   - unplaced: The unplaced meetings it may place.
    init(_ state: SearchState, seed: UInt64, costs: Costs, days: [Int], unplaced: [Int32]) {
        self.state = state
        self.costs = costs
        self.days = days
        problem = state.problem
        moves = RandomSource(seed: seed, stream: 1)
        acceptance = RandomSource(seed: seed, stream: 2)
        exchange = SlotExchange(meetingCount: problem.meetingCount)
        var isOwn = [Bool](repeating: false, count: problem.dayCount)
        for day in days { isOwn[day] = true }
        isOwnDay = isOwn
        order = unplaced
        unplacedCount = unplaced.count
        for meeting in 0..<problem.meetingCount where state.slotOf[meeting] >= 0 {
            if isOwn[Int(problem.dayOfSlot[Int(state.slotOf[meeting])])] { order.append(Int32(meeting)) }
        }
        rank = [Int32](repeating: -1, count: problem.meetingCount)
        for (position, meeting) in order.enumerated() { rank[Int(meeting)] = Int32(position) }
    }

    // MARK: - A step

    /// Tries one move.
    mutating func step(_ mix: Mix) {
        steps += 1
        guard !order.isEmpty else { return }
        let wantsInsertion = unplacedCount > 0 && moves.unit() < mix.insertion
        if !wantsInsertion, unplacedCount == order.count { return }
        let before = Before(state)
        if !wantsInsertion, moves.unit() < mix.exchange {
            guard exchangeSlots(focus: mix.focus) else { return }
            if !accepts(before) { exchange.undo(in: &state) }
            return
        }
        journal.removeAll(keepingCapacity: true)
        ejected.removeAll(keepingCapacity: true)
        var isDone: Bool
        if !wantsInsertion, mix.removal > 0, moves.unit() < mix.removal {
            isDone = remove(placedMeeting(focus: 1))
        } else if wantsInsertion {
            let meeting = Int(order[moves.below(unplacedCount)])
            // More weight and nothing lost: there is nothing to weigh.
            if insertByExchange(meeting) { return }
            isDone = insert(meeting)
        } else {
            isDone = relocate(placedMeeting(focus: mix.focus))
        }
        if isDone, !ejected.isEmpty { isDone = settle() }
        if !isDone || !accepts(before) { undo() }
    }

    /// The value before a move.
    private struct Before {
        let weight: Int
        let missing: Int
        let breaks: Int
        let idle: Int
        let halls: Int

        @inline(__always)
        init(_ state: SearchState) {
            weight = state.placedWeight
            missing = state.missing
            breaks = state.breaks
            idle = state.idleSlots
            halls = state.hallChanges
        }
    }

    private mutating func accepts(_ before: Before) -> Bool {
        guard state.missing <= before.missing else { return false }
        if state.missing < before.missing { return true }
        let gained = state.placedWeight - before.weight
        if gained < 0, state.placedWeight < costs.floor { return false }
        let rise =
            -costs.weight * Double(gained) + costs.breaks * Double(state.breaks - before.breaks)
            + costs.idle * Double(state.idleSlots - before.idle)
            + costs.halls * Double(state.hallChanges - before.halls)
        return rise <= 0 || acceptance.unit() < exp(-rise / temperature)
    }

    /// A day of a participant with a break among those it may change, if one is soon found.
    private mutating func tornDay() -> (participant: Int, day: Int)? {
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
    private mutating func busyBit(_ participant: Int, _ day: Int) -> Int {
        var word = state.busy[participant * problem.dayCount + day]
        for _ in 0..<moves.below(word.nonzeroBitCount) { word &= word - 1 }
        return word.trailingZeroBitCount
    }

    private mutating func placedMeeting(focus: Double) -> Int {
        if moves.unit() < focus, let (participant, day) = tornDay() {
            let slot = Int(problem.firstSlotOfDay[day]) + busyBit(participant, day)
            for cell in state.meetings(of: participant, slot: slot) where cell >= 0 { return Int(cell) }
        }
        return Int(order[unplacedCount + moves.below(order.count - unplacedCount)])
    }

    /// Moves a participant's meeting to another slot of the day along an alternating path, mostly next to its others.
    private mutating func exchangeSlots(focus: Double) -> Bool {
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
    private mutating func insertByExchange(_ meeting: Int) -> Bool {
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
    private mutating func insert(_ meeting: Int) -> Bool {
        if putBack(meeting) { return true }
        guard let slot = randomSlot(meeting) else { return false }
        return force(meeting, slot)
    }

    private mutating func remove(_ meeting: Int) -> Bool {
        guard state.isRemovable(meeting), !problem.required[meeting] else { return false }
        takeOut(meeting)
        return true
    }

    /// Moves a placed meeting to the slot that costs least, or to any slot by force.
    private mutating func relocate(_ meeting: Int) -> Bool {
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
    private mutating func settle() -> Bool {
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

    // MARK: - Slots

    /// A random slot in which the meeting could be held if nothing else were.
    private mutating func randomSlot(_ meeting: Int) -> Int? {
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
    private mutating func putBack(_ meeting: Int, except old: Int = -1) -> Bool {
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

    /// Places a meeting in a slot after ejecting what is in its way.
    private mutating func force(_ meeting: Int, _ slot: Int) -> Bool {
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

    /// A random one of a participant's meetings on the days it may change.
    private mutating func anyMeeting(of participant: Int) -> Int? {
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

    /// Exchanges a meeting with the one at a position of `order`.
    private mutating func swap(_ meeting: Int, with position: Int) {
        let here = Int(rank[meeting])
        order.swapAt(here, position)
        rank[Int(order[here])] = Int32(here)
        rank[meeting] = Int32(position)
    }
}

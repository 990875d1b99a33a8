/// Gives the meetings of a day plan their slots: directly, along alternating paths, or by guided ejection.
///
/// What stands in the way of a meeting that keeps failing has to give way (Nagata and Bräysy 2009, Oper. Res. Lett.
/// 37:333–338).
struct PlanPlacement {
    private(set) var state: SearchState
    private(set) var best: SearchState
    private let problem: CompiledProblem
    /// Meeting → its day, -1 when the plan leaves it out.
    private let dayOf: [Int32]
    /// How often the meeting could not be placed without ejecting another.
    private var failures: [Int32]
    private var waiting: [Int32] = []
    private var chance: RandomSource
    private var exchange: SlotExchange

    /// Ejections without a better programme after which the rest is left to the local search.
    private static let patience = 2_000

    /// - Parameter plan: Meetings with days and how much of each is on the day, 0 … 1; more than half counts.
    init(_ problem: CompiledProblem, plan: [(meeting: Int, day: Int, share: Double)], seed: UInt64) {
        self.problem = problem
        var dayOf = [Int32](repeating: -1, count: problem.meetingCount)
        for (meeting, day, share) in plan where share > 0.5 { dayOf[meeting] = Int32(day) }
        self.dayOf = dayOf
        state = SearchState(problem)
        best = state
        failures = [Int32](repeating: 0, count: problem.meetingCount)
        chance = RandomSource(seed: seed, stream: 5)
        exchange = SlotExchange(meetingCount: problem.meetingCount)
    }

    /// Required meetings and those with the fewest slots come first.
    private var order: [Int] {
        let choice = (0..<problem.meetingCount).map { meeting in
            dayOf[meeting] < 0
                ? 0
                : problem.allowed[meeting * problem.dayCount + Int(dayOf[meeting])].nonzeroBitCount
                    + (problem.required[meeting] ? 0 : 64)
        }
        return (0..<problem.meetingCount).filter { dayOf[$0] >= 0 }.sorted {
            (choice[$0], $0) < (choice[$1], $1)
        }
    }

    /// - Parameter steps: Most ejections.
    mutating func run(steps: Int, isCancelled: () -> Bool) {
        for meeting in order where !placeDirectly(meeting) { waiting.append(Int32(meeting)) }
        var still: [Int32] = []
        for meeting in waiting where !placeDirectly(Int(meeting)) && !placeBySwap(Int(meeting)) {
            still.append(meeting)
        }
        waiting = still
        best = state
        var lastGain = 0
        for step in 0..<steps {
            guard let last = waiting.popLast() else { break }
            if step % 64 == 0 {
                // Not at every step: the copy is as large as the expo.
                if keepIfBetter() { lastGain = step }
                if step - lastGain > Self.patience || isCancelled() { break }
            }
            let meeting = Int(last)
            if !placeDirectly(meeting), !placeBySwap(meeting) {
                failures[meeting] += 1
                if !placeByEjection(meeting) { waiting.insert(last, at: 0) }
            }
        }
        keepIfBetter()
    }

    @discardableResult
    private mutating func keepIfBetter() -> Bool {
        guard state.placedWeight > best.placedWeight else { return false }
        best = state
        return true
    }

    private mutating func placeDirectly(_ meeting: Int) -> Bool {
        let day = Int(dayOf[meeting])
        guard state.isBelowLimits(meeting) else { return false }
        var open = state.openSlots(meeting, day: day)
        let first = Int(problem.firstSlotOfDay[day])
        var slots: [(rank: Int, slot: Int)] = []
        while open != 0 {
            let bit = open.trailingZeroBitCount
            open &= open - 1
            slots.append((scarcity(meeting, first + bit), first + bit))
        }
        slots.sort { ($0.rank, $0.slot) < ($1.rank, $1.slot) }
        for (_, slot) in slots where state.respectsOrder(meeting, slot: slot) {
            if state.place(meeting, slot: slot) { return true }
        }
        return false
    }

    /// The more interpreters are left in the slot, the better; then by chance, so that the slots of a day fill evenly.
    private mutating func scarcity(_ meeting: Int, _ slot: Int) -> Int {
        let noise = chance.below(1024)
        let number = Int(problem.interpreterClass[meeting])
        guard number >= 0 else { return noise }
        var free = 0
        for word in 0..<problem.interpreterWords {
            free +=
                (problem.classMembers[number * problem.interpreterWords + word]
                & state.freeInterpreters[slot * problem.interpreterWords + word]).nonzeroBitCount
        }
        return noise - free * 16
    }

    /// Frees one side along an alternating path in a slot that the other side has free.
    private mutating func placeBySwap(_ meeting: Int) -> Bool {
        let day = Int(dayOf[meeting])
        guard state.isBelowLimits(meeting) else { return false }
        let sides = [Int(problem.sideA[meeting]), Int(problem.sideB[meeting])]
        let allowed = problem.allowed[meeting * problem.dayCount + day]
        let first = Int(problem.firstSlotOfDay[day])
        let length = Int(problem.lengthOfDay[day])
        for (index, side) in sides.enumerated() {
            let other = sides[1 - index]
            var slots =
                allowed & state.full[side * problem.dayCount + day] & ~state.full[
                    other * problem.dayCount + day
                ]
            while slots != 0 {
                let from = first + slots.trailingZeroBitCount
                slots &= slots - 1
                let shift = chance.below(length)
                for step in 0..<length {
                    let to = first + (step + shift) % length
                    guard to != from, !state.isFull(side, to),
                        exchange.move(side, from: from, to: to, kept: other, in: &state)
                    else { continue }
                    if state.isOpen(meeting, slot: from), state.respectsOrder(meeting, slot: from),
                        state.place(meeting, slot: from)
                    {
                        return true
                    }
                    exchange.undo(in: &state)
                }
            }
        }
        return false
    }

    // MARK: - Ejection

    /// Places the meeting where the ejected have failed least so far.
    private mutating func placeByEjection(_ meeting: Int) -> Bool {
        let day = Int(dayOf[meeting])
        let first = Int(problem.firstSlotOfDay[day])
        var allowed = problem.allowed[meeting * problem.dayCount + day]
        var bestCost = Int.max
        var chosen: (slot: Int, ejected: [Int])?
        while allowed != 0 {
            let slot = first + allowed.trailingZeroBitCount
            allowed &= allowed - 1
            guard let ejected = inTheWay(of: meeting, slot: slot) else { continue }
            let cost = ejected.reduce(0) { $0 + 16 * Int(failures[$1]) + 16 } + chance.below(16)
            if cost < bestCost {
                bestCost = cost
                chosen = (slot, ejected)
            }
        }
        guard let (slot, ejected) = chosen else { return false }
        for other in ejected {
            state.remove(other)
            waiting.append(Int32(other))
        }
        return state.isOpen(meeting, slot: slot) && state.respectsOrder(meeting, slot: slot)
            && state.place(meeting, slot: slot)
    }

    /// What has to go so that the meeting can be in the slot; nil when that does not suffice or may not go.
    private mutating func inTheWay(of meeting: Int, slot: Int) -> [Int]? {
        var ejected: [Int] = []
        func least(_ meetings: some Sequence<Int>) -> Int? {
            meetings.filter { !problem.isOrdered($0) }.min { (failures[$0], $0) < (failures[$1], $1) }
        }
        let day = Int(problem.dayOfSlot[slot])
        let bit: UInt64 = 1 << UInt64(problem.bitOfSlot[slot])
        for side in [Int(problem.sideA[meeting]), Int(problem.sideB[meeting])] {
            if state.full[side * problem.dayCount + day] & bit != 0 {
                let members = state.meetings(of: side, slot: slot).lazy.filter { $0 >= 0 }.map { Int($0) }
                // The two sides may hold another meeting with each other: once it goes, both have room.
                if members.contains(where: ejected.contains) { continue }
                guard let one = least(members) else { return nil }
                ejected.append(one)
            } else if state.total[side] >= state.limits[side] {
                return nil
            }
        }
        guard let rest = shortage(of: meeting, slot: slot, without: ejected) else { return nil }
        return ejected + rest
    }

    /// Takes the ejected out for a moment to see what else is missing: an interpreter, a hall in reach.
    private mutating func shortage(of meeting: Int, slot: Int, without ejected: [Int]) -> [Int]? {
        let old = ejected.map {
            (slot: Int(state.slotOf[$0]), hall: state.hallOf[$0], interpreter: state.interpreterOf[$0])
        }
        for other in ejected { state.remove(other) }
        defer {
            for (index, other) in ejected.enumerated() {
                state.place(
                    other,
                    slot: old[index].slot,
                    hall: old[index].hall,
                    interpreter: old[index].interpreter
                )
            }
        }
        var rest: [Int] = []
        if state.hall(for: meeting, slot: slot) == nil {
            rest = farNeighbours(of: meeting, slot: slot)
            if rest.isEmpty { return nil }
        }
        if problem.interpreterClass[meeting] >= 0, state.interpreter(for: meeting, slot: slot) < 0 {
            guard let one = holder(of: meeting, slot: slot) else { return nil }
            if !rest.contains(one) { rest.append(one) }
        }
        return rest
    }

    private func farNeighbours(of meeting: Int, slot: Int) -> [Int] {
        var found: [Int] = []
        guard problem.hasWalk else { return found }
        for side in [Int(problem.sideA[meeting]), Int(problem.sideB[meeting])]
        where problem.parallel[side] == 1 {
            for step in [-1, 1] {
                guard let near = state.neighbourMeeting(side, slot, step),
                    abs(near.slot - slot) <= problem.longestWalk,
                    !problem.isOrdered(near.meeting)
                else { continue }
                let from = problem.standHall[near.meeting]
                let to = problem.standHall[meeting]
                if from >= 0, to >= 0, problem.walk[Int(from) * problem.hallCount + Int(to)] == 0 { continue }
                if !found.contains(near.meeting) { found.append(near.meeting) }
            }
        }
        return found
    }

    /// Of the meetings in the slot whose interpreter could serve this one, the one that failed least.
    private mutating func holder(of meeting: Int, slot: Int) -> Int? {
        let words = problem.interpreterWords
        let base = Int(problem.interpreterClass[meeting]) * words
        var best: Int?
        var bestCost = Int.max
        for word in 0..<words {
            var bits = problem.classMembers[base + word] & problem.interpreterAvailable[slot * words + word]
            while bits != 0 {
                let position = word * 64 + bits.trailingZeroBitCount
                bits &= bits - 1
                let found = Int(state.served[position * problem.slotCount + slot])
                guard found >= 0, !problem.isOrdered(found) else { continue }
                let cost = Int(failures[found]) * 1024 + chance.below(1024)
                if cost < bestCost {
                    bestCost = cost
                    best = found
                }
            }
        }
        return best
    }
}

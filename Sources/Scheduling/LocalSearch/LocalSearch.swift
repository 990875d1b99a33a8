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
        var unfairness: Double = 0
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
    let problem: CompiledProblem
    /// The days it may change; all others stay as they are.
    let days: [Int]
    let isOwnDay: [Bool]
    var moves: RandomSource
    var acceptance: RandomSource
    var exchange: SlotExchange
    /// Meetings it may change, by whether they are placed: the first `unplacedCount` are not.
    var order: [Int32]
    var rank: [Int32]
    private(set) var unplacedCount: Int
    var journal: [Change] = []
    var ejected: [Int32] = []

    struct Change {
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
    struct Before {
        let weight: Int
        let missing: Int
        let breaks: Int
        let idle: Int
        let halls: Int
        let unfairness: Int

        @inline(__always)
        init(_ state: SearchState) {
            weight = state.placedWeight
            missing = state.missing
            breaks = state.breaks
            idle = state.idleSlots
            halls = state.hallChanges
            unfairness = state.unfairness
        }
    }

    mutating func accepts(_ before: Before) -> Bool {
        guard state.missing <= before.missing else { return false }
        if state.missing < before.missing { return true }
        let gained = state.placedWeight - before.weight
        if gained < 0, state.placedWeight < costs.floor { return false }
        let rise =
            -costs.weight * Double(gained) + costs.breaks * Double(state.breaks - before.breaks)
            + costs.idle * Double(state.idleSlots - before.idle)
            + costs.halls * Double(state.hallChanges - before.halls)
            + costs.unfairness * Double(state.unfairness - before.unfairness)
        return rise <= 0 || acceptance.unit() < exp(-rise / temperature)
    }

    // MARK: - Changes, each written down so that it can be undone

    mutating func eject(_ meeting: Int) -> Bool {
        guard state.isRemovable(meeting) else { return false }
        takeOut(meeting)
        ejected.append(Int32(meeting))
        return true
    }

    mutating func takeOut(_ meeting: Int) {
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

    mutating func put(_ meeting: Int, _ slot: Int) -> Bool {
        guard state.place(meeting, slot: slot) else { return false }
        journal.append(Change(meeting: Int32(meeting), slot: 0, hall: 0, interpreter: 0, isPlacement: true))
        unplacedCount -= 1
        swap(meeting, with: unplacedCount)
        return true
    }

    mutating func undo() {
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
    mutating func swap(_ meeting: Int, with position: Int) {
        let here = Int(rank[meeting])
        order.swapAt(here, position)
        rank[Int(order[here])] = Int32(here)
        rank[meeting] = Int32(position)
    }
}

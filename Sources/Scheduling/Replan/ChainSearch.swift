/// Finds places for meetings at the least cost by chains of ejections: a meeting takes a slot, what is in its way is put
/// elsewhere, and so on (Glover 1996, Discrete Applied Mathematics 65:223–253), the shortest chains first.
///
/// Every leaf of the search is a valid programme; the best one is kept if it beats the programme at the start.
struct ChainSearch {
    private(set) var programme: ReplanState
    /// Nodes visited so far.
    private(set) var steps = 0
    private let stepLimit: Int
    private let isCancelled: () -> Bool
    private(set) var isOver = false

    /// The best leaf of the search at hand, as what it does to each meeting it touches.
    private var best = ReplanState.Cost()
    private var bestPlaces: [Place]?
    private var root = 0
    private var localLimit = 0

    private struct Place {
        var meeting: Int
        var slot: Int
        var hall: Int32
        var interpreter: Int32
    }

    init(_ programme: ReplanState, stepLimit: Int, isCancelled: @escaping () -> Bool) {
        self.programme = programme
        self.stepLimit = stepLimit
        self.isCancelled = isCancelled
    }

    /// Takes the meetings out, if they are in, and puts them and whatever gives way for them where it costs least.
    ///
    /// - Parameters:
    ///   - depth: Most ejections in a chain.
    ///   - limit: Most nodes for each length of chain.
    /// - Returns: Whether the programme got better; else it is as before.
    mutating func reinsert(_ meetings: [Int], depth: Int, limit: Int) -> Bool {
        guard !isOver else { return false }
        programme.settle()
        root = programme.mark
        best = programme.cost
        bestPlaces = nil
        for meeting in meetings where programme.isPlaced(meeting) && isMovable(meeting) {
            programme.takeOut(meeting)
        }
        let pending = meetings.filter { !programme.isPlaced($0) }
        let hope = pending.reduce(0) { $0 + programme.worth[$1] }
        let ideal = programme.cost.worth - hope
        for length in 0...depth {
            localLimit = steps + limit
            explore(pending, hope: hope, ejections: length)
            if bestPlaces != nil, best.worth == ideal { break }
        }
        programme.undo(to: root)
        guard let places = bestPlaces else { return false }
        for place in places where programme.isPlaced(place.meeting) { programme.takeOut(place.meeting) }
        for place in places where place.slot >= 0 {
            programme.put(
                place.meeting,
                slot: place.slot,
                hall: place.hall,
                interpreter: place.interpreter
            )
        }
        programme.settle()
        return true
    }

    /// Drops a meeting for good.
    mutating func drop(_ meeting: Int) {
        programme.takeOut(meeting)
        programme.settle()
    }

    private func isMovable(_ meeting: Int) -> Bool {
        !programme.isPinned[meeting] && programme.state.isRemovable(meeting)
    }

    /// - Parameters:
    ///   - pending: Meetings to place, the next one last.
    ///   - hope: What they are worth.
    ///   - ejections: How many more may be ejected.
    private mutating func explore(_ pending: [Int], hope: Int, ejections: Int) {
        let cost = programme.cost
        let hoped = cost.worth - hope
        if hoped > best.worth || (hoped == best.worth && cost.moves > best.moves) { return }
        guard var rest = Optional(pending), let meeting = rest.popLast() else {
            if cost < best { record(cost) }
            return
        }
        guard countStep() else { return }
        let hope = hope - programme.worth[meeting]
        let didOpen = tryOpenSlots(meeting, rest, hope: hope, ejections: ejections)
        if didOpen, rest.isEmpty { return }
        if ejections > 0 { tryForcedSlots(meeting, rest, hope: hope, ejections: ejections) }
        explore(rest, hope: hope, ejections: ejections)
    }

    private mutating func countStep() -> Bool {
        guard !isOver else { return false }
        steps += 1
        if steps >= stepLimit || (steps & 127 == 0 && isCancelled()) { isOver = true }
        return !isOver && steps < localLimit
    }

    private mutating func record(_ cost: ReplanState.Cost) {
        best = cost
        var places: [Place] = []
        for change in programme.changes(since: root) {
            let meeting = Int(change.meeting)
            guard !places.contains(where: { $0.meeting == meeting }) else { continue }
            places.append(
                Place(
                    meeting: meeting,
                    slot: Int(programme.state.slotOf[meeting]),
                    hall: programme.state.hallOf[meeting],
                    interpreter: programme.state.interpreterOf[meeting]
                )
            )
        }
        bestPlaces = places
    }

    /// The few cheapest slots in which the meeting can be held as things stand.
    /// - Returns: Whether there is any.
    private mutating func tryOpenSlots(_ meeting: Int, _ rest: [Int], hope: Int, ejections: Int) -> Bool {
        var left = rest.isEmpty ? 1 : 3
        for slot in programme.openSlots(meeting) {
            let mark = programme.mark
            guard programme.place(meeting, slot: slot) else { continue }
            explore(rest, hope: hope, ejections: ejections)
            programme.undo(to: mark)
            left -= 1
            if left == 0 || isOver { break }
        }
        return left < (rest.isEmpty ? 1 : 3)
    }

    /// Slots in which something has to give way, those with the fewest and most movable meetings in the way first.
    private mutating func tryForcedSlots(_ meeting: Int, _ rest: [Int], hope: Int, ejections: Int) {
        for slot in programme.slotsByHindrance(meeting) {
            if isOver || steps >= localLimit { return }
            let mark = programme.mark
            if let ejected = programme.force(meeting, slot: slot, limit: ejections) {
                let more = ejected.reduce(0) { $0 + programme.worth[$1] }
                explore(rest + ejected, hope: hope + more, ejections: ejections - ejected.count)
            }
            programme.undo(to: mark)
        }
    }
}

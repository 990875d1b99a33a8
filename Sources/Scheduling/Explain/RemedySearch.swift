/// Finds the smallest remedy of an unplaced meeting: what it lacks in each slot, lessened where others can make way.
///
/// A remedy is checked by doing it: the meeting takes its place in a state in which all others have one. What makes way
/// is one meeting for each need at most, and goes straight to a free place (a short ejection chain; Glover 1996, Discrete
/// Applied Mathematics 65:223–253).
struct RemedySearch {
    private let facts: SlotFacts
    private var board: EjectionBoard

    /// - Parameter state: The programme; every question leaves it as it is.
    init(_ source: MeetingProblem, state: SearchState) {
        facts = SlotFacts(source, state.problem)
        board = EjectionBoard(state, fairness: source.fairness)
    }

    var state: SearchState { board.state }

    /// A slot in which the meeting could be held, with what it lacks there.
    private struct Option {
        var place: SlotPlace
        var needs: SlotNeeds
        /// Cost of the needs that no move cures.
        var least: Int
        /// Cost of all needs.
        var cost: Int
    }

    /// - Returns: nil only when the limit on the difference in breaks forbids every slot.
    /// - Complexity: O(slots + tries × slots), with `EjectionBoard.tries` tries.
    mutating func remedy(for meeting: Int) -> Remedy? {
        let options = self.options(for: meeting)
        var best = direct(options)
        board.triesLeft = EjectionBoard.tries
        for option in options.sorted(by: { ($0.least, $0.place.slot) < ($1.least, $1.place.slot) }) {
            guard board.triesLeft > 0, option.least + 1 < best?.cost ?? .max else { break }
            if let found = makingWay(option, below: best?.cost ?? .max) { best = found }
        }
        return best
    }

    /// Places the meeting without any change, moving others if it must.
    /// - Returns: false, with nothing changed, when there is no way.
    mutating func insert(_ meeting: Int, tries: Int = EjectionBoard.tries) -> Bool {
        board.triesLeft = tries
        let options = options(for: meeting).filter { $0.least == 0 }
        for option in options.filter(\.needs.isEmpty) + options.filter({ !$0.needs.isEmpty }) {
            guard board.triesLeft > 0 else { return false }
            if board.clear(option.needs, option.place) {
                board.commit()
                return true
            }
        }
        return false
    }

    private func options(for meeting: Int) -> [Option] {
        var place = facts.place(of: meeting)
        return (0..<state.problem.slotCount).map { slot in
            place.slot = slot
            let needs = facts.needs(&place, board.state)
            return Option(
                place: place,
                needs: needs,
                least: needs.subtracting(.movable).cost,
                cost: needs.cost
            )
        }
    }

    // MARK: - Remedies

    /// The meeting goes where it lacks least, the changes give it that, and nobody moves.
    private func direct(_ options: [Option]) -> Remedy? {
        let sorted = options.sorted { ($0.cost, $0.place.slot) < ($1.cost, $1.place.slot) }
        guard let option = sorted.first(where: { board.keepsFairness(adding: $0.place) }) else { return nil }
        let (place, problem) = (option.place, state.problem)
        var interpreter: Int?
        if option.needs.contains(.interpreter) {
            interpreter = problem.interpreterCount
        } else if problem.interpreterClass[place.meeting] >= 0 {
            let position = state.interpreter(for: place.meeting, slot: place.slot)
            interpreter = position >= 0 ? Int(problem.interpreterOrder[Int(position)]) : nil
        }
        let placement = Placement(
            slot: place.slot,
            hall: place.hall >= 0 ? Int(place.hall) : nil,
            interpreter: interpreter
        )
        return Remedy(
            changes: option.needs.changes(place),
            moves: [Remedy.Move(meeting: place.meeting, placement: placement)],
            cost: option.cost
        )
    }

    /// Others make way: for all needs that can be cured so, else for all but the interpreter, else one gives up its place.
    private mutating func makingWay(_ option: Option, below limit: Int) -> Remedy? {
        let movable = option.needs.intersection(.movable)
        guard !movable.isEmpty, option.needs.isDisjoint(with: [.walkA, .walkB]) else { return nil }
        if board.clear(movable, option.place) { return taken(option, cured: movable, below: limit) }
        let withoutInterpreter = movable.subtracting(.interpreter)
        if movable.contains(.interpreter), !withoutInterpreter.isEmpty,
            option.least + SlotNeeds.interpreter.cost + 1 < limit,
            board.clear(withoutInterpreter, option.place, isInterpreterAdded: true)
        {
            return taken(option, cured: withoutInterpreter, below: limit)
        }
        guard movable.rawValue.nonzeroBitCount == 1,
            option.least + Concession.giveUp(meeting: 0).cost < limit,
            let rival = board.replace(movable, option.place)
        else { return nil }
        return taken(option, cured: movable, givenUp: rival, below: limit)
    }

    /// Writes down what the board did, and takes it back.
    private mutating func taken(_ option: Option, cured: SlotNeeds, givenUp: Int? = nil, below limit: Int)
        -> Remedy?
    {
        defer { board.undo() }
        let needs = option.needs.subtracting(cured)
        var place = option.place
        place.hall = state.hallOf[place.meeting]
        let moves = board.touched.compactMap { meeting -> Remedy.Move? in
            guard var placement = state.placement(of: meeting) else { return nil }
            if meeting == place.meeting, needs.contains(.interpreter) {
                placement.interpreter = state.problem.interpreterCount
            }
            return Remedy.Move(meeting: meeting, placement: placement)
        }
        let changes = needs.changes(place) + (givenUp.map { [.giveUp(meeting: $0)] } ?? [])
        let cost = changes.reduce(moves.count - 1) { $0 + $1.cost }
        return cost < limit ? Remedy(changes: changes, moves: moves, cost: cost) : nil
    }
}

import Scheduling

/// The best programme after a change, by trying everything.
struct ReplanBruteForce {
    let request: ReplanRequest
    private let rules: RuleBook
    /// Meeting → placements that break no rule by themselves and are open to it.
    private let options: [[Placement]]
    /// Whether two placements of two meetings can be in one programme: `pairs[meeting][option][earlier][option]`.
    private let pairs: [[[[Bool]]]]

    init(_ request: ReplanRequest) {
        self.request = request
        let problem = request.problem
        let rules = RuleBook(problem: problem)
        self.rules = rules
        let options = problem.meetings.indices.map { index -> [Placement] in
            let old = request.previous.indices.contains(index) ? request.previous[index] : nil
            if let old, old.slot < request.now { return [old] }
            return Self.placements(problem).filter { placement in
                if placement.slot < request.now { return false }
                if let old, request.locked.contains(index) {
                    if old.slot != placement.slot || old.hall != placement.hall { return false }
                }
                var alone = [Placement?](repeating: nil, count: problem.meetings.count)
                alone[index] = placement
                return Self.lasting(rules.violations(alone)).isEmpty
            }
        }
        self.options = options
        pairs = options.indices.map { index in
            options[index].map { placement in
                (0..<index).map { earlier in
                    options[earlier].map { other in
                        var both = [Placement?](repeating: nil, count: options.count)
                        both[index] = placement
                        both[earlier] = other
                        return Self.lasting(rules.violations(both)).isEmpty
                    }
                }
            }
        }
    }

    private static func placements(_ problem: MeetingProblem) -> [Placement] {
        problem.slotDays.indices.flatMap { slot in
            (0..<problem.hallCount).flatMap { hall in
                ([nil] + problem.interpreters.indices.map { $0 }).map {
                    Placement(slot: slot, hall: hall, interpreter: $0)
                }
            }
        }
    }

    /// Violations that placing more meetings cannot mend.
    private static func lasting(_ violations: [String]) -> [String] {
        violations.filter { !$0.hasPrefix("order") && !$0.hasPrefix("required") }
    }

    private func isFrozen(_ index: Int) -> Bool {
        guard request.previous.indices.contains(index), let old = request.previous[index] else {
            return false
        }
        return old.slot < request.now
    }

    func isMoved(_ index: Int, _ placement: Placement?) -> Bool {
        guard request.previous.indices.contains(index), let old = request.previous[index], let placement
        else { return false }
        return old.slot != placement.slot || old.hall != placement.hall
    }

    /// Greatest weight, and the fewest moves among programmes of that weight.
    func best() -> (weight: Int, moves: Int) {
        var best = (weight: -1, moves: 0)
        search(mustPlace: []) { weight, moves, rest in
            (weight + rest, -moves) > (best.weight, -best.moves)
        } found: { weight, moves in
            best = (weight, moves)
        }
        return best
    }

    /// The fewest moves among valid programmes that place all of the meetings.
    func fewestMoves(placing meetings: Set<Int>) -> Int? {
        var fewest: Int?
        search(mustPlace: meetings) { _, moves, _ in
            fewest.map { moves < $0 } ?? true
        } found: { _, moves in
            fewest = moves
        }
        return fewest
    }

    private func search(
        mustPlace: Set<Int>,
        isPromising: (Int, Int, Int) -> Bool,
        found: (Int, Int) -> Void
    ) {
        let meetings = request.problem.meetings
        var placements = [Placement?](repeating: nil, count: meetings.count)
        var chosen = [Int](repeating: -1, count: meetings.count)
        func place(_ index: Int, _ weight: Int, _ moves: Int) {
            let rest = meetings[index...].reduce(0) { $0 + $1.weight }
            guard isPromising(weight, moves, rest) else { return }
            if index == meetings.count {
                if rules.violations(placements).isEmpty { found(weight, moves) }
                return
            }
            for (number, option) in options[index].enumerated() {
                let fits = (0..<index).allSatisfy { earlier in
                    chosen[earlier] < 0 || pairs[index][number][earlier][chosen[earlier]]
                }
                guard fits else { continue }
                placements[index] = option
                chosen[index] = number
                place(index + 1, weight + meetings[index].weight, moves + (isMoved(index, option) ? 1 : 0))
            }
            chosen[index] = -1
            placements[index] = nil
            if !mustPlace.contains(index), !isFrozen(index) { place(index + 1, weight, moves) }
        }
        place(0, 0, 0)
    }
}

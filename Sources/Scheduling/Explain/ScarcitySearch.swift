/// Finds what is scarce from the prices of the bound, and tries out what more of it would give.
///
/// The price of a resource in the dual of the relaxation by day is what one more unit of it is worth at the margin
/// (Dantzig 1963, Linear Programming and Extensions, ch. 12); what it really gives is between what the engine places with
/// it and the bound of the enlarged problem.
struct ScarcitySearch {
    private let source: MeetingProblem
    private let problem: CompiledProblem
    private let layout: DayResources
    private let bound: WeightBound
    /// The programme with everything in it that fits without more of anything, so that only real gains are counted.
    private let base: SearchState
    private let weight: Int
    /// Proven upper bound on the weight of any programme of the problem as it is.
    private let weightBound: Int
    /// Unplaced meetings, the heaviest first.
    private let waiting: [Int]

    /// How many more persons or tables are tried.
    private static let added = 2
    private static let boundSteps = 250
    /// Attempts to make way for one meeting; a trial has thousands of them.
    private static let triesInTrial = 16

    /// - Parameters:
    ///   - weightBound: Proven upper bound on the weight of any programme.
    ///   - prices: The prices that prove it, if known.
    ///   - loose: Unplaced meetings that moving others may place.
    init(_ source: MeetingProblem, state: SearchState, weightBound: Int, prices: [Double], loose: [Int]) {
        self.source = source
        problem = state.problem
        weight = state.placedWeight
        layout = DayResources(source, compiled: problem)
        var bound = WeightBound(problem, resources: layout)
        if prices.count == layout.capacity.count {
            bound.adopt(prices)
        } else {
            bound.improve(steps: Self.boundSteps, target: weight) { false }
        }
        self.bound = bound
        // A bound below the programme itself is no bound.
        self.weightBound = max(weight, min(weightBound, bound.rounded))
        var search = RemedySearch(source, state: state)
        let weights = problem.weight
        waiting = weights.indices.filter { state.slotOf[$0] < 0 }.sorted {
            (weights[$1], $0) < (weights[$0], $1)
        }
        for meeting in loose { _ = search.insert(meeting) }
        base = search.state
    }

    /// The scarce resources, sorted by what the engine placed with more of them, then by their prices.
    func scarcities(isCancelled: () -> Bool) throws(ProblemError) -> [Scarcity] {
        var found: [Scarcity] = []
        for (candidates, count) in [(interpreters, 6), (tables, 3), (representatives, 4), (limits, 3)] {
            let worthy = candidates.filter { $0.estimate > 0.5 }.sorted { $0.estimate > $1.estimate }
            for candidate in worthy.prefix(count) where !isCancelled() {
                found.append(try trial(candidate).scarcity)
            }
        }
        return found.filter { $0.placed > 0 }.sorted {
            ($0.placedWeight, $0.estimate) > ($1.placedWeight, $1.estimate)
        }
    }

    // MARK: - Candidates

    private func candidate(_ resource: Scarcity.Resource, added: Int, slots: Int, price: Double) -> Scarcity {
        Scarcity(
            resource: resource,
            added: added,
            slots: slots,
            price: price,
            placed: 0,
            placedWeight: 0,
            weightAtMost: 0
        )
    }

    private var interpreters: [Scarcity] {
        InterpreterPairs(source, problem, layout: layout).all.flatMap { pair in
            (0..<problem.dayCount).map { day in
                candidate(
                    .interpreters(one: pair.one, other: pair.other, day: day),
                    added: Self.added,
                    slots: Self.added * Int(problem.lengthOfDay[day]),
                    price: pair.type.map { bound.prices[layout.typeBase + $0 * problem.dayCount + day] }
                        ?? meanWaiting(pair.classes, count: Self.added * Int(problem.lengthOfDay[day]))
                )
            }
        }
    }

    /// For a pair that nobody interprets alone: the mean weight of the heaviest requests that wait for it, as many as
    /// there would be slots.
    private func meanWaiting(_ classes: [Int], count: Int) -> Double {
        let heaviest = waiting.lazy.filter { classes.contains(Int(problem.interpreterClass[$0])) }
            .prefix(count).map { Int(problem.weight[$0]) }
        return Double(heaviest.reduce(0, +)) / Double(max(1, count))
    }

    private var tables: [Scarcity] {
        (0..<problem.dayCount).compactMap { day in
            let slots =
                Int(
                    problem.firstSlotOfDay[day]
                )..<Int(
                    problem.firstSlotOfDay[day] + problem.lengthOfDay[day]
                )
            let free = (0..<problem.hallCount).map { hall in
                slots.reduce(0) { $0 + Int(base.freeTables[hall * problem.slotCount + $1]) }
            }
            guard let hall = free.indices.min(by: { (free[$0], $0) < (free[$1], $1) }) else { return nil }
            return candidate(
                .tables(hall: hall, day: day),
                added: Self.added,
                slots: Self.added * slots.count,
                price: bound.prices[layout.tableBase + day]
            )
        }
    }

    private var representatives: [Scarcity] {
        source.participants.indices.map { participant in
            let units = (0..<problem.dayCount).map { day in
                let index = participant * problem.dayCount + day
                return (
                    slots: layout.capacity[index] / Double(problem.parallel[participant]),
                    price: bound.prices[index]
                )
            }
            let slots = units.reduce(0) { $0 + $1.slots }
            let worth = units.reduce(0) { $0 + $1.slots * $1.price }
            return candidate(
                .representatives(participant: participant),
                added: 1,
                slots: Int(slots),
                price: slots > 0 ? worth / slots : 0
            )
        }
    }

    private var limits: [Scarcity] {
        source.participants.indices.filter { source.participants[$0].maxMeetings != nil }.map { participant in
            candidate(
                .limit(participant: participant),
                added: 1,
                slots: 1,
                price: bound.prices[layout.limitBase + participant]
            )
        }
    }

    // MARK: - Trials

    /// Enlarges the problem, places in it what can be placed, and proves what cannot.
    func trial(_ candidate: Scarcity) throws(ProblemError) -> (scarcity: Scarcity, state: SearchState) {
        let enlarged = source.adding(candidate.added, of: candidate.resource)
        let compiled = try CompiledProblem(enlarged, isEnlarged: true)
        var search = RemedySearch(enlarged, state: try SearchState(compiled, checking: base.placements))
        var result = candidate
        for meeting in waiting
        where base.slotOf[meeting] < 0 && concerns(candidate.resource, meeting)
            && search.insert(meeting, tries: Self.triesInTrial)
        {
            result.placed += 1
            result.placedWeight += Int(problem.weight[meeting])
        }
        let resources = DayResources(enlarged, compiled: compiled)
        let prices = transferred(to: resources, candidate)
        let most = WeightBound(compiled, resources: resources, prices: prices).rounded
        result.weightAtMost = min(most, weightBound + heaviest(candidate)) - weight
        return (result, search.state)
    }

    /// What the additional slots could hold at most: a programme without the meetings in them needs nothing new.
    ///
    /// Where taking a meeting out can break a rule (order, fairness, a walk that a second representative spares) nothing
    /// follows from that.
    private func heaviest(_ candidate: Scarcity) -> Int {
        let unlimited = Int(Int32.max)
        guard !problem.hasOrder, source.fairness == nil else { return unlimited }
        if case .representatives = candidate.resource, problem.hasWalk { return unlimited }
        let weights = source.meetings.indices.filter { concerns(candidate.resource, $0) }
            .map { source.meetings[$0].weight }.sorted(by: >)
        return weights.prefix(candidate.slots).reduce(0, +)
    }

    /// Whether more of the resource could help the meeting itself.
    private func concerns(_ resource: Scarcity.Resource, _ meeting: Int) -> Bool {
        switch resource {
        case .interpreters(let one, let other, _):
            problem.interpreterClass[meeting] >= 0
                && MeetingProblem.Interpreter(pairs: [[one, other]]).serves(
                    source.meetings[meeting],
                    of: source
                )
        case .tables: problem.standHall[meeting] == CompiledProblem.tableNeeded
        case .representatives(let participant), .limit(let participant):
            Int(problem.sideA[meeting]) == participant || Int(problem.sideB[meeting]) == participant
        }
    }

    /// The prices in the layout of the enlarged problem, in which a type of interpreters may be new.
    private func transferred(to new: DayResources, _ candidate: Scarcity) -> [Double] {
        var prices = Array(bound.prices[..<layout.typeBase])
        for classes in new.classesOfType {
            if let type = layout.classesOfType.firstIndex(of: classes) {
                let start = layout.typeBase + type * problem.dayCount
                prices += bound.prices[start..<start + problem.dayCount]
            } else {
                prices += [Double](repeating: candidate.price, count: problem.dayCount)
            }
        }
        return prices
    }
}

/// The pairs of languages that meetings need interpreters for.
struct InterpreterPairs {
    struct Pair {
        var one: Int
        var other: Int
        /// Classes of meetings it serves, in ascending order.
        var classes: [Int]
        /// The type of interpreters that serve just these.
        var type: Int?
    }

    let all: [Pair]

    init(_ source: MeetingProblem, _ problem: CompiledProblem, layout: DayResources) {
        var classes: [[Int]: Set<Int>] = [:]
        var seen: Set<Int32> = []
        for (index, meeting) in source.meetings.enumerated() {
            let number = problem.interpreterClass[index]
            guard number >= 0, seen.insert(number).inserted else { continue }
            for one in source.participants[meeting.a].languages {
                for other in source.participants[meeting.b].languages {
                    classes[[min(one, other), max(one, other)], default: []].insert(Int(number))
                }
            }
        }
        all = classes.keys.sorted { $0.lexicographicallyPrecedes($1) }.map { pair in
            let served = (classes[pair] ?? []).sorted()
            return Pair(
                one: pair[0],
                other: pair[1],
                classes: served,
                type: layout.classesOfType.firstIndex(of: served)
            )
        }
    }
}

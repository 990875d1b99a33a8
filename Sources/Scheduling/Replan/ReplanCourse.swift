/// The course of a replan: displaced meetings first, then unplaced ones into what was freed, then fewer moves and breaks.
struct ReplanCourse {
    private(set) var search: ChainSearch
    private let displaced: [Int]
    private let focus: [Int]
    /// Meetings of each participant: `own[start[participant]..<start[participant + 1]]`.
    private let own: [Int32]
    private let start: [Int32]
    private var random: RandomSource

    /// Problems with at most so many meetings are searched as a whole, not only near the change.
    private static let smallProblem = 500

    init(
        _ kept: KeptProgramme,
        focus: [Int],
        settings: Replanner.Settings,
        isCancelled: @escaping () -> Bool
    ) {
        displaced = kept.displaced.filter { kept.programme.mayBeHeld($0) }
        let gone = kept.displaced.count - displaced.count
        let limit =
            settings.stepLimit
            ?? Self.steps(displaced: displaced.count, gone: gone, concerned: focus.count)
        search = ChainSearch(kept.programme, stepLimit: limit, isCancelled: isCancelled)
        self.focus = focus
        random = RandomSource(seed: settings.seed, stream: 3)
        (own, start) = Self.lists(kept.programme.problem)
    }

    /// Work that fits into 0.2 s for one participant and into 2 s for a delegation, at some 3 µs a node.
    private static func steps(displaced: Int, gone: Int, concerned: Int) -> Int {
        min(300_000, 20_000 + 400 * displaced + 100 * gone + 4000 * max(0, concerned - 2))
    }

    private static func lists(_ problem: CompiledProblem) -> (own: [Int32], start: [Int32]) {
        var start = [Int32](repeating: 0, count: problem.participantCount + 1)
        for side in problem.sideA + problem.sideB { start[Int(side) + 1] += 1 }
        for index in start.indices.dropFirst() { start[index] += start[index - 1] }
        var next = start
        var own = [Int32](repeating: 0, count: problem.meetingCount * 2)
        for meeting in 0..<problem.meetingCount {
            for side in [Int(problem.sideA[meeting]), Int(problem.sideB[meeting])] {
                own[Int(next[side])] = Int32(meeting)
                next[side] += 1
            }
        }
        return (own, start)
    }

    mutating func run(fairness: Int?) {
        for meeting in displaced { _ = search.reinsert([meeting], depth: 3, limit: 400) }
        fillFreed()
        for _ in 0..<3 { if !settleMoved() { break } }
        shake()
        if let fairness { keepFairness(fairness) }
    }

    // MARK: - Steps

    /// Unplaced meetings of those concerned, and others that fit into slots where something is gone.
    private mutating func fillFreed() {
        let near = nearParticipants()
        let freed = freedSlots()
        let problem = search.programme.problem
        let isSmall = problem.meetingCount <= Self.smallProblem
        let unplaced = (0..<problem.meetingCount).filter { meeting in
            !search.programme.isPlaced(meeting) && search.programme.mayBeHeld(meeting)
        }.sorted { (-problem.weight[$0], $0) < (-problem.weight[$1], $1) }
        for meeting in unplaced {
            if search.isOver { return }
            let isNear = isSmall || near[Int(problem.sideA[meeting])] || near[Int(problem.sideB[meeting])]
            if isNear {
                _ = search.reinsert([meeting], depth: isSmall ? 3 : 2, limit: 200)
            } else if fits(meeting, into: freed) {
                _ = search.reinsert([meeting], depth: 0, limit: 8)
            }
        }
    }

    private func fits(_ meeting: Int, into freed: [UInt64]) -> Bool {
        search.programme.state.isBelowLimits(meeting)
            && freed.indices.contains { search.programme.state.openSlots(meeting, day: $0) & freed[$0] != 0 }
    }

    /// Participants whom the change concerns: the focus, and both sides of every meeting that is not where it was.
    private func nearParticipants() -> [Bool] {
        let problem = search.programme.problem
        var near = [Bool](repeating: false, count: problem.participantCount)
        for participant in focus where near.indices.contains(participant) { near[participant] = true }
        for meeting in 0..<problem.meetingCount where isElsewhere(meeting) {
            near[Int(problem.sideA[meeting])] = true
            near[Int(problem.sideB[meeting])] = true
        }
        return near
    }

    private func isElsewhere(_ meeting: Int) -> Bool {
        let old = search.programme.previous.slot[meeting]
        return old >= 0 && search.programme.state.slotOf[meeting] != old
    }

    private func freedSlots() -> [UInt64] {
        let problem = search.programme.problem
        var freed = [UInt64](repeating: 0, count: problem.dayCount)
        for meeting in 0..<problem.meetingCount where isElsewhere(meeting) {
            let slot = Int(search.programme.previous.slot[meeting])
            freed[Int(problem.dayOfSlot[slot])] |= 1 << UInt64(problem.bitOfSlot[slot])
        }
        return freed
    }

    /// Looks for better places for moved and new meetings, and for those that were lost.
    /// - Returns: Whether anything got better.
    private mutating func settleMoved() -> Bool {
        var isBetter = false
        for meeting in changedMeetings() {
            if search.reinsert([meeting], depth: 1, limit: 100) { isBetter = true }
        }
        for meeting in displaced where !search.programme.isPlaced(meeting) {
            if search.reinsert([meeting], depth: 3, limit: 400) { isBetter = true }
        }
        return isBetter
    }

    private func changedMeetings() -> [Int] {
        let programme = search.programme
        return (0..<programme.problem.meetingCount).filter { meeting in
            programme.isPlaced(meeting) && !programme.isPinned[meeting]
                && (programme.previous.slot[meeting] < 0 || programme.isMoved(meeting))
        }
    }

    /// Takes out a few meetings of a participant at random and puts them back, as long as steps are left.
    private mutating func shake() {
        let near = nearParticipants()
        var pool = near.indices.filter { near[$0] }
        let isSmall = search.programme.problem.meetingCount <= Self.smallProblem
        if isSmall { pool = Array(near.indices) }
        guard !pool.isEmpty else { return }
        let rounds = isSmall ? 4 * pool.count + 40 : 2 * pool.count
        for _ in 0..<rounds where !search.isOver {
            let participant = pool[random.below(pool.count)]
            let group = someMeetings(of: participant, most: 2 + random.below(3))
            _ = search.reinsert(group, depth: 1 + random.below(2), limit: 120)
        }
    }

    private mutating func someMeetings(of participant: Int, most: Int) -> [Int] {
        var all = own[Int(start[participant])..<Int(start[participant + 1])].map { Int($0) }
            .filter { !search.programme.isPinned[$0] && search.programme.mayBeHeld($0) }
        var chosen: [Int] = []
        while chosen.count < most, !all.isEmpty {
            let index = random.below(all.count)
            chosen.append(all[index])
            all.swapAt(index, all.count - 1)
            all.removeLast()
        }
        return chosen
    }

    /// Takes meetings out of the days of whoever has too many breaks, at the price of weight.
    private mutating func keepFairness(_ limit: Int) {
        while let meeting = unfairMeeting(limit) { search.drop(meeting) }
    }

    private func unfairMeeting(_ limit: Int) -> Int? {
        let state = search.programme.state
        let breaks = (0..<state.problem.participantCount).map { state.breaks(of: $0) }
        guard let least = breaks.min() else { return nil }
        let unfair = breaks.indices.filter { breaks[$0] - least > limit }
        for participant in unfair.sorted(by: { (-breaks[$0], $0) < (-breaks[$1], $1) }) {
            for meeting in own[Int(start[participant])..<Int(start[participant + 1])].map({ Int($0) })
            where search.programme.isPlaced(meeting) && !search.programme.isPinned[meeting]
                && !state.problem.required[meeting] && state.isRemovable(meeting)
            {
                return meeting
            }
        }
        return nil
    }
}

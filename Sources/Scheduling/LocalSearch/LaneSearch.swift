import Dispatch
import Synchronization

/// Runs local searches side by side: each epoch deals the days out to the lanes anew, and each lane changes its own days
/// only, so that their results fit together.
///
/// A problem of one day, or with an order of meetings across days, gives every lane all days, and the best result counts;
/// so does every other epoch when there are as few days as lanes, since no meeting could change its day otherwise.
/// What a lane does depends on the seed and the epoch alone, so one worker finds the same programme as two.
struct LaneSearch {
    static let laneCount = 2

    private(set) var state: SearchState
    private(set) var best: SearchState
    private(set) var steps = 0
    /// Above this weight fewer breaks count more than weight.
    var floor = Int.max
    private let seed: UInt64
    private let workers: Int
    private var epoch: UInt64 = 0

    /// Meetings that a best programme may hold; the others get a turn now and then.
    private let promising: [Bool]

    init(_ state: SearchState, seed: UInt64, workers: Int, promising: [Bool]) {
        self.promising = promising
        self.state = state
        best = state
        self.seed = seed
        self.workers = workers
    }

    private var isSplit: Bool {
        let problem = state.problem
        guard problem.dayCount > 1, !problem.hasOrder else { return false }
        return problem.dayCount > Self.laneCount || epoch % 2 == 0
    }

    /// One round of all lanes.
    /// - Parameter steps: Moves of each lane.
    mutating func run(steps count: Int, costs: LocalSearch.Costs, mix: LocalSearch.Mix, temperature: Double) {
        epoch += 1
        let lanes = makeLanes(costs)
        let results = Mutex([LocalSearch?](repeating: nil, count: lanes.count))
        @Sendable func work(_ index: Int) {
            var lane = lanes[index]
            lane.temperature = temperature
            for _ in 0..<count { lane.step(mix) }
            results.withLock { $0[index] = lane }
        }
        if workers > 1 {
            DispatchQueue.concurrentPerform(iterations: lanes.count) { work($0) }
        } else {
            for index in lanes.indices { work(index) }
        }
        let done = results.withLock { $0.compactMap { $0 } }
        steps += count * lanes.count
        state = isSplit ? merged(done.map(\.state)) : best(of: done.map(\.state))
        if state.isBetter(than: best, floor: floor) { best = state }
    }

    /// Goes on from the best programme so far.
    mutating func returnToBest() { state = best }

    private var days: [[Int]] {
        let all = Array(0..<state.problem.dayCount)
        guard isSplit else { return Array(repeating: all, count: Self.laneCount) }
        var chance = RandomSource(seed: seed &+ epoch, stream: 6)
        var dealt = all
        for index in all.indices.dropLast() {
            dealt.swapAt(index, index + chance.below(dealt.count - index))
        }
        return (0..<Self.laneCount).map { lane in
            dealt.indices.filter { $0 % Self.laneCount == lane }.map { dealt[$0] }.sorted()
        }
    }

    private func makeLanes(_ costs: LocalSearch.Costs) -> [LocalSearch] {
        let turn = Int(epoch % 16)
        // What must come before another meeting is placed with it, promising or not.
        let isOrdered = state.problem.hasOrder
        let unplaced = (0..<state.problem.meetingCount).filter {
            state.slotOf[$0] < 0 && (isOrdered || promising[$0] || $0 % 16 == turn)
        }.map { Int32($0) }
        return days.enumerated().map { lane, days in
            var own = state
            var costs = costs
            var mine = unplaced
            if isSplit {
                mine = unplaced.filter { (UInt64($0) &+ epoch) % UInt64(Self.laneCount) == UInt64(lane) }
                own.limits = limits(of: lane)
                // Each lane may lose its part of what may be lost in all.
                costs.floor = max(
                    costs.floor,
                    state.placedWeight - (state.placedWeight - costs.floor) / Self.laneCount
                )
            }
            return LocalSearch(
                own,
                seed: seed &+ epoch &* 0x9E37_79B9 &+ UInt64(lane),
                costs: costs,
                days: days,
                unplaced: mine
            )
        }
    }

    /// What is left of a participant's limit is dealt out to the lanes; who gets the odd one changes with the epoch.
    private func limits(of lane: Int) -> [Int32] {
        state.problem.maxMeetings.enumerated().map { participant, limit in
            guard limit != CompiledProblem.unlimited else { return limit }
            let left = Int(limit - state.total[participant])
            let turn = (participant + Int(epoch % UInt64(Self.laneCount)) + lane) % Self.laneCount
            return state.total[participant] + Int32((left + turn) / Self.laneCount)
        }
    }

    /// The days of each lane's state in one.
    private func merged(_ states: [SearchState]) -> SearchState {
        let problem = state.problem
        var result = states[0]
        result.limits = problem.maxMeetings
        var changed: [(meeting: Int, lane: Int)] = []
        for (lane, other) in states.enumerated().dropFirst() {
            for meeting in 0..<problem.meetingCount {
                let isSame =
                    other.slotOf[meeting] == state.slotOf[meeting]
                    && other.hallOf[meeting] == state.hallOf[meeting]
                    && other.interpreterOf[meeting] == state.interpreterOf[meeting]
                if !isSame { changed.append((meeting, lane)) }
            }
        }
        for (meeting, _) in changed where result.slotOf[meeting] >= 0 { result.remove(meeting) }
        for (meeting, lane) in changed where states[lane].slotOf[meeting] >= 0 {
            result.place(
                meeting,
                slot: Int(states[lane].slotOf[meeting]),
                hall: states[lane].hallOf[meeting],
                interpreter: states[lane].interpreterOf[meeting]
            )
        }
        return result
    }

    private func best(of states: [SearchState]) -> SearchState {
        states.dropFirst().reduce(states[0]) { $1.isBetter(than: $0, floor: floor) ? $1 : $0 }
    }
}

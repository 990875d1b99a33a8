import Dispatch
import Synchronization

/// Proves the least number of breaks of a meeting list that must be placed whole, by satisfiability.
enum ExactSearch {
    /// Larger lists are left to the local search.
    static let largestModel = 60_000

    /// Whether every meeting is required and only slots and tables bind.
    static func suits(_ problem: MeetingProblem) -> Bool {
        guard !problem.meetings.isEmpty, problem.meetings.allSatisfy(\.isRequired),
            problem.meetings.count * problem.slotDays.count <= largestModel,
            problem.walk.allSatisfy({ $0 == 0 })
        else { return false }
        var counts = [Int](repeating: 0, count: problem.participants.count)
        for meeting in problem.meetings {
            counts[meeting.a] += 1
            counts[meeting.b] += 1
            let one = Set(problem.participants[meeting.a].languages)
            let other = Set(problem.participants[meeting.b].languages)
            guard one.isEmpty || other.isEmpty || !one.isDisjoint(with: other) else { return false }
        }
        return problem.participants.enumerated().allSatisfy { index, person in
            person.parallel == 1 && counts[index] <= person.maxMeetings ?? .max
        }
    }

    /// Conflicts for one question to a lane's solver in the first round, and the most.
    ///
    /// Each round has twice as many as the one before: interrupted often, the solver takes twice as long.
    private static let roundConflicts = (first: 2_000, most: 32_000)

    /// Two lanes in rounds of as many conflicts each: what is found depends on the rounds alone, not on who is first,
    /// nor on the number of workers.
    ///
    /// Nothing in it is left to chance.
    static func solve(
        _ problem: MeetingProblem,
        compiled: CompiledProblem,
        workers: Int = 2,
        share: () -> Double,
        report: (Scheduler.Progress) -> Void
    ) -> ProgrammeSolution {
        let weight = problem.meetings.reduce(0) { $0 + $1.weight }
        var solution = Scheduler.solution(problem, state: SearchState(compiled), weightBound: weight)
        let list = MeetingList(compiled, fairness: problem.fairness)
        guard let first = BoundLane(list), let second = ProgrammeLane(list) else { return solution }
        let lanes: [any ExactLane] = [first, second]
        var best: SearchState?
        var bound = 0
        var conflicts = roundConflicts.first
        repeat {
            runRound(lanes, known: bound, conflicts: conflicts, workers: workers) { share() >= 1 }
            conflicts = min(2 * conflicts, roundConflicts.most)
            for lane in lanes {
                if lane.isInfeasible {
                    solution.status = .infeasible
                    return solution
                }
                bound = max(bound, lane.bound)
                guard let slots = lane.slots, let state = state(of: slots, compiled) else { continue }
                if state.breaks < best?.breaks ?? .max {
                    best = state
                    report(Scheduler.Progress(value: state.value, weightBound: weight))
                }
            }
        } while bound < best?.breaks ?? .max && share() < 1
        if let best { solution = Scheduler.solution(problem, state: best, weightBound: weight) }
        if let best, best.breaks <= bound { solution.status = .optimal }
        solution.breaksBound = bound
        return solution
    }

    /// The first lane works on the caller's thread, which may ask for the end; the second on another.
    private static func runRound(
        _ lanes: [any ExactLane],
        known: Int,
        conflicts: Int,
        workers: Int,
        isStopped: () -> Bool
    ) {
        guard workers > 1 else {
            for lane in lanes { lane.run(known: known, conflicts: conflicts, isStopped: isStopped) }
            return
        }
        let stop = StopFlag()
        let group = DispatchGroup()
        DispatchQueue.global(qos: .userInitiated).async(group: group) {
            lanes[1].run(known: known, conflicts: conflicts) { stop.isSet }
        }
        lanes[0].run(known: known, conflicts: conflicts) {
            if isStopped() { stop.set() }
            return stop.isSet
        }
        while group.wait(timeout: .now() + .milliseconds(20)) == .timedOut {
            if isStopped() { stop.set() }
        }
    }

    private static func state(of slots: [Int], _ problem: CompiledProblem) -> SearchState? {
        var state = SearchState(problem)
        let order = slots.indices.sorted { (slots[$0], $0) < (slots[$1], $1) }
        for meeting in order {
            guard slots[meeting] >= 0, state.place(meeting, slot: slots[meeting]) else { return nil }
        }
        return state
    }
}

/// Tells the second lane that the caller wants an end.
private final class StopFlag: Sendable {
    private let value = Atomic(false)

    var isSet: Bool { value.load(ordering: .relaxed) }

    func set() { value.store(true, ordering: .relaxed) }
}

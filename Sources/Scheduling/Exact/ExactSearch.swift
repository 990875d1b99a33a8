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

    static func solve(
        _ problem: MeetingProblem,
        compiled: CompiledProblem,
        share: () -> Double,
        report: (Scheduler.Progress) -> Void
    ) -> ProgrammeSolution {
        let weight = problem.meetings.reduce(0) { $0 + $1.weight }
        let nothing = Scheduler.solution(problem, state: SearchState(compiled), weightBound: weight)
        guard var model = ExactModel(compiled, fairness: problem.fairness) else { return nothing }
        var best: SearchState?
        var limit = Int.max
        var isProven = false
        while true {
            let assumptions = limit < model.total.count ? [-model.total[limit]] : []
            let answer = model.solver.solve(assuming: assumptions) { share() >= 1 }
            if answer == .stopped { break }
            if answer == .unsatisfiable {
                isProven = true
                break
            }
            guard let state = state(of: model.slots(), compiled) else { break }
            best = state
            report(Scheduler.Progress(value: state.value, weightBound: weight))
            if state.breaks == 0 {
                isProven = true
                break
            }
            limit = state.breaks - 1
            // Counts over the counter's length are not told apart; ask for its longest first.
            limit = min(limit, model.total.count - 1)
        }
        guard let best else {
            var solution = nothing
            if isProven { solution.status = .infeasible }
            return solution
        }
        var solution = Scheduler.solution(problem, state: best, weightBound: weight)
        if isProven, best.breaks < model.total.count || best.breaks == 0 {
            solution.status = .optimal
            solution.breaksBound = best.breaks
        }
        return solution
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

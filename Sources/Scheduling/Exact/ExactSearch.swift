/// placeholder
enum ExactSearch {
    static func suits(_ problem: MeetingProblem) -> Bool { false }
    static func solve(
        _ problem: MeetingProblem,
        compiled: CompiledProblem,
        share: () -> Double,
        report: (Scheduler.Progress) -> Void
    ) -> ProgrammeSolution {
        Scheduler.solution(problem, state: SearchState(compiled), weightBound: 0)
    }
}

import FairwayCore
import FairwayStore
import Foundation
import Scheduling

/// Runs the pure engines against the store with a real clock: the one place where the two meet.
struct EngineRunner: Sendable {
    let store: ExpoStore
    let actor: String

    /// Proposes partners for everyone and stores them.
    /// - Returns: the number of matches.
    func match(perEnterprise: Int) throws -> Int {
        let matches = MatchEngine.matches(of: try store.expoData(), perEnterprise: perEnterprise)
        try store.replaceMatches(matches, by: actor)
        return matches.count
    }

    /// Makes a programme of the accepted requests and stores it as a run.
    /// - Returns: also what the engine proved.
    func schedule(
        _ settings: Scheduler.Settings,
        timeLimitSeconds: Double,
        report: (ScheduleProgress) -> Void
    ) throws -> (run: Run, programme: Programme, solution: ProgrammeSolution) {
        let startedAt = Date().timeIntervalSince1970
        let watch = Stopwatch()
        let plan = try ProgrammePlan(data: try store.expoData())
        let solution = try Scheduler.solve(
            plan.problem,
            settings: settings,
            share: { watch.seconds / timeLimitSeconds },
            report: { progress in
                report(
                    ScheduleProgress(
                        share: min(1, watch.seconds / timeLimitSeconds),
                        placedWeight: progress.value.placedWeight,
                        bound: progress.weightBound,
                        breaks: progress.value.breaks
                    )
                )
            }
        )
        let programme = plan.programme(
            from: solution,
            explanation: try Scheduler.explanation(of: solution, in: plan.problem)
        )
        let run = try store.saveRun(
            programme,
            seed: settings.seed,
            timeLimitSeconds: timeLimitSeconds,
            elapsedSeconds: watch.seconds,
            startedAt: startedAt,
            by: actor
        )
        return (run, programme, solution)
    }
}

/// How far a scheduling run is.
struct ScheduleProgress: Sendable {
    /// Used part of the time limit, 0 … 1.
    var share: Double
    var placedWeight: Int
    var bound: Int
    var breaks: Int
}

import FairwayCore
import FairwayStore
import Foundation
import Scheduling

/// Runs the pure engines against the store with a real clock: the one place where the two meet.
struct EngineRunner: Sendable {
    let store: ExpoStore

    /// Proposes partners for everyone and stores them.
    /// - Parameters:
    ///   - maxGini: No greater concentration of what is shown; nil leaves it as it comes.
    ///   - actor: Whom the audit log names.
    @discardableResult
    func match(perEnterprise: Int, maxGini: Double? = nil, by actor: String) async throws -> MatchRun {
        let data = try await store.expo.data()
        let enterprises = data.enterprises.filter { $0.status != .declined }.map(\.id)
        let affinity = try await affinity(of: data)
        var matches = MatchEngine.matches(of: data, perEnterprise: perEnterprise, affinity: affinity)
        var keptScore = 1.0
        if let maxGini {
            let bounded = BoundedExposure.bounded(matches, enterprises: enterprises, gini: maxGini)
            (matches, keptScore) = (bounded.matches, bounded.keptScore)
        }
        try await store.matches.replace(matches, by: actor)
        return MatchRun(
            count: matches.count,
            links: affinity?.links.count,
            exposure: MatchExposure(matches, enterprises: enterprises),
            keptScore: keptScore
        )
    }

    /// What is like in meaning, by the vectors that the store has; nil when it has none.
    func affinity(of data: ExpoData) async throws -> SemanticAffinity? {
        guard let model = try await store.vectors.richestModel() else { return nil }
        return try await store.vectors.goods(of: data, by: model).affinity()
    }

    /// Makes a programme of the accepted requests and stores it as a run.
    /// - Parameter actor: Whom the audit log names.
    /// - Returns: also what the engine proved.
    func schedule(
        _ settings: Scheduler.Settings,
        timeLimitSeconds: Double,
        by actor: String,
        report: (ScheduleProgress) -> Void
    ) async throws -> (run: Run, programme: Programme, solution: ProgrammeSolution) {
        let startedAt = Date().timeIntervalSince1970
        let watch = Stopwatch()
        let plan = try ProgrammePlan(data: try await store.expo.data())
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
        let run = try await store.programmes.save(
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

/// What a run of the matching gave.
struct MatchRun {
    var count: Int
    /// Products and demands alike in meaning; nil when texts have no vectors.
    var links: Int?
    /// How evenly everyone is shown.
    var exposure: MatchExposure
    /// The share of the sum of scores that a bound on concentration left.
    var keptScore: Double
}

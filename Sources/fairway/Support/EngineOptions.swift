import ArgumentParser
import Scheduling

/// How long and how hard the programme engine works.
struct EngineOptions: ParsableArguments {
    @Option(help: "Seconds to search.") var timeLimit: Double = 30
    @Option(help: "Moves to search instead of a time: the same programme on every machine.") var steps: Int?
    @Option(help: "The same seed and work give the same programme.") var seed: UInt64 = 1
    @Option(help: "Threads that search at once.") var workers = 2
    @Option(help: "Percent of the placed weight that may be given up for fewer breaks.") var tolerance:
        Double = 0

    /// A day, in seconds: no search finds more in the second one.
    static let maxTimeLimit: Double = 86_400

    func validate() throws {
        guard timeLimit > 0, timeLimit <= Self.maxTimeLimit else {
            throw ValidationError("--time-limit is in seconds, over 0, at most \(Int(Self.maxTimeLimit)).")
        }
        guard steps ?? 1 > 0 else { throw ValidationError("--steps must be over 0.") }
        guard workers > 0 else { throw ValidationError("--workers must be at least 1.") }
        guard (0...100).contains(tolerance) else {
            throw ValidationError("--tolerance is in percent, 0 to 100.")
        }
    }

    var settings: Scheduler.Settings {
        Scheduler.Settings(seed: seed, stepLimit: steps, workers: workers, weightTolerance: tolerance / 100)
    }
}

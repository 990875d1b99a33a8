import ArgumentParser
import Scheduling

/// How long and how hard the programme engine works.
struct EngineOptions: ParsableArguments {
    @Option(help: "Seconds to search.", transform: NumberOption.decimal(0...maxTimeLimit))
    var timeLimit = 30.0
    @Option(
        help: "Moves to search instead of a time: the same programme on every machine.",
        transform: NumberOption.whole(1...1_000_000_000_000)
    )
    var steps: Int?
    @Option(help: "The same seed and work give the same programme.") var seed: UInt64 = 1
    @Option(help: "Threads that search at once.", transform: NumberOption.whole(1...1024)) var workers = 2
    @Option(
        help: "Percent of the placed weight that may be given up for fewer breaks.",
        transform: NumberOption.decimal(0...100)
    )
    var tolerance = 0.0

    /// A day, in seconds: no search finds more in the second one.
    static let maxTimeLimit: Double = 86_400

    func validate() throws {
        guard timeLimit > 0 else { throw ValidationError("--time-limit is in seconds, over 0.") }
    }

    var settings: Scheduler.Settings {
        Scheduler.Settings(seed: seed, stepLimit: steps, workers: workers, weightTolerance: tolerance / 100)
    }
}

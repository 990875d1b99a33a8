package import FairwayCore
import Scheduling

/// Makes a programme of the accepted requests.
package struct ScheduleTask: WorkerTask {
    package struct Input: CarriesLists {
        package static var lists: [CarriedList<Input>] { CarriedList.ofExpo(\.data) }

        package var data: ExpoData
        package var seed: UInt64
        /// Of search.
        package var seconds: Double

        /// - Parameter data: The expo; what no programme depends on is left out here.
        package init(data: ExpoData, seed: UInt64, seconds: Double) {
            self.data = data
            self.data.products = []
            self.data.demands = []
            self.data.representatives = []
            self.data.outcomes = []
            self.data.economies = []
            self.data.regions = []
            for place in self.data.enterprises.indices {
                self.data.enterprises[place].about = LocalizedText()
            }
            self.seed = seed
            self.seconds = seconds
        }
    }

    package struct Output: CarriesLists {
        package static var lists: [CarriedList<Output>] {
            [CarriedList(\.programme.meetings), CarriedList(\.programme.unplaced)]
        }

        package var programme: Programme
        package var elapsedSeconds: Double
    }

    package static let name = "schedule"
    package static let limits = WorkerLimits(
        memory: 2 << 30,
        cpuSeconds: 1800,
        wallSeconds: 900,
        isLong: true
    )

    package init() {}

    package mutating func run(_ input: Input, report: (WorkerProgress) -> Void) throws -> Output {
        let clock = ContinuousClock()
        let start = clock.now
        func elapsed() -> Double { (clock.now - start) / .seconds(1) }
        let plan = try ProgrammePlan(data: input.data)
        let solution = try Scheduler.solve(
            plan.problem,
            settings: .init(seed: input.seed),
            share: { elapsed() / input.seconds },
            report: { progress in
                report(
                    WorkerProgress(
                        share: min(1, elapsed() / input.seconds),
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
        return Output(programme: programme, elapsedSeconds: elapsed())
    }
}

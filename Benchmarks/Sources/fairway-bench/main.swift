import Foundation
import Scheduling

// Quality and time of the engine on fixed problems, beside plain greedy in the same run.
// usage: fairway-bench [--instances DIR] [--seconds S]

func option(_ name: String) -> String? {
    let arguments = CommandLine.arguments
    return arguments.firstIndex(of: name).flatMap { $0 + 1 < arguments.count ? arguments[$0 + 1] : nil }
}

struct Line: Encodable {
    var instance: String
    var status: String
    var placedWeight: Int
    var bound: Int
    var gapPercent: Double
    var greedyWeight: Int
    var gapClosedPercent: Double
    var breaks: Int
    var seconds: Double
}

func seconds(since start: ContinuousClock.Instant) -> Double {
    let elapsed = start.duration(to: .now).components
    return Double(elapsed.seconds) + Double(elapsed.attoseconds) / 1e18
}

var problems = ExpoProblem.named.map { (name: $0.name, problem: $0.shape.problem(seed: 1)) }
if let folder = option("--instances") {
    for file in try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    where file.hasSuffix(".json") {
        let data = try Data(contentsOf: URL(fileURLWithPath: folder + "/" + file))
        let instance = try JSONDecoder().decode(InstanceFile.self, from: data)
        problems.append((instance.name, instance.problem))
    }
}
let limit = option("--seconds").flatMap { Double($0) } ?? 20
var lines: [Line] = []
print("instance\tstatus\tweight\tbound\tgap %\tgreedy\tgap closed %\tbreaks\tseconds")
for (name, problem) in problems {
    let start = ContinuousClock.now
    let solution = try Scheduler.solve(
        problem,
        settings: .init(seed: 1),
        share: { seconds(since: start) / limit },
        report: { _ in }
    )
    let elapsed = seconds(since: start)
    let greedy = PlainGreedy.placedWeight(problem)
    let (weight, bound) = (solution.value.placedWeight, solution.weightBound)
    let line = Line(
        instance: name,
        status: "\(solution.status)",
        placedWeight: weight,
        bound: bound,
        gapPercent: bound > 0 ? Double(bound - weight) / Double(bound) * 100 : 0,
        greedyWeight: greedy,
        gapClosedPercent: bound > greedy ? Double(weight - greedy) / Double(bound - greedy) * 100 : 100,
        breaks: solution.value.breaks,
        seconds: elapsed
    )
    lines.append(line)
    print(
        name,
        line.status,
        weight,
        bound,
        String(format: "%.2f", line.gapPercent),
        greedy,
        String(format: "%.0f", line.gapClosedPercent),
        line.breaks,
        String(format: "%.1f", elapsed),
        separator: "\t"
    )
}
let encoder = JSONEncoder()
encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
try encoder.encode(lines).write(to: URL(fileURLWithPath: "bench.json"))
print("bench.json written")

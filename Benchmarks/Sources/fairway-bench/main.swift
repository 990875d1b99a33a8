import Foundation

// Time and outcome of replanning an instance's programme. usage: fairway-bench INSTANCE [SECONDS]
// The instance needs three days, a few dozen buyers and a hall, as `generate.py expo --scale medium` makes them.

let arguments = CommandLine.arguments
guard arguments.count > 1 else {
    print("usage: fairway-bench INSTANCE [SECONDS]")
    exit(2)
}
let data = try Data(contentsOf: URL(fileURLWithPath: arguments[1]))
let instance = try JSONDecoder().decode(InstanceFile.self, from: data)
let limit = arguments.count > 2 ? Double(arguments[2]) ?? 20 : 20
try ReplanBenchmark(instance.problem, seconds: limit).printTable()

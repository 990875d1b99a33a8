import Foundation

/// The built command, run as a user runs it: as a process of its own.
struct FairwayProcess {
    /// A folder that goes with the test.
    let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("fairway-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    func path(_ name: String) -> String {
        folder.appendingPathComponent(name).path
    }

    func remove() {
        try? FileManager.default.removeItem(at: folder)
    }

    /// Runs to the end.
    @discardableResult
    func run(_ arguments: String..., database: String = "expo.sqlite") throws -> (
        status: Int32, output: String
    ) {
        try run(arguments, database: database)
    }

    func run(_ arguments: [String], database: String = "expo.sqlite") throws -> (
        status: Int32, output: String
    ) {
        let output = path("output-\(UUID().uuidString).txt")
        let process = try start(arguments, database: database, output: output)
        process.waitUntilExit()
        return (process.terminationStatus, try String(contentsOfFile: output, encoding: .utf8))
    }

    /// Starts and returns at once; standard output and error go to `output`.
    func start(_ arguments: [String], database: String = "expo.sqlite", output: String) throws -> Process {
        _ = FileManager.default.createFile(atPath: output, contents: nil)
        let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: output))
        let process = Process()
        process.executableURL = FairwayProcess.binary
        process.arguments = arguments
        process.environment = ProcessInfo.processInfo.environment.merging(
            ["FAIRWAY_DATABASE": path(database), "LC_ALL": "en_US.UTF-8"]
        ) { $1 }
        process.standardOutput = handle
        process.standardError = handle
        try process.run()
        return process
    }

    /// The command stands beside the test bundle.
    static var binary: URL {
        URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath().deletingLastPathComponent()
            .appendingPathComponent("fairway")
    }
}

import ArgumentParser
import Workers

/// `fairway worker`: one piece of work in a process that may die, started by the server and never by people.
struct WorkerCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "worker",
        abstract: "Answer the server's questions on standard input.",
        shouldDisplay: false
    )

    @Argument(help: "The task.") var task: String

    func run() throws {
        let status = WorkerProcess.run(task)
        guard status == 0 else { throw ExitCode(status) }
    }
}

import Foundation
import TrapTasks
import Workers

// A program with tasks that die, started as `fairway` is: TrapWorker worker NAME.
exit(WorkerProcess.run(CommandLine.arguments.last ?? "", among: [TrapTask.self]))

import Foundation

/// How a command shares the processors with a server on the same machine.
enum ProcessPriority {
    /// As a worker's that takes minutes (`WorkerLimits`): alone on the machine, a command is as fast as ever.
    private static let niceness: Int32 = 15

    /// Lets pages go first; threads that are started later follow the one that calls this.
    static func giveWay() { setpriority(Int32(PRIO_PROCESS.rawValue), 0, niceness) }
}

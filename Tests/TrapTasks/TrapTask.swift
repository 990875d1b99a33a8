import Foundation
import Glibc
package import Workers

/// Does on purpose what no task should: how the pool lives with it is tested with real processes.
package struct TrapTask: WorkerTask {
    package enum Input: Codable, Equatable, Sendable {
        case add(Int, Int)
        /// How often this worker was asked so.
        case count
        case trap
        case allocate(bytes: Int)
        /// The processor, without end.
        case burn
        case wait
        case writeAndTrap
    }

    package static let name = "trap"
    package static let limits = WorkerLimits(memory: 512 << 20, cpuSeconds: 2, wallSeconds: 4)
    /// The file that `writeAndTrap` leaves.
    package static let mark = "trap-was-here"

    private var counted = 0

    package init() {}

    package mutating func run(_ input: Input, report: (WorkerProgress) -> Void) throws -> Int {
        switch input {
        case .add(let one, let other): return one + other
        case .count:
            counted += 1
            return counted
        case .trap: return [Int]()[counted]
        case .allocate(let bytes):
            let memory = [UInt8](repeating: 1, count: bytes)
            return memory.reduce(0) { $0 &+ Int($1) }
        case .burn:
            while true { counted &+= 1 }
        case .wait:
            while true { sleep(60) }
        case .writeAndTrap:
            let path = FileManager.default.temporaryDirectory.path + "/" + Self.mark
            try Data([1]).write(to: URL(fileURLWithPath: path))
            return [Int]()[counted]
        }
    }
}

import FairwayCore
import Foundation
import Logging

/// Starts matching and scheduling beside the requests, one job at a time.
struct JobDesk: Sendable {
    let engines: WebEngines
    let board: JobBoard
    let logger: Logger

    /// Seconds of search that may be asked for.
    static let timeLimits = [5, 20, 60, 300]
    static let usualSeconds = 20

    /// - Returns: false when another job runs.
    func match() async -> Bool {
        guard await board.begin(.match) else { return false }
        let (engines, board, logger) = (engines, board, logger)
        Self.runOffRequest {
            do {
                let count = try engines.match()
                await board.finish(.finished(.match, result: count))
            } catch {
                logger.error("match failed: \(error)")
                await board.finish(.failed(.match, ""))
            }
        }
        return true
    }

    /// - Returns: false when another job runs.
    func schedule(seconds: Int) async -> Bool {
        guard await board.begin(.schedule) else { return false }
        let (engines, board, logger) = (engines, board, logger)
        Self.runOffRequest {
            do {
                let run = try engines.schedule(Double(seconds)) { progress in
                    Task { await board.report(.schedule, progress) }
                }
                await board.finish(.finished(.schedule, result: Int(run.id)))
            } catch {
                logger.error("schedule failed: \(error)")
                await board.finish(.failed(.schedule, ""))
            }
        }
        return true
    }

    /// The one place where work outlives its request: a job runs to its end whether or not anyone watches.
    private static func runOffRequest(_ work: @escaping @Sendable () async -> Void) {
        Thread.detachNewThread {
            let done = DispatchSemaphore(value: 0)
            Task {
                await work()
                done.signal()
            }
            done.wait()
        }
    }
}

import FairwayCore
import Foundation
import Images
import ImageSamples
import Logging
import Synchronization
import Testing
import TrapTasks

@testable import Workers

/// Workers as the server uses them: real processes of the built command.
struct WorkerPoolTests {
    private static func pool(of program: String) -> WorkerPool {
        WorkerPool(
            program: URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
                .deletingLastPathComponent().appendingPathComponent(program).path,
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        )
    }

    private let fairway = pool(of: "fairway")
    /// Its task does what no task should.
    private let pool = pool(of: "TrapWorker")

    private func expo() -> ExpoData {
        SampleExpo.generate(seed: 3, scale: 0.02, regions: [], economies: [])
    }

    @Test func aWorkerAnswersAsTheEngineDoes() async throws {
        let data = expo()
        let answer = try await fairway.run(MatchTask.self, .all(data, perEnterprise: 3, nil), for: "test")
        guard case .all(let matches) = answer else { throw WorkerError.cancelled }
        #expect(matches == MatchEngine.matches(of: data, perEnterprise: 3))
    }

    @Test func progressComesBeforeTheAnswer() async throws {
        let shares = Mutex<[Double]>([])
        let answer = try await fairway.run(
            ScheduleTask.self,
            ScheduleTask.Input(data: expo(), seed: 1, seconds: 1),
            for: "test"
        ) { progress in shares.withLock { $0.append(progress.share) } }
        #expect(!answer.programme.meetings.isEmpty)
        let seen = shares.withLock { $0 }
        #expect(!seen.isEmpty && seen == seen.sorted())
    }

    @Test func aTaskThatTrapsIsAFailureWithAReference() async throws {
        let error = await #expect(throws: WorkerError.self) {
            _ = try await pool.run(TrapTask.self, .trap, for: "test")
        }
        guard case .crashed(let reference)? = error else { throw WorkerError.cancelled }
        #expect(reference.count == 8)
        for language in Language.allCases {
            #expect(WorkerError.crashed(reference: reference).words(in: language).contains(reference))
        }
        // The pool serves on.
        #expect(try await pool.run(TrapTask.self, .add(2, 3), for: "test") == 5)
    }

    @Test func aTaskThatWantsTooMuchMemoryIsEnded() async throws {
        let error = await #expect(throws: WorkerError.self) {
            _ = try await pool.run(TrapTask.self, .allocate(bytes: 1 << 30), for: "test")
        }
        guard case .tooMuchMemory? = error else {
            Issue.record("\(String(describing: error))")
            return
        }
    }

    @Test func aTaskThatWantsTooMuchTimeIsEnded() async throws {
        // One burns the processor, the other only waits.
        for input in [TrapTask.Input.burn, .wait] {
            let error = await #expect(throws: WorkerError.self) {
                _ = try await pool.run(TrapTask.self, input, for: "test")
            }
            guard case .tooMuchTime? = error else {
                Issue.record("\(input): \(String(describing: error))")
                continue
            }
        }
    }

    @Test func aRefusalKeepsItsWords() async throws {
        var data = expo()
        data.expo?.slots = []
        let error = await #expect(throws: WorkerRefusal.self) {
            _ = try await fairway.run(ScheduleTask.self, .init(data: data, seed: 1, seconds: 1), for: "test")
        }
        #expect(error?.words(in: .zh).isEmpty == false && error?.words(in: .ru) != error?.words(in: .en))
    }

    @Test func whoCancelsGetsNoAnswerAndLeavesNoProcess() async throws {
        let asking = Task { try await pool.run(TrapTask.self, .wait, for: "test") }
        try await Task.sleep(for: .milliseconds(300))
        asking.cancel()
        await #expect(throws: (any Error).self) { _ = try await asking.value }
        #expect(try await pool.run(TrapTask.self, .add(1, 1), for: "test") == 2)
    }

    @Test func aClosedPoolEndsItsWorkersAndTakesNoMore() async throws {
        let asking = Task { try await pool.run(TrapTask.self, .wait, for: "test") }
        try await Task.sleep(for: .milliseconds(300))
        pool.close()
        await #expect(throws: WorkerError.cancelled) { _ = try await asking.value }
        await #expect(throws: WorkerError.cancelled) {
            _ = try await pool.run(TrapTask.self, .add(1, 1), for: "test")
        }
    }

    @Test func aSessionRemembersAndBeginsAnewAfterADeath() async throws {
        let sums = try await pool.session(TrapTask.self) { worker in
            var sums = [try await worker.ask(.count, for: "test"), try await worker.ask(.count, for: "test")]
            await #expect(throws: WorkerError.self) { _ = try await worker.ask(.trap, for: "test") }
            sums.append(try await worker.ask(.count, for: "test"))
            return sums
        }
        #expect(sums == [1, 2, 1])
    }

    @Test func manyAtOnceAreAllAnswered() async throws {
        let pool = pool
        let sums = try await withThrowingTaskGroup(of: Int.self) { group in
            for number in 0..<40 {
                group.addTask {
                    try await pool.run(TrapTask.self, .add(number, 1), for: "user \(number % 7)")
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(sums.sorted() == Array(1...40))
    }

    @Test func aWorkerLeavesNoFilesBehind() async throws {
        let folder = FileManager.default.temporaryDirectory.path
        func folders() throws -> [String] {
            try FileManager.default.contentsOfDirectory(atPath: folder).filter { name in
                name.hasPrefix("fairway-")
                    && FileManager.default.fileExists(atPath: "\(folder)/\(name)/\(TrapTask.mark)")
            }
        }
        await #expect(throws: WorkerError.self) {
            _ = try await pool.run(TrapTask.self, .writeAndTrap, for: "test")
        }
        #expect(try folders().isEmpty)
    }
}

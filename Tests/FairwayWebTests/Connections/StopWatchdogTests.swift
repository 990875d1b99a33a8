import Testing

@testable import FairwayWeb

/// Who is told to stop and cannot is ended; who can is left alone.
struct StopWatchdogTests {
    @Test(.timeLimit(.minutes(1))) func endsTheProcessWhenTheStopBlocks() async throws {
        let log = LogLines()
        let (endings, ending) = AsyncStream.makeStream(of: Void.self)
        let watchdog = StopWatchdog(patienceSeconds: 0.1, logger: log.logger) {
            ending.yield()
            ending.finish()
        }
        let running = Task { try await watchdog.run() }
        running.cancel()
        // Without an ending the test waits here until its time is over.
        var count = 0
        for await _ in endings { count += 1 }
        #expect(count == 1)
        #expect(log.all.contains { $0.contains("something was still being done") })
        try await running.value
    }

    @Test func leavesAServerAloneThatStoppedInTime() {
        let log = LogLines()
        let watchdog = StopWatchdog(patienceSeconds: 0, logger: log.logger) {
            Issue.record("the process was ended")
        }
        watchdog.end()
        watchdog.endWhatBlocks()
        #expect(log.all.isEmpty)
    }
}

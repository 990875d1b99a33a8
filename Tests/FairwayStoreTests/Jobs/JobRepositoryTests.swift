import FairwayCore
@testable import FairwayStore
import Foundation
import Testing

struct JobRepositoryTests {
    private let servers: TwoServers

    init() async throws {
        servers = try TwoServers(try await TemporaryStore(try ExpoFixture.data()))
    }

    @Test func anotherServerShowsItAndBeginsNoSecond() async throws {
        #expect(try await servers.one.jobs.latest() == nil)
        let claim = try #require(try await servers.one.jobs.begin(.schedule, by: "olga", in: "a"))
        #expect(try await servers.other.jobs.begin(.match, by: "li", in: "b") == nil)
        #expect(try await servers.one.jobs.keepAlive(claim, progress: "{\"share\":0.5}"))
        let seen = try #require(try await servers.other.jobs.latest())
        #expect(seen.state == .running && seen.actor == "olga" && seen.progress.contains("0.5"))
        try await servers.one.jobs.end(claim, as: .finished, result: 7)
        #expect(try await servers.other.jobs.latest()?.result == 7)
        #expect(try await servers.other.jobs.begin(.match, by: "li", in: "b") != nil)
    }

    @Test func cancellingElsewhereEndsIt() async throws {
        let claim = try #require(try await servers.one.jobs.begin(.schedule, by: "olga", in: "a"))
        #expect(try await servers.other.jobs.cancel(by: "li"))
        #expect(try await !servers.one.jobs.keepAlive(claim, progress: "{}"))
        await #expect(throws: LeaseLost.self) { try await save(claim, in: servers.one) }
        try await servers.one.jobs.end(claim, as: .cancelled)
        #expect(try await servers.other.jobs.latest()?.state == .cancelled)
        #expect(try await !servers.other.jobs.cancel(by: "li"), "nothing runs")
    }

    @Test func aJobWhoseServerIsGoneHasFailedAndAnotherBegins() async throws {
        let claim = try #require(try await servers.one.jobs.begin(.schedule, by: "olga", in: "a"))
        servers.wait(JobRepository.seconds)
        let silent = try #require(try await servers.other.jobs.latest())
        #expect(silent.state == .failed)
        for language in Language.allCases { #expect(silent.reason[language]?.isEmpty == false) }
        let next = try #require(try await servers.other.jobs.begin(.schedule, by: "li", in: "b"))
        #expect(try await !servers.one.jobs.keepAlive(claim, progress: "{}"))
        await #expect(throws: LeaseLost.self) { try await save(claim, in: servers.one) }
        #expect(try await !servers.one.jobs.end(claim, as: .finished, result: 1))
        #expect(try await servers.one.programmes.runs().isEmpty)
        _ = try await save(next, in: servers.other)
        #expect(try await servers.one.programmes.runs().count == 1)
    }

    @Test func aClockThatIsSetBackKeepsNobodyWaiting() async throws {
        _ = try await servers.one.jobs.begin(.schedule, by: "olga", in: "a")
        servers.wait(-86_400)
        #expect(try await servers.other.jobs.begin(.schedule, by: "li", in: "b") != nil)
    }

    /// Its sign of life waits behind an import: it is stored as of when it is stored, and the job goes on.
    @Test func aSignOfLifeThatWaitedForAnotherWriterCounts() async throws {
        let servers = servers
        let claim = try #require(try await servers.one.jobs.begin(.schedule, by: "olga", in: "a"))
        let busy = await BusyWriter(servers.one)
        async let sign = servers.one.jobs.keepAlive(claim, progress: "{}")
        try await servers.one.wait(forWriters: 1)
        servers.wait(JobRepository.seconds - 1)
        await busy.finish()
        #expect(try await sign)
        servers.wait(JobRepository.seconds - 1)
        #expect(try await servers.other.jobs.latest()?.state == .running)
        #expect(try await servers.other.jobs.begin(.match, by: "li", in: "b") == nil)
    }

    /// What was found took longer to store than a job may be silent.
    @Test func storingWhatWasFoundIsASignOfLife() async throws {
        let claim = try #require(try await servers.one.jobs.begin(.schedule, by: "olga", in: "a"))
        servers.wait(JobRepository.seconds - 1)
        _ = try await save(claim, in: servers.one)
        servers.wait(JobRepository.seconds - 1)
        #expect(try await servers.other.jobs.latest()?.state == .running)
        #expect(try await servers.one.jobs.end(claim, as: .finished, result: 1))
    }

    @Test func ofManyWhoAskAtOnceOneBegins() async throws {
        let begun = try await withThrowingTaskGroup(of: Bool.self) { group in
            for number in 0..<20 {
                let store = number.isMultiple(of: 2) ? servers.one : servers.other
                group.addTask { try await store.jobs.begin(.match, by: "li", in: "\(number)") != nil }
            }
            return try await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(begun == 1)
    }

    private func save(_ claim: JobClaim, in store: ExpoStore) async throws -> Run {
        try await store.programmes.save(
            ExpoFixture.programme([ExpoFixture.meeting("Q1", slot: 2)]),
            seed: 1,
            timeLimitSeconds: 1,
            elapsedSeconds: 1,
            startedAt: 0,
            by: "planner",
            under: .job(claim)
        )
    }
}

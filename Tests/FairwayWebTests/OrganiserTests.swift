import FairwayCore
import FairwayStore
import Foundation
import Synchronization
import Testing

@testable import FairwayWeb

/// What the organiser's page takes and what it refuses, in words.
struct OrganiserTests {
    private let client: RouterClient

    init() async throws {
        client = try await RouterClient(
            data: SampleExpo.generate(seed: 3, scale: 0.01, regions: [], economies: [])
        )
    }

    private func token() async throws -> String {
        _ = try await client.get("/organiser")
        return try #require(client.cookies["form-token"])
    }

    @Test(arguments: [("zh", "请重新编排"), ("ru", "Составьте программу заново"), ("en", "Make a new programme")])
    func aProgrammeThatNoLongerFitsIsNotPublished(language: String, words: String) async throws {
        let empty = Programme(
            meetings: [],
            unplaced: [],
            value: ProgrammeValue(),
            bound: ProgrammeBound(placedWeight: 0)
        )
        let run = try await client.store.programmes.save(
            empty,
            seed: 1,
            timeLimitSeconds: 1,
            elapsedSeconds: 1,
            startedAt: 0,
            by: "test"
        )
        let form = ["token": try await token(), "run": "\(run.id)"]
        let answer = try await client.post("/organiser/publish", form, ["accept-language": language])
        #expect(answer.status == 409)
        #expect(answer.body.contains(words))
        #expect(try await client.store.publications.latest() == nil)
    }

    @Test(arguments: ["-5", "abc", "", "21", "999999999999999999999"])
    func aTimeThatIsNotOfferedStartsNothing(seconds: String) async throws {
        let form = ["token": try await token(), "seconds": seconds]
        let answer = try await client.post("/organiser/schedule", form, ["accept-language": "ru"])
        #expect(answer.status == 400)
        #expect(answer.body.contains("ничего не запущено"))
    }

    @Test func whoAsksOnlyWhetherThereIsProgressWatchesNothing() async throws {
        for _ in 0..<3 { #expect(try await client.head("/organiser/progress").status == 200) }
        #expect(await client.watchers.openStreams == 0)
    }

    @Test func aWatcherMoreThanThereMayBeIsToldTheStateAndLetGo() async throws {
        for _ in 0..<JobWatchers.maxWatchers { _ = await client.watchers.states() }
        let answer = try await client.get("/organiser/progress")
        #expect(answer.status == 200 && answer.body.hasPrefix("retry: 1000\ndata: {"))
        #expect(await client.watchers.openStreams == JobWatchers.maxWatchers)
    }

    @Test func aSecondJobIsNotTakenWhileOneRuns() async throws {
        let isReleased = Mutex(false)
        defer { isReleased.withLock { $0 = true } }
        let slow = try await RouterClient(
            data: nil,
            match: { _ in
                while !isReleased.withLock({ $0 }) { try await Task.sleep(for: .milliseconds(10)) }
                return 0
            }
        )
        _ = try await slow.get("/organiser")
        let form = ["token": try #require(slow.cookies["form-token"]), "seconds": "5"]
        #expect(try await slow.post("/organiser/match", form).status == 303)
        for path in ["/organiser/match", "/organiser/schedule"] {
            let answer = try await slow.post(path, form, ["accept-language": "en"])
            #expect(answer.status == 409)
            #expect(answer.body.contains("Another job is running"))
        }
    }
}

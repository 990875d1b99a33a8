import FairwayCore
import Foundation
import HTTPTypes
import Testing

@testable import FairwayStore
@testable import FairwayWeb

/// Jobs and what comes of them.
struct APIJobsTests {
    @Test func aJobRunsAndTellsItsResult() async throws {
        let (gate, opening) = AsyncStream.makeStream(of: Never.self)
        let client = try await RouterClient(
            data: APIFixture.data,
            as: nil,
            match: { _ in
                for await _ in gate {}
                return 7
            }
        )
        let token = try await client.token(as: .organiser, AccessScope.allCases)
        func start(_ body: String) async throws -> RouterClient.Answer {
            try await client.api(.post, "jobs", token: token, body)
        }
        #expect(try await client.api(.get, "jobs/current", token: token).json["state"] == "idle")
        let started = try await start(#"{"kind": "match"}"#)
        #expect(started.status == 202 && started.json["state"] == "running")
        #expect(try await start(#"{"kind": "schedule", "seconds": 5}"#).problem == "jobRunning")
        opening.finish()
        var state = JSONValue.null
        for _ in 0..<500 where state["state"] != "finished" {
            state = try await client.api(.get, "jobs/current", token: token).json
            await Task.yield()
            usleep(2000)
        }
        #expect(state["state"] == "finished" && state["result"] == 7 && state["kind"] == "match")
        let wrong = try await start(#"{"kind": "schedule", "seconds": 7}"#)
        #expect(wrong.json["errors"]?.items?.first?["reason"] == "notOffered")
    }

    @Test func aRunIsLookedAtBeforeItIsPublished() async throws {
        let fixture = try await APIFixture()
        try await fixture.saveEmptyRun()
        try await fixture.publishWithoutRules(30)
        let token = fixture.organiserToken
        let first = try await fixture.client.api(.get, "runs/1", token: token).json
        let second = try await fixture.client.api(.get, "runs/2", token: token).json
        #expect(first["isPublished"] == false && second["isPublished"] == true)
        #expect(second["seed"] == "1" && second["startedAt"] == "1970-01-01T00:00:00Z")
        let meetings = try await fixture.walk("runs/2/meetings?limit=4", token: token)
        #expect(meetings.count == 30)
        let unplaced = try await fixture.walk("runs/2/unplaced?limit=100", token: token)
        #expect(unplaced.count == APIFixture.data.requests.count - 30)
        #expect(unplaced.first?["reason"] == "leftOut")
        for language in ["zh", "ru", "en"] {
            #expect(unplaced.first?["reasonSentence"]?[language]?.text?.isEmpty == false)
        }
        #expect(try await fixture.walk("runs/1/meetings", token: token).isEmpty)
        for path in ["runs/9", "runs/x/meetings", "runs/9/unplaced", "runs/9/explanation"] {
            #expect(try await fixture.client.api(.get, path, token: token).status == 404)
        }
    }

    @Test func anInterpreterSeesTheirOwnMeetings() async throws {
        let client = try await RouterClient(data: APIFixture.data, as: nil)
        let (one, other) = (APIFixture.data.interpreters[0].id, APIFixture.data.interpreters[1].id)
        let meetings = APIFixture.data.requests.prefix(6).enumerated().map { index, request in
            Meeting(
                request: request.id,
                slot: 5 - index,
                place: Place(hall: APIFixture.data.halls[0].id),
                interpreter: index % 2 == 0 ? one : other
            )
        }
        let run = try await client.store.programmes.save(
            Programme(
                meetings: Array(meetings),
                unplaced: [],
                value: ProgrammeValue(),
                bound: ProgrammeBound(placedWeight: 0)
            ),
            seed: 1,
            timeLimitSeconds: 1,
            elapsedSeconds: 1,
            startedAt: 0,
            by: "test"
        )
        _ = try await client.store.publishUnchecked(run.id, by: "test")
        let token = try await client.token(as: .interpreter(one), AccessScope.offered(to: .interpreter))
        let own = try await client.api(.get, "interpreters/\(one)/meetings", token: token)
        #expect(own.json["items"]?.items?.map { $0["slot"] } == [1, 3, 5])
        #expect(try await client.api(.get, "interpreters/\(other)/meetings", token: token).status == 403)
    }
}

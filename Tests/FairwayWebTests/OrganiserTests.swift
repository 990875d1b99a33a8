import FairwayCore
import FairwayStore
import Testing

/// What the organiser's page takes and what it refuses, in words.
struct OrganiserTests {
    private let client: RouterClient

    init() throws {
        client = try RouterClient(
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
        let run = try client.store.saveRun(
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
        #expect(try client.store.publication() == nil)
    }
}

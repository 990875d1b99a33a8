import FairwayCore
import FairwayFormats
import FairwayStore
import Foundation
import NIOCore
import HTTPTypes
import ImageSamples
import Testing
import Workers

@testable import FairwayWeb

/// A job that dies is a failed job: whoever asked reads so, with a reference, and the server serves on.
struct WorkerFailureTests {
    private static let data = SampleExpo.generate(seed: 3, scale: 0.02, regions: [], economies: [])

    @Test(arguments: [("zh", "编号"), ("ru", "номер"), ("en", "reference")])
    func aTableThatEndsItsReaderIsToldToItsSender(language: String, word: String) async throws {
        let agency = Self.data.delegations[0].agency
        let client = try await RouterClient(
            data: Self.data,
            as: .agency(agency),
            workers: TestWorkers.deadPool()
        )
        _ = try await client.get("/sign-in")
        let token = client.cookies[GuardMiddleware.tokenCookie] ?? ""
        let body =
            "--B\r\nContent-Disposition: form-data; name=\"token\"\r\n\r\n\(token)\r\n--B\r\nContent-Disposition: "
            + "form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\ncode,name_en,economy,roles\r\n--B--\r\n"
        let answer = try await client.post(
            "/delegations/\(Self.data.delegations[0].id)/import",
            bytes: Array(body.utf8),
            type: "multipart/form-data; boundary=B",
            ["accept-language": language]
        )
        #expect(answer.status == 422)
        let reference = try Regex("\(word) ([0-9A-Z]{8})\\b")
        #expect(answer.body.contains(reference), "\(answer.body.suffix(900))")
        #expect(try await client.get("/healthz").status == 200)
    }

    @Test func aProgramReadsAProblem() async throws {
        let client = try await RouterClient(data: Self.data, as: nil, workers: TestWorkers.deadPool())
        let delegation = Self.data.delegations[0]
        let token = try await client.token(as: .agency(delegation.agency), [.delegation])
        let rows = #"{"enterprises": [{"code": "N1", "name_en": "N", "economy": "CN", "roles": "brand"}]}"#
        let answer = try await client.api(.post, "delegations/\(delegation.id)/imports", token: token, rows)
        #expect(answer.status == 422 && answer.problem == "cannotProcess")
        #expect(try await client.store.enterprises.find("N1") == nil)
    }

    @Test func aFailedJobIsShownAndAnotherCanBegin() async throws {
        let client = try await RouterClient(data: Self.data, match: { _ in throw WorkerFailureSample.error })
        for _ in 0..<2 {
            #expect(try await client.submit("/organiser/match").status == 303)
            var body = ""
            for _ in 0..<200 where !body.contains("AB12CD34") {
                try await Task.sleep(for: .milliseconds(20))
                body = try await client.get("/organiser").body
            }
            #expect(body.contains("AB12CD34"))
        }
    }

    @Test func aJobThatIsCancelledStoresNothing() async throws {
        let client = try await RouterClient(
            data: Self.data,
            match: { _ in
                try await Task.sleep(for: .seconds(3600)); return 1
            }
        )
        #expect(try await client.submit("/organiser/match").status == 303)
        // The job is taken up beside the request.
        var body = ""
        for _ in 0..<200 where !body.contains("Matching was cancelled") {
            #expect(try await client.submit("/organiser/job/cancel").status == 303)
            try await Task.sleep(for: .milliseconds(20))
            body = try await client.get("/organiser").body
        }
        #expect(body.contains("Matching was cancelled; nothing was changed."))
        #expect(try await client.store.matches.count() == 0)
    }

    @Test func oneMakesTheCatalogueAndTheOthersWait() async throws {
        let workers = TestWorkers.ownPool()
        let store = try await RouterClient(data: Self.data, as: nil).store
        let service = CatalogueFileService(store, workers: workers, site: WebSite())
        let sizes = try await withThrowingTaskGroup(of: Int?.self) { group in
            for number in 0..<20 {
                let file = CatalogueFile.allCases[number % CatalogueFile.allCases.count]
                group.addTask { try await service.entry(file, in: .en)?.bytes.readableBytes }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(sizes.count == 20 && sizes.allSatisfy { $0 ?? 0 > 100 })
        #expect(workers.load.started == 1)
        // What no catalogue shows makes none anew; what one shows does.
        _ = try await store.accounts.create(
            email: "new@example.com",
            name: "New",
            part: .hallManager,
            language: .en,
            password: nil,
            by: "test"
        )
        _ = try await service.entry(.products, in: .en)
        #expect(workers.load.started == 1)
        let product = try #require(try await store.expo.data().products.first)
        var present = try #require(try await store.profiles.draft(of: product.enterprise))
        present.draft.languages = ["ko"]
        try await store.profiles.save(
            present.draft,
            of: product.enterprise,
            version: present.version,
            by: "test"
        )
        _ = try await service.entry(.products, in: .en)
        #expect(workers.load.started == 2)
    }
}

private enum WorkerFailureSample {
    static let error = WorkerError.crashed(reference: "AB12CD34")
}

import FairwayCore
import FairwayStore
import Foundation
import HTTPTypes
import Logging
import Testing

@testable import FairwayWeb

/// The OpenAPI document, problems, and metrics.
struct APIDescriptionTests {
    @Test func theDocumentListsExactlyTheRoutes() async throws {
        let client = try await RouterClient(data: APIFixture.data, as: nil)
        let document = try await client.api(.get, "openapi.json").json
        #expect(document["openapi"] == "3.1.0")
        guard case .object(let paths)? = document["paths"] else { throw CancellationError() }
        let described = paths.flatMap { path -> [String] in
            guard case .object(let operations) = path.value else { return [] }
            return operations.map { "\($0.name.uppercased()) \(path.name)" }
        }
        let served = client.routes.filter { $0.path.hasPrefix("/api/") }.map { "\($0.method) \($0.path)" }
        #expect(described.sorted() == served.sorted())
        #expect(described.count > 70)
    }

    @Test func everyOperationHasItsOwnNameAndEveryReferenceIsThere() async throws {
        let text = try await RouterClient(data: nil, as: nil).api(.get, "openapi.json").body
        let names = text.matches(of: /"operationId":"([A-Za-z]+)"/).map(\.output.1)
        #expect(Set(names).count == names.count)
        let schemas = try JSONValue(parsing: .init(text.utf8))["components"]?["schemas"]
        for reference in Set(text.matches(of: /#\/components\/schemas\/([A-Za-z]+)/).map(\.output.1)) {
            #expect(schemas?[String(reference)] != nil, "\(reference)")
        }
    }

    @Test func everyAnswerIsAsDescribed() async throws {
        let fixture = try await APIFixture()
        try await fixture.publishWithoutRules(30)
        let server = try await FairwayServer(
            store: fixture.client.store,
            workers: TestWorkers.pool,
            engines: JobEngines(match: { _, _ in 0 }, schedule: { _, _, _, _ in throw CancellationError() }),
            logger: .init(label: "test")
        )
        for endpoint in server.apiEndpoints(FigureCache(fixture.client.store)) where endpoint.method == .get {
            let path = fixture.path(endpoint)
            let key =
                endpoint.path.hasSuffix("/registration") ? ["registration-key": fixture.registrationKey] : [:]
            let answer = try await fixture.client.api(.get, path, token: fixture.organiserToken, "", key)
            #expect(answer.status == 200, "\(path): \(answer.body)")
            #expect(endpoint.answer.faults(in: answer.json) == [], "\(path)")
            #expect(answer.headers[.contentType] == "application/json")
        }
    }

    @Test(arguments: [
        ("zh", "没有找到"), ("ru", "Ничего не найдено"), ("en", "There is no such thing"),
    ])
    func problemsSpeakTheReadersLanguage(language: String, title: String) async throws {
        let client = try await RouterClient(data: APIFixture.data, as: nil)
        let answer = try await client.api(.get, "enterprises/NOBODY", "", ["accept-language": language])
        #expect(answer.status == 404)
        #expect(answer.headers[.contentType] == "application/problem+json")
        #expect(answer.json["type"] == "urn:fairway:problem:notFound")
        #expect(answer.json["title"] == .string(title))
        #expect(answer.json["status"] == 404)
        #expect(answer.json["instance"] == "/api/v1/enterprises/NOBODY")
        #expect(APIProblem.schema.faults(in: answer.json) == [])
    }

    @Test(arguments: Language.allCases) func everyProblemAndFaultHasItsWords(language: Language) throws {
        let renderer = PageRenderer(resources: try WebResources(folder: WebResources.defaultFolder))
        for key in APIProblem.Kind.allCases.map({ "problem.\($0)" })
            + APIFault.Reason.allCases.map({ "fault.\($0)" })
        {
            #expect(renderer.word(key, language) != key)
        }
    }

    @Test(arguments: [
        (HTTPRequest.Method.delete, "enterprises", 405), (.post, "halls", 405),
        (.put, "enterprises/E00001", 405),
        (.trace, "expo", 405), (.get, "requests/R1", 405), (.get, "nothing", 404),
        (.post, "nothing/at/all", 404),
        (.get, "/api/v2/expo", 404), (.delete, "//api/v1//halls/", 405), (.get, "/api", 404),
    ])
    func wrongMethodsAndPathsAreTold(method: HTTPRequest.Method, path: String, status: Int) async throws {
        let answer = try await RouterClient(data: APIFixture.data, as: nil).api(method, path)
        #expect(answer.status == status)
        #expect(answer.headers[.contentType] == "application/problem+json")
        #expect((answer.headers[.allow] != nil) == (status == 405))
    }

    @Test func aRunIsPublishedWhenItFits() async throws {
        let fixture = try await APIFixture(withRequests: false)
        try await fixture.saveEmptyRun()
        let (client, token) = (fixture.client, fixture.organiserToken)
        let made = try await client.api(.post, "runs/1/publication", token: token)
        #expect(made.status == 201 && made.json["run"] == 1 && made.json["number"] == 1)
        for run in ["7", "x"] {
            #expect(try await client.api(.post, "runs/\(run)/publication", token: token).status == 404)
        }
        let full = try await APIFixture()
        try await full.saveEmptyRun()
        let refused = try await full.client.api(.post, "runs/1/publication", token: full.organiserToken)
        #expect(refused.status == 409 && refused.problem == "notPublishable")
    }

    @Test(arguments: [
        ("/metrics", 401), ("/metrics/", 401), ("//metrics", 401), ("/%6Detrics", 404),
        ("/api/v1/account/", 401), ("/%61pi/v1/account", 404),
    ])
    func oddWaysToWriteAPathOpenNothing(path: String, expected: Int) async throws {
        let status = try await RouterClient(data: APIFixture.data, as: nil).api(.get, path).status
        #expect(status == expected)
    }

    @Test func fieldNamesAndCodesAreTheSameInEveryLanguage() async throws {
        let client = try await RouterClient(data: APIFixture.data, as: nil)
        var bodies: Set<String> = []
        for language in Language.allCases {
            bodies.insert(
                try await client.api(.get, "statistics", "", ["accept-language": "\(language)"]).body
            )
        }
        #expect(bodies.count == 1)
    }

    @Test func metricsTellRoutesAndNobody() async throws {
        let fixture = try await APIFixture()
        _ = try await fixture.client.get("/enterprises/E00001")
        _ = try await fixture.client.get("/no/such/page")
        #expect(try await fixture.client.api(.get, "/metrics").status == 401)
        #expect(try await fixture.client.api(.get, "/metrics", token: fixture.firstToken).status == 403)
        let answer = try await fixture.client.api(.get, "/metrics", token: fixture.organiserToken)
        #expect(answer.status == 200)
        #expect(answer.headers[.contentType] == "text/plain; version=0.0.4; charset=utf-8")
        let line = #"http_requests_total{method="GET",route="/enterprises/{enterprise}",status="2xx"} 1"#
        #expect(answer.body.contains(line))
        #expect(answer.body.contains(#"route="unknown",status="4xx"} 1"#))
        #expect(answer.body.contains("process_resident_memory_bytes "))
        #expect(answer.body.contains(#"le="+Inf"} 1"#))
        #expect(!answer.body.contains("E00001"))
    }
}

import FairwayCore
import HTTPTypes
import Hummingbird
import Testing

@testable import FairwayWeb

/// What of a request gets into the log, and what of a failure onto a page.
struct AccessLogTests {
    private static let header = HTTPField.Name(RequestID.headerName)
    private static let data = SampleExpo.generate(seed: 3, scale: 0.02, regions: [], economies: [])

    private struct Inside: Error { let text = "anna@example.com, row 7" }

    private static let failing: [Route] = [
        .get("/broken/{name}", .anyone) { _, _ in throw Inside() },
        Route(method: .get, path: "/api/v1/broken/{name}", right: .anyone, tokens: .any) { _, _ in
            throw Inside()
        },
    ]

    @Test func aLineNamesTheRouteAndNothingThatTheVisitorSent() async throws {
        let lines = LogLines()
        let client = try await RouterClient(data: Self.data, as: .organiser, logger: lines.logger)
        let secrets = ["E00001", "Ivanova", "anna", "t0ken", "forged", "evil"]
        for path in [
            "/enterprises/E00001?Ivanova", "/enterprises/%0Alevel=error%20forged", "/search?q=Ivanova",
            "/sign-in/link?token=t0ken&to=/evil", "/register/link?token=t0ken", "/no/such/E00001",
            "/organiser/people?person=anna%40example.com", "/api/v1/enterprises/E00001",
            "/api/v1/search?q=Ivanova&evil=1", "/\u{1B}[31mforged", "/%FF%FEforged",
            "/enterprises/a\r\nforged",
        ] {
            let answer = try await client.ask(.get, path, ["accept-language": "en"])
            #expect(answer.status < 500, "\(path)")
        }
        _ = try await client.submit(
            "/sign-in",
            ["email": "anna@example.com", "password": "t0ken", "to": "/evil"]
        )
        let all = lines.all
        #expect(all.count >= 13)
        for line in all {
            #expect(!secrets.contains { line.contains($0) }, "\(line)")
            #expect(line.hasSuffix("\n") && line.count { $0.isNewline } == 1)
            #expect(line.contains(" route=") && line.contains(" status=") && line.contains(" ms="))
        }
        #expect(all.contains { $0.contains(" route=/enterprises/{enterprise} ") })
        #expect(all.contains { $0.contains(" route=unknown status=404\n") })
    }

    @Test func anUnknownMethodIsNotWrittenAsItCame() async throws {
        let lines = LogLines()
        let client = try await RouterClient(data: nil, as: nil, logger: lines.logger)
        _ = try await client.ask(.init(rawValue: "FORGED") ?? .get, "/", [:])
        #expect(lines.all.count == 1 && lines.all[0].contains(" method=other "))
    }

    @Test func everyAnswerHasAnIDOfItsOwnThatTheVisitorDoesNotChoose() async throws {
        let client = try await RouterClient(data: Self.data, as: nil)
        var seen: Set<String> = []
        for path in ["/", "/nothing", "/api/v1/expo", "/api/v1/nothing", "/healthz", "/organiser"] {
            let answer = try await client.get(path, ["x-request-id": "mine\u{202E}"])
            let id = try #require(Self.header.flatMap { answer.headers[$0] })
            #expect(id.wholeMatch(of: /[0-9a-hjkmnp-tv-z]{12}/) != nil, "\(id)")
            #expect(seen.insert(id).inserted)
        }
    }

    @Test(arguments: [
        ("en", "Something went wrong on our side"), ("ru", "Произошла ошибка на сервере"), ("zh", "服务器出错"),
    ])
    func whatFailsInsideIsAPageWithAReferenceIntoTheLog(language: String, words: String) async throws {
        let lines = LogLines()
        let client = try await RouterClient(
            data: Self.data,
            as: .organiser,
            logger: lines.logger,
            adding: Self.failing
        )
        let answer = try await client.get("/broken/secret", ["accept-language": language])
        let id = try #require(Self.header.flatMap { answer.headers[$0] })
        #expect(
            answer.status == 500 && answer.body.contains(words) && answer.body.contains("<code>\(id)</code>")
        )
        #expect(!answer.body.contains("Inside") && !answer.body.contains("anna"))
        let line = try #require(lines.all.first { $0.contains("level=error") })
        #expect(line.contains("request=\(id)") && line.contains("Inside") && line.contains("/broken/{name}"))
        #expect(!line.contains("anna") && !line.contains("secret"))
    }

    @Test func aProgramGetsTheReferenceToo() async throws {
        let lines = LogLines()
        let client = try await RouterClient(
            data: Self.data,
            as: nil,
            logger: lines.logger,
            adding: Self.failing
        )
        let answer = try await client.get("/api/v1/broken/secret")
        let id = try #require(Self.header.flatMap { answer.headers[$0] })
        #expect(
            answer.status == 500 && answer.problem == "internalError" && answer.json["detail"]?.text == id
        )
        #expect(lines.all.contains { $0.contains("level=error") && $0.contains("request=\(id)") })
        #expect(!lines.all.joined().contains("anna") && !answer.body.contains("anna"))
    }
}

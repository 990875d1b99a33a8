import FairwayCore
import FairwayStore
import Foundation
import HTTPTypes
import Testing

/// What visitors see, asked of the router itself.
struct PagesTests {
    private static let data = SampleExpo.generate(seed: 3, scale: 0.02, regions: [], economies: [])

    private static let pages = [
        "/", "/enterprises", "/enterprises/E00001", "/programme", "/programme?view=participants",
        "/programme/unplaced", "/organiser",
    ]

    @Test(arguments: pages, Language.allCases)
    func everyPageSpeaksTheLanguageAskedFor(path: String, language: Language) async throws {
        let client = try await RouterClient(data: Self.data)
        let answer = try await client.get(path, ["accept-language": "\(language),xx;q=0.9"])
        #expect(answer.status == 200)
        #expect(answer.body.contains("<html lang=\"\(language)\">"))
        #expect(answer.headers[.contentLanguage] == language.rawValue)
        #expect(!answer.body.contains("{{"))
    }

    @Test(arguments: pages)
    func everyPageAnswersHead(path: String) async throws {
        let answer = try await RouterClient(data: Self.data).head(path)
        #expect(answer.status == 200)
        #expect(answer.body.isEmpty)
    }

    @Test(arguments: pages)
    func everyPageCarriesItsSecurityHeaders(path: String) async throws {
        let answer = try await RouterClient(data: Self.data).get(path)
        let policy = try #require(HTTPField.Name("Content-Security-Policy").flatMap { answer.headers[$0] })
        #expect(policy.contains("default-src 'none'"))
        #expect(!policy.contains("unsafe"))
        #expect(HTTPField.Name("X-Content-Type-Options").flatMap { answer.headers[$0] } == "nosniff")
        #expect(!answer.body.contains("<script>"), "scripts stand in files, or the policy would stop them")
        #expect(!answer.body.contains(" style="), "styles too")
    }

    @Test(arguments: [
        ("zh-CN,zh;q=0.9,en;q=0.8", "zh"), ("de,ru;q=0.5,en;q=0.4", "ru"), ("fr", "en"), ("", "en"),
        ("en;q=0.1, ru;q=0", "en"),
    ])
    func languageIsNegotiated(header: String, expected: String) async throws {
        let answer = try await RouterClient(data: Self.data).get("/", ["accept-language": header])
        #expect(answer.headers[.contentLanguage] == expected)
    }

    @Test func switchOutlivesTheRequestAndLeadsBack() async throws {
        let client = try await RouterClient(data: Self.data)
        let answer = try await client.get("/language/ru?to=/enterprises%3Fpage%3D2")
        #expect(answer.headers[.location] == "/enterprises?page=2")
        #expect(try await client.get("/", ["accept-language": "zh"]).headers[.contentLanguage] == "ru")
    }

    @Test(arguments: [
        "/enterprises?page=2&economy=CN&sort=name", "/enterprises?q=%D1%87%D0%B0%D0%B9+%26+%25",
    ])
    func switchKeepsTheFilters(path: String) async throws {
        let client = try await RouterClient(data: Self.data)
        let page = try await client.get(path).body
        let link = try #require(page.firstMatch(of: /href="(\/language\/zh\?to=[^"]*)"/)?.output.1)
        #expect(!link.contains("&"))
        #expect(try await client.get(String(link)).headers[.location] == path)
    }

    @Test(arguments: ["//evil.example", "/%5Cevil.example", "https://evil.example", "javascript:1"])
    func switchLeadsNowhereElse(target: String) async throws {
        let answer = try await RouterClient(data: Self.data).get("/language/ru?to=\(target)")
        #expect(answer.headers[.location] == "/")
    }

    @Test func namesAreEscaped() async throws {
        var data = Self.data
        data.enterprises[0].name = LocalizedText(en: "<script>alert(1)</script> \"Quoted\" & Sons")
        let client = try await RouterClient(data: data)
        for path in ["/enterprises?q=Quoted", "/enterprises/\(data.enterprises[0].id)"] {
            let answer = try await client.get(path)
            #expect(!answer.body.contains("<script>alert"))
            #expect(answer.body.contains("&lt;script&gt;"))
        }
    }

    @Test func unknownPagesAreRefusedInWords() async throws {
        let client = try await RouterClient(data: Self.data)
        for path in ["/enterprises/NOBODY", "/enterprises/NOBODY/calendar.ics", "/language/xx"] {
            let answer = try await client.get(path, ["accept-language": "ru"])
            #expect(answer.status == 404)
            #expect(answer.body.contains("Такой страницы нет"))
        }
    }

    @Test(arguments: [
        "/enterprises?page=", "/enterprises?sort=x&role=y&economy=%27",
        "/programme?date=2020-01-01&slot=zz&hall=%22", "/?as_of=nonsense",
    ])
    func nonsenseInTheAddressDoesNoHarm(path: String) async throws {
        #expect(try await RouterClient(data: Self.data).get(path).status == 200)
    }

    @Test func aPageBeyondTheLastIsTheLast() async throws {
        let client = try await RouterClient(data: Self.data)
        let last = (Self.data.enterprises.count + 39) / 40
        let answer = try await client.get("/enterprises?page=9999")
        #expect(!answer.body.contains("Nothing found"))
        #expect(answer.body.contains("aria-current=\"page\">\(last)</a>"))
        #expect(answer.body.contains("/enterprises/E"))
    }

    @Test(arguments: ["%25", "_", "%C2%AB%C2%BB"]) func signsAloneFindNobody(text: String) async throws {
        let client = try await RouterClient(data: Self.data)
        #expect(try await client.get("/enterprises?q=\(text)").body.contains("role=\"status\">0 "))
        #expect(try await client.get("/enterprises?q=+").body.contains("/enterprises/E"))
    }

    @Test func aSpaceInAFormIsASpace() async throws {
        var data = Self.data
        data.enterprises[0].name = LocalizedText(en: "Purple Harbour Whistle")
        let client = try await RouterClient(data: data)
        let page = try await client.get("/enterprises?q=whistle+purple").body
        #expect(page.contains("Purple Harbour Whistle"))
    }

    @Test(arguments: [
        (Language.en, "Smallest change: allow", "What is scarcest", "2 more tables"),
        (.ru, "Наименьшее изменение: увеличить", "Чего не хватает больше всего", "Ещё 2\u{A0}стола"),
        (.zh, "最小调整：", "最紧缺的资源", "2 张洽谈桌"),
    ])
    func unplacedRequestsShowWhatWouldPlaceThem(
        language: Language,
        change: String,
        heading: String,
        scarcity: String
    ) async throws {
        let client = try await RouterClient(data: Self.data)
        let request = try #require(Self.data.requests.first)
        let hall = try #require(Self.data.halls.first)
        _ = try await client.store.programmes.save(
            Programme(
                meetings: [],
                unplaced: [
                    UnplacedRequest(
                        request: request.id,
                        reason: .limitReached(request.recipient, limit: 8),
                        remedy: UnplacedRemedy(changes: [.raiseLimit(request.recipient)], movedMeetings: 0)
                    )
                ],
                value: ProgrammeValue(),
                bound: ProgrammeBound(placedWeight: 9),
                scarcities: [
                    ProgrammeScarcity(
                        resource: .tables(hall.id, day: 0),
                        added: 2,
                        slots: 32,
                        price: 1,
                        placed: 5,
                        placedWeight: 11,
                        weightAtMost: 20
                    )
                ]
            ),
            seed: 1,
            timeLimitSeconds: 1,
            elapsedSeconds: 1,
            startedAt: 0,
            by: "test"
        )
        let body = try await client.get("/programme/unplaced", ["accept-language": "\(language)"]).body
        #expect(body.contains(change))
        #expect(body.contains(heading))
        #expect(body.contains(scarcity))
    }

    @Test func emptyStoreSaysSo() async throws {
        let client = try await RouterClient(data: nil)
        for path in ["/", "/enterprises", "/programme", "/programme/unplaced", "/organiser"] {
            #expect(try await client.get(path).status == 200)
        }
    }

    @Test func pagesAreSmall() async throws {
        let client = try await RouterClient(data: Self.data)
        for path in Self.pages {
            let answer = try await client.get(path, ["accept-encoding": "gzip"])
            #expect(answer.headers[.contentEncoding] == "gzip")
            #expect(answer.body.utf8.count < 100_000)
        }
    }
}

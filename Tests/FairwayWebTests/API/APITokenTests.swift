import FairwayCore
import FairwayStore
import HTTPTypes
import Testing

@testable import FairwayWeb

/// What tokens open, what they do not, and how they come and go.
struct APITokenTests {
    @Test func aTokenDoesWhatItsScopesSay() async throws {
        let fixture = try await APIFixture()
        let client = fixture.client
        let token = try await client.token(as: .enterprise(fixture.first), [.requestsRead])
        let path = "enterprises/\(fixture.first)"
        #expect(try await client.api(.get, "\(path)/requests", token: token).status == 200)
        let refused = try await client.api(.get, "\(path)/meetings", token: token)
        #expect(refused.status == 403 && refused.problem == "scopeMissing")
        #expect(refused.json["detail"] == "programme:read")
        #expect(try await client.api(.get, "account", token: token).json["tokenScopes"] == ["requests:read"])
    }

    @Test(arguments: ["Bearer nonsense", "Bearer", "Basic YTpi", "Bearer "])
    func aWrongTokenOpensNothing(header: String) async throws {
        let fixture = try await APIFixture()
        for path in ["halls", "account", "/metrics"] {
            let answer = try await fixture.client.api(.get, path, "", ["authorization": header])
            #expect(answer.status == 401 && answer.problem == "badToken")
            #expect(answer.headers[.wwwAuthenticate]?.contains("invalid_token") == true)
        }
    }

    @Test func aTokenEndsWithItsTimeItsAccountOrByHand() async throws {
        let clock = SignInTests.Clock()
        let fixture = try await APIFixture(now: clock.read)
        let store = fixture.client.store
        #expect(try await fixture.client.api(.get, "account", token: fixture.firstToken).status == 200)
        try await store.sightings.write()
        let token = try #require(try await store.accessTokens.find(secret: fixture.firstToken))
        #expect(token.usedAt == 1_800_000_000)
        try await store.accessTokens.revoke(token.id, of: token.account.id + 1, by: "test")
        #expect(try await store.accessTokens.find(secret: fixture.firstToken) != nil)
        try await store.accessTokens.revoke(token.id, of: token.account.id, by: "test")
        #expect(try await fixture.client.api(.get, "account", token: fixture.firstToken).status == 401)
        let other = try #require(try await store.accessTokens.find(secret: fixture.secondToken)).account
        try await store.accounts.setStatus(.disabled, of: other.id, by: "test")
        #expect(try await fixture.client.api(.get, "account", token: fixture.secondToken).status == 401)
        clock.turn(31 * 86400)
        #expect(try await fixture.client.api(.get, "account", token: fixture.organiserToken).status == 401)
    }

    @Test func tooManyQuestionsWait() async throws {
        let clock = SignInTests.Clock()
        let client = try await RouterClient(data: nil, as: nil, programBurst: 3, now: clock.read)
        for _ in 0..<3 { #expect(try await client.api(.get, "halls").status == 200) }
        let answer = try await client.api(.get, "halls")
        #expect(answer.status == 429 && answer.problem == "tooManyRequests")
        #expect(answer.headers[.retryAfter] == "1")
        #expect(try await client.get("/").status == 200, "pages are not counted")
        clock.turn(1)
        #expect(try await client.api(.get, "halls").status == 200)
    }

    @Test func pagesTakeNoTokens() async throws {
        let fixture = try await APIFixture()
        let answer = try await fixture.client.api(.get, "/organiser", token: fixture.organiserToken)
        #expect(answer.status == 303)
    }

    @Test func aCookieLooksButChangesNothing() async throws {
        let fixture = try await APIFixture()
        try await fixture.client.signIn(as: .enterprise(fixture.first))
        let path = "enterprises/\(fixture.first)"
        #expect(try await fixture.client.api(.get, "\(path)/requests").status == 200)
        let refused = try await fixture.client.api(.patch, path, "{}", ["if-match": "*"])
        #expect(refused.status == 401 && refused.problem == "tokenNeeded")
    }

    @Test(arguments: [("zh", "访问令牌"), ("ru", "Токены доступа"), ("en", "Access tokens")])
    func aTokenIsShownOnceAndRevoked(language: String, title: String) async throws {
        let client = try await RouterClient(data: APIFixture.data, as: .enterprise("E00001"))
        client.cookies["language"] = language
        #expect(try await client.get("/account/tokens").body.contains(title))
        let form = ["name": "<b>ERP</b>", "days": "30", "scope-requests:read": "on"]
        let made = try await client.submitProven("/account/tokens", form)
        #expect(made.status == 200 && made.headers[.cacheControl] == "private, no-store")
        let secret = try #require(made.body.firstMatch(of: /fairway_[A-Za-z0-9_\-]{43}/)).output
        #expect(made.body.contains("&lt;b&gt;ERP") && !made.body.contains("<b>ERP"))
        let list = try await client.get("/account/tokens").body
        #expect(!list.contains(secret) && list.contains("requests:read"))
        #expect(list.ranges(of: "aria-labelledby=\"h-tokens\"").count == 1)
        #expect(try await client.api(.get, "account", token: String(secret)).status == 200)
        let id = try #require(try await client.store.accessTokens.find(secret: String(secret))).id
        _ = try await client.submit("/account/tokens/revoke", ["id": "\(id)"])
        #expect(try await client.api(.get, "account", token: String(secret)).status == 401)
    }

    @Test(arguments: [
        ["name": "", "days": "30", "scope-requests:read": "on"], ["name": "a", "days": "30"],
        ["name": "a", "days": "31", "scope-requests:read": "on"],
        ["name": "a", "days": "30", "scope-organiser": "on"],
        ["name": "a", "days": "30", "scope-metrics:read": "on"],
    ])
    func tokensThatAreNotOfferedAreNotMade(form: [String: String]) async throws {
        let client = try await RouterClient(data: APIFixture.data, as: .enterprise("E00001"))
        #expect(try await client.submit("/account/tokens", form).status == 400)
        let account = try #require(try await client.store.accounts.all().first)
        #expect(try await client.store.accessTokens.all(of: account.id).isEmpty)
    }
}

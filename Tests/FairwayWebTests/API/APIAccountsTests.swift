import FairwayCore
import FairwayStore
import HTTPTypes
import Testing

@testable import FairwayWeb

/// Accounts by program: made, changed, signed out, exported and erased; nothing secret is told.
struct APIAccountsTests {
    private let fixture: APIFixture
    private var client: RouterClient { fixture.client }

    init() async throws { fixture = try await APIFixture() }

    private func invite(_ body: String, key: String? = nil) async throws -> RouterClient.Answer {
        try await client.api(
            .post,
            "accounts",
            token: fixture.organiserToken,
            body,
            key.map { ["idempotency-key": $0] } ?? [:]
        )
    }

    private func change(_ id: Account.ID, _ body: String, _ version: String = "*") async throws
        -> RouterClient.Answer
    {
        try await client.api(
            .patch,
            "accounts/\(id)",
            token: fixture.organiserToken,
            body,
            ["if-match": version]
        )
    }

    private var person: String {
        #"{"email": "Wang@Example.com", "name": "王芳", "role": "enterprise", "scope": "\#(fixture.first)", "language": "zh"}"#
    }

    @Test func anInvitationIsALetterAndComesOnce() async throws {
        let made = try await invite(person, key: "invite-01")
        #expect(made.status == 201 && made.json["email"] == "wang@example.com")
        #expect(
            try await client.store.outbox.letters(isWaiting: true, limit: 9).map(\.recipient) == [
                "wang@example.com"
            ]
        )
        #expect(try await invite(person, key: "invite-01").body == made.body)
        #expect(try await invite(person).problem == "emailTaken")
        #expect(try await client.store.outbox.letters(isWaiting: true, limit: 9).count == 1)
    }

    @Test(arguments: [
        (#"{"email": "nobody", "name": "A", "role": "visitor"}"#, "/email", "badEmail"),
        (#"{"email": "a@example.com", "name": "A", "role": "enterprise"}"#, "/scope", "missing"),
        (#"{"email": "a@example.com", "name": "A", "role": "visitor", "scope": "E1"}"#, "/scope", "unknown"),
        (
            #"{"email": "a@example.com", "name": "A", "role": "agency", "scope": "XX"}"#, "/scope",
            "unknownCode"
        ),
        (#"{"email": "a@example.com", "name": " ", "role": "visitor"}"#, "/name", "empty"),
        (#"{"email": "a@example.com", "name": "A", "role": "king"}"#, "/role", "notOffered"),
    ])
    func whatIsWrongIsNamed(body: String, pointer: String, reason: String) async throws {
        let answer = try await invite(body)
        #expect(answer.status == 422)
        #expect(answer.json["errors"]?.items?.first?["pointer"] == .string(pointer))
        #expect(answer.json["errors"]?.items?.first?["reason"] == .string(reason))
    }

    @Test func anotherPartSignsOutAndRules() async throws {
        let account = try await client.signIn(as: .enterprise(fixture.first))
        let path = "accounts/\(account.id)"
        let read = try await client.api(.get, path, token: fixture.organiserToken)
        let version = try #require(read.headers[.eTag])
        #expect(try await client.store.signIns.all(of: account.id).isEmpty == false)
        let changed = try await change(account.id, #"{"scope": "\#(fixture.second)"}"#, version)
        #expect(changed.status == 200 && changed.json["scope"] == .string(fixture.second.code))
        #expect(try await client.store.signIns.all(of: account.id).isEmpty)
        #expect(try await change(account.id, #"{"name": "X"}"#, version).status == 412)
        let own = "enterprises/\(fixture.first)/free-slots"
        let answer = try await client.api(.get, own, token: fixture.firstToken)
        #expect(answer.status == 401, "tokens end with the part that they were made for")
        #expect(
            try await change(account.id, #"{"role": "visitor", "scope": null}"#).json["role"] == "visitor"
        )
    }

    @Test func nobodyTakesRightsFromThemselvesOrTheLastOrganiser() async throws {
        let own = try #require(try await client.store.accounts.find(email: "organiser.all@example.com"))
        #expect(try await change(own.id, #"{"status": "disabled"}"#).problem == "ownAccount")
        #expect(try await change(own.id, #"{"role": "visitor"}"#).problem == "ownAccount")
        #expect(try await change(own.id, #"{"name": "主办方"}"#).json["name"] == "主办方")
        let path = "personal-data?person=organiser.all%40example.com"
        let erased = try await client.api(.delete, path, token: fixture.organiserToken)
        #expect(erased.status == 403 && erased.problem == "inBrowserOnly")
    }

    @Test func disablingEndsTokens() async throws {
        let account = try #require(
            try await client.store.accounts.find(
                email: "enterprise.\(fixture.first)@example.com".lowercased()
            )
        )
        #expect(try await change(account.id, #"{"status": "disabled"}"#).status == 200)
        #expect(try await client.api(.get, "account", token: fixture.firstToken).status == 401)
    }

    @Test func oneSeesWhereOneIsSignedInAndTheOrganiserEndsIt() async throws {
        let account = try await client.signIn(as: .enterprise(fixture.first))
        let mine = try await fixture.walk("account/sign-ins?limit=1", token: fixture.firstToken)
        let id = try #require(mine.first?["id"]?.integer)
        func end(_ path: String, _ token: String) async throws -> RouterClient.Answer {
            try await client.api(.delete, path, token: token)
        }
        for path in ["account/sign-ins", "account/sign-ins/\(id)"] {
            #expect(try await end(path, fixture.firstToken).problem == "inBrowserOnly", "\(path)")
        }
        #expect(try await client.store.signIns.all(of: account.id).count == mine.count)
        #expect(try await end("accounts/\(account.id)/sign-ins", fixture.firstToken).status == 403)
        let ended = try await end("accounts/\(account.id)/sign-ins", fixture.organiserToken)
        #expect(ended.status == 200 && ended.json["count"]?.integer == mine.count)
        #expect(try await client.store.signIns.all(of: account.id).isEmpty)
        #expect(try await client.api(.get, "account", token: fixture.firstToken).status == 200, "tokens stay")
    }

    @Test func nothingSecretIsTold() async throws {
        _ = try await invite(person)
        let paths = [
            "accounts", "accounts/1", "accounts/1/sign-ins", "account/personal-data", "account/sign-ins",
        ]
        for path in paths {
            let body = try await client.api(.get, path, token: fixture.organiserToken).body
            for word in ["hash", "secret_", "totp", "fairway_", "password\":\""] {
                #expect(!body.contains(word), "\(path): \(word)")
            }
        }
    }

    @Test func aPersonTakesAlongAndErasesInTheBrowser() async throws {
        let email = "enterprise.\(fixture.first)@example.com".lowercased()
        let data = try await client.api(.get, "account/personal-data", token: fixture.firstToken)
        #expect(data.json["account"]?["email"] == .string(email))
        #expect(data.headers[.cacheControl] == "private, no-store")
        let erased = try await client.api(.delete, "account/personal-data", token: fixture.firstToken)
        #expect(erased.status == 403 && erased.problem == "inBrowserOnly")
        #expect(try await client.api(.get, "account", token: fixture.firstToken).status == 200)
    }

    @Test func answersThatWereKeptForgetThePersonAndTheirKeysStayTaken() async throws {
        _ = try await invite(person, key: "invite-02")
        let path = "personal-data?person=wang%40example.com"
        #expect(try await client.api(.delete, path, token: fixture.organiserToken).json["count"] == 2)
        let again = try await invite(person, key: "invite-02")
        #expect(again.status == 409 && again.problem == "keyTaken" && !again.body.contains("王芳"))
        #expect(try await client.store.accounts.find(email: "wang@example.com") == nil)
    }

    @Test func theOrganiserDoesItForAPersonWithoutAnAccount() async throws {
        let person = try #require(APIFixture.data.representatives.first)
        let path = "personal-data?person=\(person.id)"
        let data = try await client.api(.get, path, token: fixture.organiserToken)
        #expect(data.json["representatives"]?.items?.count == 1)
        #expect(try await client.api(.delete, path, token: fixture.organiserToken).json["count"] == 1)
        #expect(try await client.api(.delete, path, token: fixture.organiserToken).json["count"] == 0)
        #expect(try await client.api(.get, "personal-data", token: fixture.organiserToken).status == 400)
    }

    @Test func aTokenForOneThingErasesNothing() async throws {
        let bare = try await client.token(as: .enterprise(fixture.first), [.catalogueRead, .profileWrite])
        let answer = try await client.api(.delete, "account/personal-data", token: bare)
        #expect(answer.problem == "scopeMissing" && answer.json["detail"] == "account")
    }
}

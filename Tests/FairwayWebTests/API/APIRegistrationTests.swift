import FairwayCore
import FairwayStore
import HTTPTypes
import Testing

@testable import FairwayWeb

/// From an address to an approved enterprise, by program alone.
struct APIRegistrationTests {
    private let fixture: APIFixture
    private var client: RouterClient { fixture.client }

    init() async throws { fixture = try await APIFixture() }

    private static let profile =
        #"{"name": {"en": "North Bank Foods"}, "economy": "\#(APIFixture.data.enterprises[0].economy)", "#
        + #""roles": ["manufacturer"], "languages": ["zh", "ru"], "people": [{"names": {"han": {"family": "王", "#
        + #""given": "芳"}}, "email": "wang@example.com"}], "products": [{"hsCode": "1905 90", "name": {"en": "Biscuits"}}]}"#

    private func registration(
        _ method: HTTPRequest.Method,
        _ path: String = "registration",
        _ body: String = ""
    )
        async throws -> RouterClient.Answer
    {
        try await client.api(
            method,
            path,
            body,
            ["registration-key": fixture.registrationKey, "if-match": "*"]
        )
    }

    @Test func theCodeOfTheLetterGivesAKey() async throws {
        let body = #"{"email": "Li@Example.com", "name": "李明", "language": "en"}"#
        let started = try await client.api(.post, "registrations", body)
        #expect(started.status == 202 && started.json["email"] == "li@example.com")
        let letter = try #require(try await client.store.outbox.letters(isWaiting: true, limit: 9).last)
        let code = try #require(letter.body.firstMatch(of: /([0-9]{4}) ([0-9]{4})/))
        let digits = "\(code.output.1)\(code.output.2)"
        func enter(_ code: String) async throws -> RouterClient.Answer {
            let body = #"{"email": "li@example.com", "code": "\#(code)"}"#
            return try await client.api(.post, "registrations/key", body)
        }
        let wrong = try await enter(digits == "00000000" ? "00000001" : "00000000")
        #expect(wrong.status == 422 && wrong.json["errors"]?.items?.first?["reason"] == "wrongCode")
        let entered = try await enter(digits)
        let key = try #require(entered.json["key"]?.text)
        #expect(entered.status == 201 && entered.headers[.cacheControl] == "no-store")
        #expect(try await enter(digits).status == 422, "a code works once")
        let read = try await client.api(.get, "registration", "", ["registration-key": key])
        #expect(read.json["status"] == "draft" && read.json["name"] == "李明")
        let left = try await client.api(.delete, "registration/key", "", ["registration-key": key])
        #expect(left.json["count"] == 1)
        #expect(try await client.api(.get, "registration", "", ["registration-key": key]).status == 404)
    }

    @Test func anAddressThatHasAnAccountLooksTheSameFromOutside() async throws {
        let body = #"{"email": "organiser.all@example.com", "name": "Who"}"#
        #expect(try await client.api(.post, "registrations", body).status == 202)
        let letter = try await client.store.outbox.letters(isWaiting: true, limit: 9).last
        #expect(letter?.body.contains("/sign-in") == true)
    }

    @Test func guessingTakesTooLong() async throws {
        var statuses: [Int] = []
        for number in 0..<12 {
            let body = #"{"email": "new@example.com", "code": "1000000\#(number % 10)"}"#
            statuses.append(try await client.api(.post, "registrations/key", body).status)
        }
        #expect(statuses.prefix(8).allSatisfy { $0 == 422 } && statuses.last == 429)
    }

    @Test func aDraftKeepsGapsAndTellsThem() async throws {
        let saved = try await registration(
            .put,
            "registration",
            #"{"name": {"ru": "Берег"}, "products": [{"hsCode": "7", "name": {"zh": "茶"}}]}"#
        )
        #expect(saved.status == 200)
        let flaws = saved.json["flaws"]?.items ?? []
        #expect(flaws.map { $0["pointer"]?.text } == ["/economy", "/products/0/hsCode"])
        #expect(flaws.map { $0["reason"]?.text } == ["missing", "badHSCode"])
        let read = try await registration(.get)
        #expect(read.json["profile"]?["products"]?.items?.first?["hsCode"] == "7")
        #expect(read.headers[.eTag] == saved.headers[.eTag])
        let sent = try await registration(.post, "registration/submission")
        #expect(sent.status == 422 && sent.json["errors"]?.items?.first?["pointer"] == "/economy")
    }

    @Test func nobodysTextIsLost() async throws {
        let key = ["registration-key": fixture.registrationKey]
        let first = try #require(try await registration(.get).headers[.eTag])
        func save(_ name: String, _ version: String) async throws -> Int {
            let body = #"{"name": {"en": "\#(name)"}}"#
            return try await client.api(.put, "registration", body, key.merging(["if-match": version]) { $1 })
                .status
        }
        #expect(try await save("One", first) == 200)
        #expect(try await save("Two", first) == 412)
        #expect(try await client.api(.put, "registration", #"{"name": {}}"#, key).status == 428)
        #expect(try await client.api(.get, "registration").problem == "invalidParameter")
    }

    @Test(arguments: [("{", 400), (#"{"unknown": 1}"#, 422)])
    func aBodyUnderAKeyThatNobodyHasIsNotParsed(body: String, status: Int) async throws {
        let headers = ["registration-key": "madeupmadeup", "if-match": "*"]
        #expect(try await client.api(.put, "registration", body, headers).status == 404)
        #expect(try await registration(.put, "registration", body).status == status)
    }

    @Test func theOrganiserApprovesWhatWasSent() async throws {
        #expect(try await registration(.put, "registration", Self.profile).json["flaws"] == [])
        let sent = try await registration(.post, "registration/submission")
        #expect(sent.status == 201 && sent.json["status"] == "submitted")
        let id = try #require(sent.json["enterprise"]?.text)
        #expect(try await registration(.post, "registration/submission").problem == "isSent")
        let waiting = try await fixture.walk("registrations", token: fixture.organiserToken)
        #expect(waiting.first?["enterprise"] == .string(id) && waiting.first?["senderName"] == "王芳")
        func decide(_ body: String, key: String? = nil) async throws -> RouterClient.Answer {
            try await client.api(
                .post,
                "registrations/\(id)/decision",
                token: fixture.organiserToken,
                body,
                key.map { ["idempotency-key": $0] } ?? [:]
            )
        }
        #expect(try await decide(#"{"decision": "ask"}"#).status == 422)
        #expect(try await decide(#"{"decision": "ask", "note": "Больше товаров"}"#).status == 201)
        #expect(try await registration(.get).json["note"] == "Больше товаров")
        let approved = try await decide(#"{"decision": "approve"}"#, key: "approve-1")
        #expect(approved.json["status"] == "approved")
        let letters = try await client.store.outbox.letters(isWaiting: true, limit: 99).count
        #expect(try await decide(#"{"decision": "approve"}"#, key: "approve-1").body == approved.body)
        #expect(
            try await client.store.outbox.letters(isWaiting: true, limit: 99).count == letters,
            "no second letter"
        )
        #expect(
            try await client.store.accounts.find(email: "new@example.com")?.part == .enterprise(.init(id))
        )
        #expect(try await registration(.get).status == 404, "the key is over")
    }

    @Test func namesMuchLikeItAreTold() async throws {
        let name = APIFixture.data.enterprises[0].name
        let text = try #require(name.en)
        let saved = try await registration(.put, "registration", #"{"name": {"en": "\#(text)"}}"#)
        #expect(saved.json["similar"]?.items?.first?["enterprise"] == .string(fixture.first.code))
        let path = "enterprises/\(fixture.first)/similar"
        #expect(try await client.api(.get, path, token: fixture.organiserToken).json["items"] == [])
    }

    @Test func aCookieSaysNothingOfWhoRegisters() async throws {
        try await client.signIn(as: .organiser)
        #expect(try await registration(.put, "registration", Self.profile).status == 200)
        #expect(try await registration(.post, "registration/submission").status == 201)
        let entries = try await client.store.auditLog.latest(limit: 50).filter { $0.table == "enterprise" }
        #expect(entries.first?.actor.hasPrefix("registration ") == true)
    }

    @Test func aProfileIsPutWhole() async throws {
        let path = "enterprises/\(fixture.first)/profile"
        let token = fixture.firstToken
        let before = try await client.api(.get, path, token: token)
        let version = try #require(before.headers[.eTag])
        let saved = try await client.api(.put, path, token: token, Self.profile, ["if-match": version])
        #expect(saved.status == 200)
        let profile = saved.json["profile"]
        #expect(profile?["name"]?["en"] == "North Bank Foods" && profile?["name"]?["zh"] == .null)
        #expect(profile?["products"]?.items?.count == 1)
        #expect(profile?["products"]?.items?.first?["hsCode"] == "190590")
        #expect(profile?["people"]?.items?.first?["names"]?["han"]?["family"] == "王")
        #expect(profile?["people"]?.items?.first?["id"]?.text != nil)
        #expect(
            try await client.api(
                .put,
                path,
                token: token,
                #"{"name": {"en": "B"}, "economy": "CN"}"#,
                ["if-match": version]
            ).status == 412
        )
        let wrong = try await client.api(
            .put,
            path,
            token: token,
            #"{"name": {"en": "B"}, "economy": "XX"}"#,
            ["if-match": "*"]
        )
        #expect(wrong.status == 422 && wrong.json["errors"]?.items?.first?["reason"] == "unknownCode")
        #expect(try await client.api(.get, path, token: fixture.secondToken).status == 403)
    }

    /// A profile that is read can be put back as it is.
    @Test func whatIsReadCanBeWritten() async throws {
        for enterprise in APIFixture.data.enterprises.prefix(20) {
            let path = "enterprises/\(enterprise.id)/profile"
            let read = try await client.api(.get, path, token: fixture.organiserToken)
            let body = try #require(read.json["profile"])
            let version = try #require(read.headers[.eTag])
            let put = try await client.api(
                .put,
                path,
                token: fixture.organiserToken,
                body.description,
                ["if-match": version]
            )
            #expect(put.status == 200, "\(enterprise.id): \(put.body)")
            #expect(put.json["profile"] == body)
            #expect(put.headers[.eTag] == version)
        }
    }

    @Test(arguments: [
        (ProfileFlaw("name_zh", .missing), "/name"),
        (ProfileFlaw("about_ru", .tooLong(most: 9)), "/about/ru"),
        (ProfileFlaw("people-2-han-family", .namelessPerson), "/people/2/names"),
        (ProfileFlaw("people-2-latin-given", .tooLong(most: 9)), "/people/2/names/latin/given"),
        (ProfileFlaw("people-0-position_en", .tooLong(most: 9)), "/people/0/position/en"),
        (ProfileFlaw("products-1-hs", .badHSCode("7")), "/products/1/hsCode"),
        (ProfileFlaw("products-1-name_zh", .namelessGood), "/products/1/name"),
        (ProfileFlaw("demands-0-hs", .badHSCode("7")), "/demands/0/hsPrefix"),
        (ProfileFlaw("demands-0-name_ru", .tooLong(most: 9)), "/demands/0/text/ru"),
        (ProfileFlaw("demands-0-targets", .unknown("XX")), "/demands/0/targetRegions"),
        (ProfileFlaw("stores", .badCount("x")), "/stores"),
    ])
    func flawsAreNamedByPointers(flaw: ProfileFlaw, pointer: String) { #expect(flaw.pointer == pointer) }
}

import FairwayCore
import FairwayStore
import Foundation
import HTTPTypes
import Testing

@testable import FairwayWeb

/// Anyone may ask for a letter to anybody's address: what they call its owner is nowhere to be read but where its owner takes it.
struct SenderNameTests {
    private static let email = "owner@example.com"
    private static let planted = "CLAIM YOUR PRIZE AT EVIL"

    private func client() async throws -> RouterClient {
        try await RouterClient(data: RegistrationTests.data, as: nil)
    }

    private func ask(_ client: RouterClient, as name: String) async throws -> (digits: String, token: String)
    {
        let answer = try await client.submit("/register", ["email": Self.email, "name": name])
        #expect(answer.status == 303)
        let letter = try #require(try await client.store.outbox.letters(isWaiting: false, limit: 1).first)
        let digits = try #require(letter.body.firstMatch(of: /([0-9]{4}) ([0-9]{4})/))
        let token = try #require(letter.body.firstMatch(of: /token=([A-Za-z0-9_-]+)/))
        return ("\(digits.1)\(digits.2)", String(token.1))
    }

    private static let form = [
        "name_en": "North Bank Foods", "economy": "CN", "people-count": "1",
        "people-0-latin-display": "Fang Wang", "do": "submit",
    ]

    private func registration(in store: ExpoStore) async throws -> Registration? {
        try await store.registrations.waiting(limit: 100).rows.compactMap(\.registration).first {
            $0.email == Self.email
        }
    }

    /// As it was found: the stranger's words stood on the link's page, before the organiser, in the API and in the letter.
    @Test(arguments: [true, false]) func aStrangersWordsAreNobodysName(byLink: Bool) async throws {
        let stranger = try await client()
        _ = try await ask(stranger, as: Self.planted)
        let owner = try Visitor.otherDevice(of: stranger)
        let letter = try await ask(owner, as: "Fang Wang")
        _ = try await ask(stranger, as: Self.planted)
        let page = try await owner.get("/register/link?token=\(letter.token)").body
        #expect(page.contains(Self.email) && !page.contains(Self.planted))
        if byLink {
            _ = try await owner.submit("/register/link", ["link": letter.token])
        } else {
            let entered = ["email": Self.email, "code": letter.digits]
            #expect(try await owner.submit("/register/code", entered).status == 303)
        }
        let form = try await owner.get("/register/form").body
        #expect(form.contains("name=\"sender\" type=\"text\" value=\"Fang Wang\"") && !form.contains("CLAIM"))
        #expect(try await Visitor.post(owner, "/register/form", Self.form).status == 303)
        let organiser = try Visitor.otherDevice(of: stranger)
        try await organiser.signIn(as: .organiser)
        let list = try await organiser.get("/organiser/registrations").body
        #expect(list.contains("Fang Wang, <a href=\"mailto:\(Self.email)\"") && !list.contains("CLAIM"))
        let waiting = try await organiser.get("/api/v1/registrations")
        let senders = waiting.json["items"]?.items?.map { $0["senderName"]?.text } ?? []
        #expect(senders.contains("Fang Wang") && !waiting.body.contains("CLAIM"))
        let id = try await #require(try registration(in: organiser.store)?.enterprise)
        _ = try await organiser.submit("/organiser/registrations/\(id)/approve")
        let approval = try #require(
            try await organiser.store.outbox.letters(isWaiting: false, limit: 1).first
        )
        #expect(approval.recipient == Self.email && approval.body.contains("Fang Wang"))
        let letters = try await organiser.store.outbox.letters(isWaiting: false, limit: 100)
        #expect(letters.allSatisfy { !$0.body.contains("CLAIM") && !$0.subject.contains("CLAIM") })
    }

    @Test func programsAreGivenTheNameOfTheirCode() async throws {
        let client = try await client()
        func start(_ name: String) async throws -> String {
            let body = #"{"email": "\#(Self.email)", "name": "\#(name)"}"#
            #expect(try await client.api(.post, "registrations", body).status == 202)
            let letter = try #require(try await client.store.outbox.letters(isWaiting: false, limit: 1).first)
            let code = try #require(letter.body.firstMatch(of: /([0-9]{4}) ([0-9]{4})/))
            return "\(code.1)\(code.2)"
        }
        _ = try await start(Self.planted)
        let code = try await start("Fang Wang")
        let body = #"{"email": "\#(Self.email)", "code": "\#(code)"}"#
        let key = try #require(try await client.api(.post, "registrations/key", body).json["key"]?.text)
        let read = try await client.api(.get, "registration", "", ["registration-key": key])
        #expect(read.json["name"] == "Fang Wang" && !read.body.contains("CLAIM"))
    }

    /// Whoever resumes what only a stranger began has no name yet, and is asked for one.
    @Test(arguments: [("en", "is needed"), ("ru", "нужно заполнить"), ("zh", "请填写")])
    func whoeverHasNoNameIsAskedForOne(language: String, words: String) async throws {
        let client = try await client()
        client.cookies[LanguageMiddleware.cookie] = language
        _ = try await ask(client, as: Self.planted)
        try await Visitor.resume(client, email: Self.email)
        #expect(
            try await client.get("/register/form").body.contains("name=\"sender\" type=\"text\" value=\"\"")
        )
        var form = Self.form
        form["sender"] = " "
        form["do"] = "save"
        #expect(try await Visitor.post(client, "/register/form", form).status == 303, "a draft has gaps")
        form["do"] = "submit"
        let refused = try await Visitor.post(client, "/register/form", form)
        #expect(refused.status == 422 && refused.body.contains("href=\"#f-sender\""))
        #expect(refused.body.contains("id=\"e-sender\">\(words)"))
        #expect(try await registration(in: client.store) == nil)
        form["sender"] = "王芳"
        #expect(try await Visitor.post(client, "/register/form", form).status == 303)
        #expect(try await registration(in: client.store)?.name == "王芳")
        let sent = try await client.get("/register/form").body
        #expect(!sent.contains("name=\"sender\""), "what is sent keeps its name")
        form["sender"] = "Somebody Else"
        _ = try await Visitor.post(client, "/register/form", form)
        #expect(try await registration(in: client.store)?.name == "王芳")
    }

    struct Refusal: Sendable {
        var name: String
        var language: String
        var start: String
        var form: String
    }

    private static let refusals = [
        Refusal(
            name: "A https://evil.example/x",
            language: "en",
            start: "web or mail address",
            form: "“://”"
        ),
        Refusal(name: "WWW.evil.example", language: "ru", start: "адрес сайта или почты", form: "«www.»"),
        Refusal(name: "me@evil.example", language: "zh", start: "网址或邮箱", form: "“@”"),
        Refusal(name: "***", language: "en", start: "one letter or digit", form: "one letter or digit"),
        Refusal(name: "—", language: "ru", start: "одна буква или цифра", form: "одна буква или цифра"),
        Refusal(name: "！", language: "zh", start: "一个文字或数字", form: "一个文字或数字"),
        Refusal(name: "\u{2800}", language: "en", start: "invisible character", form: "U+2800"),
        Refusal(name: "\u{1D159}", language: "ru", start: "невидимый знак", form: "U+1D159"),
        Refusal(name: "\u{FFFC}", language: "zh", start: "不可见", form: "U+FFFC"),
    ]

    @Test(arguments: refusals) func namesThatNameNobodyAreRefusedWithFieldAndReason(_ the: Refusal)
        async throws
    {
        let client = try await client()
        client.cookies[LanguageMiddleware.cookie] = the.language
        let start = try await client.submit("/register", ["email": Self.email, "name": the.name])
        #expect(start.status == 422 && start.body.contains(the.start))
        #expect(start.body.contains("<a href=\"#name\">") && start.body.contains("aria-invalid=\"true\""))
        let body = #"{"email": "\#(Self.email)", "name": "\#(the.name)"}"#
        let posted = try await client.api(.post, "registrations", body)
        #expect(posted.status == 422 && posted.json["errors"]?.items?.first?["pointer"] == "/name")
        #expect(try await client.store.outbox.letters(isWaiting: true, limit: 10).isEmpty)

        try await Visitor.begin(client, email: Self.email, name: "Fang Wang")
        for action in ["save", "submit", "add-people"] {
            let form = Self.form.merging(["sender": the.name, "do": action]) { $1 }
            let answer = try await Visitor.post(client, "/register/form", form)
            #expect(answer.status == 422, "\(action)")
            #expect(answer.body.contains("href=\"#f-sender\"") && answer.body.contains(the.form))
            #expect(answer.body.contains("North Bank Foods"), "the rest is saved")
        }
        let form = try await client.get("/register/form").body
        #expect(form.contains("value=\"Fang Wang\"") && form.contains("North Bank Foods"))
    }

    /// The people of a profile are refused alike, by page and by program.
    @Test func peoplesNamesHaveNoAddresses() async throws {
        let fixture = try await APIFixture()
        let person = #"{"names": {"latin": {"display": "WIN AT https://evil.example"}}}"#
        let answer = try await fixture.client.api(
            .put,
            "enterprises/\(fixture.first)/profile",
            token: fixture.firstToken,
            #"{"name": {"en": "X"}, "economy": "CN", "people": [\#(person)]}"#,
            ["if-match": "*"]
        )
        let error = answer.json["errors"]?.items?.first
        #expect(answer.status == 422 && error?["pointer"] == "/people/0/names/latin/display")
        let saved = try await fixture.client.api(
            .put,
            "registration",
            #"{"name": {"en": "X"}, "economy": "CN", "people": [\#(person)]}"#,
            ["registration-key": fixture.registrationKey, "if-match": "*"]
        )
        let flaw = saved.json["flaws"]?.items?.first
        #expect(flaw?["pointer"] == "/people/0/names/latin/display")
        for (language, words) in [("en", "web or mail"), ("ru", "адресов сайтов"), ("zh", "网址")] {
            #expect(flaw?["sentence"]?[language]?.text?.contains(words) == true)
        }
    }
}

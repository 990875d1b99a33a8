import FairwayCore
import FairwayStore
import Foundation
import HTTPTypes
import Testing

@testable import FairwayWeb

/// From an address to an approved enterprise that edits its own profile, in each language.
struct RegistrationTests {
    static let data = SampleExpo.generate(seed: 3, scale: 0.01, regions: [], economies: [])

    struct Case: Sendable, CustomTestStringConvertible {
        var language: Language
        var economy: String
        var name: String
        var person: String
        var parts: [String: String]
        var shown: String
        var missing: String
        var testDescription: String { language.rawValue }
    }

    static let cases = [
        Case(
            language: .zh,
            economy: "CN",
            name: "哈尔滨晨星乳业有限公司",
            person: "李伟",
            parts: ["people-0-han-family": "李", "people-0-han-given": "伟", "people-0-han-display": ""],
            shown: "李伟",
            missing: "请填写"
        ),
        Case(
            language: .ru,
            economy: "RU",
            name: "ООО «Утренняя звезда»",
            person: "Анна Петровна Ли",
            parts: [
                "people-0-cyrillic-family": "Ли", "people-0-cyrillic-given": "Анна",
                "people-0-cyrillic-patronymic": "Петровна", "people-0-cyrillic-display": "",
            ],
            shown: "Анна Петровна Ли",
            missing: "нужно заполнить"
        ),
        Case(
            language: .en,
            economy: "RU",
            name: "Morning Star Dairy Ltd",
            person: "Ann Lee",
            parts: ["people-0-latin-display": "Ann Lee"],
            shown: "Ann Lee",
            missing: "is needed"
        ),
    ]

    @Test(arguments: cases) func aRegistrationGoesAllTheWay(_ the: Case) async throws {
        let email = "someone.\(the.language)@example.com"
        let phone = try await RouterClient(data: Self.data, as: nil)
        phone.cookies[LanguageMiddleware.cookie] = the.language.rawValue
        try await Visitor.begin(phone, email: email, name: the.person)

        // Saved with a mistake in it, and resumed on another device.
        let suffix = the.language.rawValue
        var form = ["products-count": "0", "demands-count": "0", "people-count": "1", "do": "save"]
        form["name_\(suffix)"] = the.name
        form["people-0-email"] = email
        form.merge(the.parts) { $1 }
        form["do"] = "add-products"
        _ = try await Visitor.post(phone, "/register/form", form)
        form["products-count"] = "1"
        form["products-0-name_\(suffix)"] = "сыр 奶酪 cheese"
        form["products-0-hs"] = "12345"
        form["do"] = "save"
        #expect(try await Visitor.post(phone, "/register/form", form).status == 303)
        let computer = try Visitor.otherDevice(of: phone)
        try await Visitor.resume(computer, email: email)
        var page = try await computer.get("/register/form").body
        #expect(page.contains("value=\"12345\"") && page.contains("сыр 奶酪 cheese"))
        #expect(page.contains("href=\"#f-products-0-hs\""), "the mistake is told with a link to its field")
        #expect(page.contains("<html lang=\"\(the.language)\">"))

        // Sent: first without the economy.
        form["products-0-hs"] = "0406.10"
        form["do"] = "submit"
        let refused = try await Visitor.post(computer, "/register/form", form)
        #expect(refused.status == 422)
        #expect(refused.body.contains("href=\"#f-economy\"") && refused.body.contains(the.missing))
        #expect(refused.body.contains(PagesText.escaped(the.name)), "what was typed stays")
        form["economy"] = the.economy
        let sent = try await Visitor.post(computer, "/register/form", form)
        #expect(sent.status == 303)
        let waiting = try #require(try await computer.store.registrations.waiting(limit: 10).rows.first)
        let id = waiting.enterprise.id
        #expect(waiting.registration?.email == email)
        #expect(waiting.enterprise.name[the.language] == the.name)

        // Not public until approved.
        let visitor = try Visitor.otherDevice(of: phone)
        #expect(try await visitor.get("/enterprises/\(id)").status == 404)
        let list = "/enterprises?q=\(PageParameters.encoded(the.name))"
        #expect(!(try await visitor.get(list).body.contains("/enterprises/\(id)\"")))
        let organiser = try Visitor.otherDevice(of: phone)
        try await organiser.signIn(as: .organiser)
        #expect(try await organiser.get("/enterprises/\(id)").status == 200)
        page = try await organiser.get("/organiser/registrations").body
        #expect(page.contains(PagesText.escaped(the.name)) && page.contains(email))

        // Asked for more, changed while waiting, approved.
        _ = try await organiser.submit("/organiser/registrations/\(id)/ask", ["note": "Website?"])
        #expect(try await computer.get("/register/form").body.contains("Website?"))
        form["website"] = "morning.example"
        form["do"] = "save"
        form["products-0-code"] = try #require(
            try await computer.store.profiles.draft(of: id)?.draft.products.first?.code
        )
        form["people-0-code"] = try #require(
            try await computer.store.profiles.draft(of: id)?.draft.people.first?.code
        )
        #expect(try await Visitor.post(computer, "/register/form", form).status == 303)
        #expect(
            try await computer.store.enterprises.find(id)?.enterprise.website == "https://morning.example"
        )
        _ = try await organiser.submit("/organiser/registrations/\(id)/approve")
        #expect(try await visitor.get("/enterprises/\(id)").status == 200)
        #expect(try await visitor.get(list).body.contains("/enterprises/\(id)\""))
        let letter = try #require(try await phone.store.outbox.letters(isWaiting: false, limit: 1).first)
        #expect(letter.recipient == email && letter.body.contains("/sign-in"))

        // Signed in as anyone does, and edited.
        let own = try Visitor.otherDevice(of: phone)
        try await Visitor.signIn(own, email: email)
        page = try await own.get("/enterprises/\(id)").body
        #expect(page.contains(the.shown))
        form["about_en"] = "Cheese since 1990"
        let path = "/enterprises/\(id)/profile"
        #expect(try await Visitor.post(own, path, form).status == 303)
        #expect(try await own.store.enterprises.find(id)?.enterprise.about.en == "Cheese since 1990")
        #expect(try await own.store.enterprises.find(id)?.products.map(\.hsCode?.digits) == ["040610"])
    }

    @Test func aDeclinedRegistrationIsToldWhyAndIsNotPublic() async throws {
        let client = try await RouterClient(data: Self.data, as: nil)
        let id = try await Visitor.register(client, email: "a@example.com", name: "Ромашка")
        let organiser = try Visitor.otherDevice(of: client)
        try await organiser.signIn(as: .organiser)
        let path = "/organiser/registrations/\(id)/decline"
        #expect(try await organiser.submit(path, ["note": " "]).status == 422)
        #expect(try await organiser.submit(path, ["note": "Not a trader"]).status == 303)
        let letter = try #require(try await client.store.outbox.letters(isWaiting: false, limit: 1).first)
        #expect(letter.body.contains("Not a trader") && letter.recipient == "a@example.com")
        #expect(try await Visitor.otherDevice(of: client).get("/enterprises/\(id)").status == 404)
        #expect(try await client.store.accounts.find(email: "a@example.com") == nil)
    }

    @Test func openingALinkUsesNothingUp() async throws {
        let client = try await RouterClient(data: Self.data, as: nil)
        _ = try await client.submit("/register", ["email": "b@example.com", "name": "Bo"])
        let letter = try #require(try await client.store.outbox.letters(isWaiting: true, limit: 1).first)
        let token = try #require(letter.body.firstMatch(of: /token=([A-Za-z0-9_-]+)/)?.1)
        for _ in 0..<3 { #expect(try await client.get("/register/link?token=\(token)").status == 200) }
        #expect(try await client.get("/register/form").status == 303)
        _ = try await client.submit("/register/link", ["link": String(token)])
        #expect(try await client.get("/register/form").status == 200)
        #expect(try await client.submit("/register/link", ["link": String(token)]).status == 404)
        _ = try await client.submit("/register/leave")
        #expect(try await client.get("/register/form").status == 303)
    }

    @Test func anAddressIsNeverToldToBeKnown() async throws {
        let client = try await RouterClient(data: Self.data, as: nil)
        try await client.signIn(as: .visitor)
        client.signOut()
        for email in ["visitor.all@example.com", "new@example.com"] {
            let answer = try await client.submit("/register", ["email": email, "name": "X"])
            let expected = "/register/code?email=\(PageParameters.encoded(email))"
            #expect(answer.headers[.location] == expected)
        }
        for email in ["unknown@example.com", "new@example.com"] {
            #expect(try await client.submit("/register", ["email": email, "resume": "1"]).status == 303)
        }
        #expect(try await client.store.outbox.letters(isWaiting: true, limit: 10).count == 3)
    }

    @Test func lettersAreFew() async throws {
        let client = try await RouterClient(data: Self.data, as: nil)
        for _ in 0..<6 {
            _ = try await client.submit("/register", ["email": "c@example.com", "name": "C"])
        }
        #expect(try await client.store.outbox.letters(isWaiting: true, limit: 10).count <= 3)
        var last = 0
        for index in 0..<230 {
            last = try await client.submit("/register", ["email": "c\(index)@example.com", "name": "C"])
                .status
        }
        #expect(last == 429, "from one place, to whatever addresses")
    }

    @Test func likeNamesOfPublicEnterprisesAreHintedAndOthersAreNot() async throws {
        var data = Self.data
        data.enterprises[0].name = LocalizedText(ru: "ООО «Полярная звезда»")
        data.enterprises[0].status = .approved
        data.enterprises[1].name = LocalizedText(en: "Hidden Harbour Trading Ltd")
        data.enterprises[1].status = .registered
        let client = try await RouterClient(data: data, as: nil)
        try await Visitor.begin(client, email: "d@example.com", name: "D")
        let form = ["name_ru": "АО Полярная  Звезда", "people-count": "0"]
        _ = try await Visitor.post(client, "/register/form", form)
        var page = try await client.get("/register/form").body
        #expect(page.contains("may be registered already"))
        #expect(page.contains("/enterprises/\(data.enterprises[0].id)\""))
        let other = ["name_en": "Hidden Harbor Trading", "people-count": "0"]
        _ = try await Visitor.post(client, "/register/form", other)
        page = try await client.get("/register/form").body
        #expect(!page.contains("may be registered already"))
        #expect(!page.contains("Hidden Harbour") && !page.contains("/enterprises/\(data.enterprises[1].id)"))
    }

    @Test func twoDevicesDoNotOverwriteEachOther() async throws {
        let client = try await RouterClient(data: Self.data, as: nil)
        try await Visitor.begin(client, email: "e@example.com", name: "E")
        let old = try await Visitor.revision(client, "/register/form")
        _ = try await Visitor.post(client, "/register/form", ["name_en": "First", "people-count": "0"])
        let answer = try await client.submit(
            "/register/form",
            ["name_en": "Second", "people-count": "0", "revision": old]
        )
        #expect(answer.status == 409)
        #expect(answer.body.contains("First") && answer.body.contains("Second"))
        #expect(answer.body.contains("value=\"Second\""), "the form keeps what was typed")
    }
}

/// A visitor's steps, as a browser takes them.
enum Visitor {
    /// Another browser at the same server.
    static func otherDevice(of client: RouterClient) throws -> RouterClient {
        let other = try RouterClient(sharing: client)
        other.cookies[LanguageMiddleware.cookie] = client.cookies[LanguageMiddleware.cookie]
        return other
    }

    static func begin(_ client: RouterClient, email: String, name: String) async throws {
        let answer = try await client.submit("/register", ["email": email, "name": name])
        #expect(answer.headers[.location]?.hasPrefix("/register/code") == true)
        try await useCode(client, email)
    }

    static func resume(_ client: RouterClient, email: String) async throws {
        _ = try await client.submit("/register", ["email": email, "resume": "1"])
        try await useCode(client, email)
    }

    private static func useCode(_ client: RouterClient, _ email: String) async throws {
        let code = try await digits(client)
        let answer = try await client.submit("/register/code", ["email": email, "code": code])
        #expect(answer.headers[.location] == "/register/form")
    }

    static func signIn(_ client: RouterClient, email: String) async throws {
        _ = try await client.submit("/sign-in/code", ["email": email])
        let answer = try await client.submit(
            "/sign-in/code/use",
            ["email": email, "code": try digits(client)]
        )
        #expect(answer.status == 303)
    }

    private static func digits(_ client: RouterClient) async throws -> String {
        let letter = try #require(try await client.store.outbox.letters(isWaiting: false, limit: 1).first)
        let digits = try #require(letter.body.firstMatch(of: /([0-9]{4}) ([0-9]{4})/))
        return "\(digits.1)\(digits.2)"
    }

    static func revision(_ client: RouterClient, _ path: String) async throws -> String {
        let page = try await client.get(path).body
        return String(try #require(page.firstMatch(of: /name="revision" value="([0-9a-f]+)"/)?.1))
    }

    /// Posts a form with the revision that its page has now.
    static func post(_ client: RouterClient, _ path: String, _ form: [String: String]) async throws
        -> RouterClient.Answer
    {
        let revision = try await revision(client, path)
        return try await client.submit(path, form.merging(["revision": revision]) { $1 })
    }

    /// A whole small registration, up to the organiser.
    static func register(_ client: RouterClient, email: String, name: String) async throws -> Enterprise.ID {
        try await begin(client, email: email, name: "Вера")
        let form = [
            "name_ru": name, "economy": "RU", "people-count": "1", "people-0-cyrillic-display": "Вера",
            "people-0-email": email, "do": "submit",
        ]
        #expect(try await post(client, "/register/form", form).status == 303)
        let waiting = try await client.store.registrations.waiting(limit: 10)
        return try #require(waiting.rows.first { $0.registration?.email == email }).enterprise.id
    }
}

enum PagesText {
    static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing("\"", with: "&quot;")
    }
}

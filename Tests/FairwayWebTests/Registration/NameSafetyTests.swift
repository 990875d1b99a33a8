import FairwayCore
import Foundation
import HTTPTypes
import Testing

@testable import FairwayStore
@testable import FairwayWeb

/// Names that deceive come in by no door; names that look like another's are told to the organiser.
struct NameSafetyTests {
    private static let spoofs = [
        "Sb\u{202E}er", "Sb\u{200B}er", "Sber\u{E0041}", "Sber\u{E000}", "\u{301}Sber",
    ]

    @Test(arguments: spoofs) func noEndpointTakesThem(name: String) async throws {
        let fixture = try await APIFixture()
        let client = fixture.client
        let text = JSONValue.string(name).description
        let before = try await client.store.auditLog.changeNumber()
        let person = #"{"names": {"latin": {"display": \#(text)}}}"#
        let organiser = fixture.organiserToken
        let member = "delegations/\(APIFixture.delegation.id)/enterprises"
        let tries: [(HTTPRequest.Method, String, String, String)] = [
            (.patch, "enterprises/\(fixture.first)", fixture.firstToken, #"{"name": {"en": \#(text)}}"#),
            (
                .put, "enterprises/\(fixture.first)/profile", fixture.firstToken,
                #"{"name": {"en": \#(text)}, "economy": "CN"}"#
            ),
            (
                .put, "enterprises/\(fixture.first)/profile", fixture.firstToken,
                #"{"name": {"en": "X"}, "economy": "CN", "people": [\#(person)]}"#
            ),
            (
                .post, "accounts", organiser,
                #"{"email": "a@example.com", "name": \#(text), "role": "visitor"}"#
            ),
            (.post, member, organiser, #"{"name": {"en": \#(text)}, "economy": "CN", "roles": ["service"]}"#),
            (.post, "registration", "", #"{"email": "b@example.com", "name": \#(text)}"#),
        ]
        for (method, path, token, body) in tries {
            let answer = try await client.api(
                method,
                path,
                token: token.isEmpty ? nil : token,
                body,
                ["if-match": "*"]
            )
            #expect(
                [404, 405, 422].contains(answer.status),
                "\(method) \(path): \(answer.status) \(answer.body)"
            )
            if answer.status == 422 { #expect(answer.body.contains("unsafeText"), "\(path): \(answer.body)") }
        }
        let rows = try await client.store.auditLog.latest(limit: 100).filter { $0.id > before }
        #expect(
            rows.filter { ["enterprise", "representative", "account", "registration"].contains($0.table) }
                .isEmpty
        )
    }

    @Test(arguments: [("en", "invisible character"), ("ru", "невидимый знак"), ("zh", "不可见字符")])
    func theFormsSayWhichCharacterItIs(language: String, words: String) async throws {
        let data = APIFixture.data
        let own = data.enterprises[0]
        let client = try await RouterClient(data: data, as: .enterprise(own.id))
        let path = "/enterprises/\(own.id)/profile"
        let page = try await client.get(path, ["accept-language": language])
        let revision =
            page.body.firstMatch(of: /name="revision" value="([^"]*)"/).map { String($0.output.1) } ?? ""
        var form = [
            "do": "save", "revision": revision, "name_en": "Sb\u{200B}er", "economy": own.economy.code,
        ]
        form[GuardMiddleware.tokenField] = client.cookies[GuardMiddleware.tokenCookie]
        let answer = try await client.post(path, form, ["accept-language": language])
        #expect(
            answer.status == 422 && answer.body.contains(words) && answer.body.contains("U+200B"),
            "\(answer.status)"
        )
    }

    @Test func agenciesAndNewcomersAreRefusedToo() async throws {
        let data = APIFixture.data
        let client = try await RouterClient(data: data, as: .agency(data.delegations[0].agency))
        let member = try await client.submit(
            "/delegations/\(data.delegations[0].id)/enterprises/new",
            ["name_en": "Sb\u{202E}er", "economy": "CN", "role_service": "1"]
        )
        #expect(member.status == 400 && member.body.contains("turns the text"))
        client.signOut()
        let start = try await client.submit(
            "/register",
            ["email": "new@example.com", "name": "Li\u{202E} Wei"]
        )
        #expect(start.status == 422 && start.body.contains("turns the text"))
    }

    @Test(arguments: [
        ("en", "web or mail address"), ("ru", "адрес сайта или почты"), ("zh", "姓名中含有网址或邮箱"),
    ])
    func theAgencysFormTakesNoAddressForAContactsName(language: String, words: String) async throws {
        let delegation = APIFixture.data.delegations[0]
        let client = try await RouterClient(data: APIFixture.data, as: .agency(delegation.agency))
        client.cookies[LanguageMiddleware.cookie] = language
        let form = [
            "name_en": "Zephyr Reed", "economy": "CN", "role_service": "1",
            "contact_en": "CLAIM AT https://evil.example", "email": "prize@example.com", "invite": "1",
        ]
        let answer = try await client.submit("/delegations/\(delegation.id)/enterprises/new", form)
        #expect(answer.status == 400 && answer.body.contains(words))
        #expect(answer.body.firstMatch(of: /name="contact_en"[^>]*aria-invalid/) != nil)
        #expect(try await client.store.accounts.find(email: "prize@example.com") == nil)
    }

    @Test func namesAreStoredInOneForm() async throws {
        let fixture = try await APIFixture()
        let path = "enterprises/\(fixture.first)"
        let body = "{\"name\": {\"en\": \"Cafe\u{301} Nord\", \"ru\": \"Рои\u{306}\"}}"
        let answer = try await fixture.client.api(
            .patch,
            path,
            token: fixture.firstToken,
            body,
            ["if-match": "*"]
        )
        #expect(answer.status == 200)
        let name = try #require(
            try await fixture.client.store.enterprises.find(fixture.first)?.enterprise.name
        )
        #expect(Array((name.en ?? "").utf8) == Array("Café Nord".utf8))
        #expect(Array((name.ru ?? "").utf8) == Array("Рой".utf8))
    }

    @Test func aMessageKeepsItsWordsAndLosesWhatTurnsThem() async throws {
        let fixture = try await APIFixture(withRequests: false)
        let form = ["recipient": fixture.second.code, "message": "Buy \u{202E}gnp.exe", "priority": "3"]
        try await fixture.client.signIn(as: .enterprise(fixture.first))
        let answer = try await fixture.client.submit("/enterprises/\(fixture.first)/requests", form)
        #expect(answer.status == 303)
        #expect(
            try await fixture.client.store.requests.all(of: fixture.first).map(\.message) == ["Buy gnp.exe"]
        )
    }

    // MARK: - Look-alikes

    private static func expo(waiting name: String) -> ExpoData {
        var data = APIFixture.data
        for index in data.enterprises.indices { data.enterprises[index].status = .approved }
        data.enterprises[0].name = LocalizedText(zh: nil, ru: "ООО «Сбер Логистика»", en: nil)
        data.enterprises[1].name = LocalizedText(zh: nil, ru: nil, en: name)
        data.enterprises[1].status = .registered
        return data
    }

    @Test(arguments: [
        ("en", "is spelt with other letters"), ("ru", "написано другими буквами"), ("zh", "所用字母不同"),
    ])
    func theOrganiserIsToldOfANameThatLooksLikeAnothers(language: String, words: String) async throws {
        let client = try await RouterClient(data: Self.expo(waiting: "OOO C6ep Лoгиcтикa"), as: .organiser)
        let page = try await client.get("/organiser/registrations", ["accept-language": language]).body
        #expect(page.contains(words) && page.contains("E00001"))
        let list = try await client.get("/api/v1/registrations").json["items"]?.items?.first
        let warnings = list?["nameWarnings"]?.items ?? []
        #expect(warnings.count == 2, "mixed letters, and another's name")
    }

    /// As it was found: a company that is approved renames itself, everyone sees the name at once, and nobody is told.
    @Test(arguments: [
        ("en", "names may be taken for another", "is spelt with other letters"),
        ("ru", "названиями, похожими на чужие", "написано другими буквами"),
        ("zh", "名称易与他人混淆", "所用字母不同"),
    ])
    func theOrganiserIsToldWhenAnApprovedCompanyTakesSuchAName(language: String, title: String, words: String)
        async throws
    {
        var data = Self.expo(waiting: "Северный ветер")
        data.enterprises[1].status = .approved
        let id = data.enterprises[1].id
        let client = try await RouterClient(data: data, as: nil)
        let token = try await client.token(as: .enterprise(id), AccessScope.offered(to: .enterprise))
        let organiser = try RouterClient(sharing: client)
        try await organiser.signIn(as: .organiser)
        let path = "/organiser/registrations"
        let before = try await organiser.get(path, ["accept-language": language]).body
        #expect(!before.contains(words))
        let renamed = try await client.api(
            .patch,
            "enterprises/\(id)",
            token: token,
            #"{"name": {"ru": "OOO C6ep Лoгиcтикa"}}"#,
            ["if-match": "*"]
        )
        #expect(renamed.status == 200, "\(renamed.body)")
        let after = try await organiser.get(path, ["accept-language": language]).body
        #expect(after.contains(title) && after.contains(words))
        #expect(after.contains("/enterprises/\(id)/profile\"") && after.contains("E00001"))
        #expect(
            !(try await organiser.get(path + "?page=2", ["accept-language": language]).body.contains(title))
        )
    }

    @Test func ofManySuchNamesTheFirstAreShownAndAllAreCounted() async throws {
        var data = Self.expo(waiting: "Северный ветер")
        for index in 0..<25 {
            data.enterprises[index].name = LocalizedText(zh: nil, ru: "Гazprom \(index)", en: nil)
            data.enterprises[index].status = .approved
        }
        let client = try await RouterClient(data: data, as: .organiser)
        let page = try await client.get("/organiser/registrations").body
        #expect(page.matches(of: /class="duplicate"/).count >= RegistrationsPage.maxSuspects)
        #expect(page.contains("Shown: 20 of 25"))
    }

    @Test(arguments: ["Северный ветер", "Acme Trading Ltd", "哈尔滨松北星河食品有限公司", "ООО «Сбер Логистика»"])
    func ordinaryNamesAreNotSuspected(name: String) async throws {
        let client = try await RouterClient(data: Self.expo(waiting: name), as: .organiser)
        let own = Self.expo(waiting: name).enterprises[1]
        #expect(try await client.store.names.warnings(for: [(own.name, own.id)]) == [[]])
    }

    @Test func inPagesANameTurnsNothingBesideIt() async throws {
        var data = APIFixture.data
        data.enterprises[0].name = LocalizedText(zh: nil, ru: nil, en: "חברת כוכב")
        data.enterprises[0].status = .approved
        let client = try await RouterClient(data: data, as: nil)
        let page = try await client.get("/enterprises/\(data.enterprises[0].id)", ["accept-language": "en"])
            .body
        #expect(page.contains("<bdi lang=\"en\">חברת כוכב</bdi>"))
        let style = try #require(
            page.firstMatch(of: /href="(\/static\/[^"]*\.css)"/).map { String($0.output.1) }
        )
        #expect(try await client.get(style).body.contains("unicode-bidi: isolate"))
    }
}

import FairwayCore
import FairwayStore
import Foundation
import HTTPTypes
import Testing

@testable import FairwayWeb

/// What is stored about a person can be had, and can be made to go.
struct PersonalDataTests {
    private static let email = "wera.sokolowa@example.com"
    private static let words = [
        "wera.sokolowa", "Соколова", "Скороходько", "+79991234567", "Sokolowa", "索科洛娃",
    ]

    /// A server where someone registered, was approved, edited, met people and got letters.
    private func client() async throws -> (client: RouterClient, enterprise: Enterprise.ID) {
        let client = try await RouterClient(data: RegistrationTests.data, as: nil)
        try await Visitor.begin(client, email: Self.email, name: "Вера Соколова")
        let form = [
            "name_ru": "ООО «Незабудка»", "economy": "RU", "people-count": "1",
            "people-0-cyrillic-family": "Соколова", "people-0-cyrillic-given": "Вера",
            "people-0-cyrillic-patronymic": "Ильинична", "people-0-latin-family": "Sokolowa",
            "people-0-han-display": "索科洛娃", "people-0-email": "Wera.Sokolowa@example.com",
            "people-0-phone": "+79991234567", "do": "submit",
        ]
        #expect(try await Visitor.post(client, "/register/form", form).status == 303)
        let id = try #require(
            try await client.store.registrations.waiting(limit: 50).rows.first { $0.registration != nil }
        ).enterprise.id
        let organiser = try RouterClient(sharing: client)
        try await organiser.signIn(as: .organiser)
        _ = try await organiser.submit("/organiser/registrations/\(id)/approve")
        let own = try RouterClient(sharing: client)
        try await Visitor.signIn(own, email: Self.email)
        let person = try #require(try await client.store.profiles.draft(of: id)?.draft.people.first)
        let changed = form.merging([
            "people-0-code": person.code, "people-0-cyrillic-family": "Скороходько", "do": "save",
        ]) { $1 }
        #expect(try await Visitor.post(own, "/enterprises/\(id)/profile", changed).status == 303)
        return (own, id)
    }

    private func traces(in store: ExpoStore) -> [String] {
        let paths = [store.path, store.path + "-wal"]
        let bytes = paths.reduce(into: Data()) {
            $0 += FileManager.default.contents(atPath: $1) ?? Data()
        }
        return Self.words.filter { bytes.range(of: Data($0.utf8)) != nil }
    }

    @Test func aPersonTakesEverythingAlong() async throws {
        let (client, _) = try await client()
        let answer = try await client.get("/account/data")
        #expect(answer.headers[.contentDisposition] == "attachment; filename=\"personal-data.json\"")
        #expect(answer.headers[.contentType]?.hasPrefix("application/json") == true)
        for word in ["Скороходько", "Sokolowa", "+79991234567", Self.email, "signIns", "letters"] {
            #expect(answer.body.contains(word), "\(word)")
        }
        #expect(try JSONSerialization.jsonObject(with: Data(answer.body.utf8)) is [String: Any])
        #expect(!answer.body.contains("password\""))
    }

    @Test func erasingLeavesNoTraceAndKeepsTheCounts() async throws {
        let (client, id) = try await client()
        let before = try await client.store.expo.data()
        #expect(traces(in: client.store).isEmpty == false)
        let wrong = try await client.submit("/account/erase", ["email": "other@example.com"])
        #expect(wrong.status == 422)
        #expect(try await client.store.accounts.find(email: Self.email) != nil)
        let answer = try await client.submitProven("/account/erase", ["email": " \(Self.email) "])
        #expect(answer.status == 303)
        #expect(traces(in: client.store) == [])
        #expect(try await client.get("/account").status == 303, "nobody is signed in any more")
        let after = try await client.store.expo.data()
        #expect(after.representatives.count == before.representatives.count)
        #expect(after.requests == before.requests && after.enterprises == before.enterprises)
        #expect(try await client.store.profiles.draft(of: id)?.draft.people == [])
        #expect(try await client.store.personalData.all(of: PersonKey(Self.email)).isEmpty)
        #expect(try await client.store.auditLog.latest(limit: 1000).contains { $0.table == "representative" })
    }

    @Test func theOrganiserDoesItForAPerson() async throws {
        let (client, _) = try await client()
        let organiser = try RouterClient(sharing: client)
        try await organiser.signIn(as: .organiser)
        let query = PageParameters.encoded(Self.email)
        let page = try await organiser.get("/organiser/people?person=\(query)").body
        #expect(page.contains("Sokolowa"))
        #expect(try await organiser.get("/organiser/people/data?person=\(query)").body.contains("Sokolowa"))
        #expect(try await organiser.submit("/organiser/people/erase").status == 422)
        let asked = try await organiser.submit("/organiser/people/erase", ["person": Self.email])
        #expect(asked.status == 200 && asked.body.contains("Sokolowa"), "it says whose data goes")
        #expect(try await client.store.accounts.find(email: Self.email) != nil, "one click erases nobody")
        let done = try await organiser.submitProven("/organiser/people/erase", ["person": Self.email])
        #expect(done.status == 303)
        #expect(traces(in: client.store) == [])
    }

    @Test func someoneWithoutAnAddressIsErasedByCode() async throws {
        var data = RegistrationTests.data
        data.representatives[0].name = LocalizedText(ru: "Скороходько")
        data.representatives[0].email = nil
        let organiser = try await RouterClient(data: data)
        let code = data.representatives[0].id.code
        let asked = try await organiser.submit("/organiser/people/erase", ["person": code])
        #expect(asked.status == 200 && asked.body.contains("name=\"person\" value=\"\(code)\""))
        #expect(traces(in: organiser.store) != [])
        #expect(try await organiser.submitProven("/organiser/people/erase", ["person": code]).status == 303)
        #expect(traces(in: organiser.store) == [])
    }

    @Test func theLastOrganiserCannotVanish() async throws {
        let client = try await RouterClient(data: RegistrationTests.data)
        let answer = try await client.submitProven("/account/erase", ["email": "organiser.all@example.com"])
        #expect(answer.status == 409)
    }

    @Test func everythingGoesWhenItsDateHasCome() async throws {
        let clock = SignInTests.Clock()
        let client = try await RouterClient(data: RegistrationTests.data, as: nil, now: clock.read)
        _ = try await Visitor.register(client, email: Self.email, name: "Соколова и партнёры")
        let store = client.store
        try await client.signIn(as: .organiser)
        let end = try #require(try await store.personalData.retention().expoEnds)
        try await store.personalData.setRetentionDays(30, by: "test")
        #expect(try await store.personalData.retention().erasedFrom == end.adding(days: 30))
        // Midnight in Harbin, eight hours before Greenwich's.
        clock.turn(Double((end.daysSinceEpoch + 30) * 86400 - 8 * 3600) - 1 - clock.read())
        _ = try await store.personalData.eraseExpired(by: "test")
        #expect(try await store.registrations.find(of: "R00001") != nil, "the day before, all is there")
        clock.turn(2)
        #expect(try await store.personalData.eraseExpired(by: "test") > 0)
        #expect(try await store.expo.data().representatives.allSatisfy { $0.name.isEmpty && $0.email == nil })
        #expect(try await store.accounts.all().allSatisfy { $0.part == .organiser })
        #expect(try await store.outbox.letters(isWaiting: false, limit: 10).isEmpty)
        #expect(try await store.expo.data().requests == RegistrationTests.data.requests)
        #expect(try await store.personalData.eraseExpired(by: "test") == 0)
    }

    @Test func oldDraftsGo() async throws {
        let clock = SignInTests.Clock()
        let client = try await RouterClient(data: nil, as: nil, now: clock.read)
        try await Visitor.begin(client, email: Self.email, name: "Вера Соколова")
        clock.turn(Double(RegistrationRepository.draftDays) * 86400 + 1)
        #expect(try await client.store.personalData.eraseExpired(by: "test") > 0)
    }

    @Test(arguments: [(Language.zh, "365 天"), (.ru, "365\u{A0}дней"), (.en, "365 days")])
    func thePageSaysWhatForAndHowLong(language: Language, days: String) async throws {
        let client = try await RouterClient(data: RegistrationTests.data, as: nil)
        client.cookies[LanguageMiddleware.cookie] = language.rawValue
        let page = try await client.get("/privacy").body
        let date = try #require(try await client.store.personalData.retention().erasedFrom)
        #expect(page.contains(days) && page.contains(date.words(in: language)))
    }
}

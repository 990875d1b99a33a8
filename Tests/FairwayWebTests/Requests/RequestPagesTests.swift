import FairwayCore
import FairwayStore
import HTTPTypes
import Testing

@testable import FairwayWeb

/// Two enterprises, each with a browser of its own, from asking to agreeing.
struct RequestPagesTests {
    private static let data: ExpoData = {
        var data = SampleExpo.generate(seed: 3, scale: 0.02, regions: [], economies: [])
        data.requests = []
        for index in data.enterprises.indices { data.enterprises[index].status = .approved }
        for index in data.representatives.indices { data.representatives[index].isReleased = true }
        return data
    }()
    private static let one = data.enterprises[0].id
    private static let other = data.enterprises[1].id
    private static let third = data.enterprises[2].id

    private let client: RouterClient

    init() async throws { client = try await RouterClient(data: Self.data, as: .enterprise(Self.one)) }

    private func `as`(_ id: Enterprise.ID) async throws { try await client.signIn(as: .enterprise(id)) }

    private func ask(_ recipient: Enterprise.ID, as id: Enterprise.ID = one) async throws -> Int {
        let form = ["recipient": recipient.code, "priority": "4", "message": "Chocolate & <honey>"]
        return try await client.submit("/enterprises/\(id)/requests", form).status
    }

    private var stored: [MeetingRequest] {
        get async throws { try await client.store.requests.all(of: Self.one) }
    }

    @Test func askingAndAcceptingAgreesOnAMeeting() async throws {
        #expect(try await ask(Self.other) == 303)
        let request = try await #require(try stored.first)
        #expect(request.status == .pending && request.priority == 4 && !request.isMutual)
        try await self.as(Self.other)
        let page = try await client.get("/enterprises/\(Self.other)/requests")
        #expect(page.body.contains("Chocolate &amp; &lt;honey&gt;"))
        let path = "/enterprises/\(Self.other)/requests/\(request.id)"
        #expect(try await client.submit(path, ["step": "accept", "isMutual": "on"]).status == 303)
        let agreed = try await #require(try stored.first)
        #expect(agreed.status == .accepted && agreed.isMutual && agreed.weight == 8)
        #expect(try await client.store.auditLog.latest(limit: 1).first?.actor.hasPrefix("account ") == true)
    }

    @Test func onlyTheOtherSideAnswersAndOnlyOnesOwnIsWithdrawn() async throws {
        _ = try await ask(Self.other)
        let request = try await #require(try stored.first)
        let own = "/enterprises/\(Self.one)/requests/\(request.id)"
        for step in ["accept", "decline"] {
            #expect(try await client.submit(own, ["step": step]).status == 409)
        }
        try await self.as(Self.other)
        let theirs = "/enterprises/\(Self.other)/requests/\(request.id)"
        #expect(try await client.submit(theirs, ["step": "withdraw"]).status == 409)
        #expect(try await client.submit(theirs, ["step": "nonsense"]).status == 400)
        // Somebody else is no side at all, whichever path is tried.
        try await self.as(Self.third)
        let stranger = "/enterprises/\(Self.third)/requests/\(request.id)"
        #expect(try await client.submit(stranger, ["step": "accept"]).status == 409)
        #expect(try await client.submit(theirs, ["step": "accept"]).status == 403)
        #expect(try await stored.first?.status == .pending)
        try await self.as(Self.one)
        #expect(try await client.submit(own, ["step": "withdraw"]).status == 303)
        #expect(try await stored.first?.status == .withdrawn)
    }

    @Test(arguments: [(Language.zh, "已向对方提出申请"), (.ru, "Вы уже попросили"), (.en, "You have asked already")])
    func theReasonStandsWhereTheButtonWouldBe(language: Language, words: String) async throws {
        let header = ["accept-language": language.rawValue]
        let before = try await client.get("/enterprises/\(Self.other)", header)
        #expect(before.body.contains("name=\"recipient\" value=\"\(Self.other)\""))
        _ = try await ask(Self.other)
        let after = try await client.get("/enterprises/\(Self.other)", header)
        #expect(!after.body.contains("name=\"recipient\" value=\"\(Self.other)\""))
        #expect(after.body.contains(words))
        #expect(try await ask(Self.other) == 409)
        #expect(try await stored.count == 1)
    }

    static let mutual: [(Language, String, String)] = [
        (.zh, "我方同样重视", "按双方均有意向处理"), (.ru, "Мы тоже заинтересованы", "интерес взаимный"),
        (.en, "re interested too", "counts as wanted by both sides"),
    ]

    @Test(arguments: mutual) func askingBackAgreesAndSaysSo(language: Language, button: String, words: String)
        async throws
    {
        let header = ["accept-language": language.rawValue]
        _ = try await ask(Self.other)
        try await self.as(Self.other)
        #expect(try await client.get("/enterprises/\(Self.one)", header).body.contains(button))
        let form = ["recipient": Self.one.code, "priority": "5", "message": "Tea"]
        let answer = try await client.submit("/enterprises/\(Self.other)/requests", form)
        let agreed = try await #require(try stored.first)
        #expect(try await stored.count == 1)
        #expect(agreed.requester == Self.one && agreed.status == .accepted && agreed.isMutual)
        #expect(agreed.priority == 5 && agreed.message == "Chocolate & <honey>\nTea")
        #expect(answer.status == 303)
        let target = "/enterprises/\(Self.other)/requests?agreed=\(agreed.id)"
        #expect(answer.headers[.location] == target)
        #expect(try await client.get(target, header).body.contains(words))
        // Nobody is told so of a request that is not.
        let invented = try await client.get("/enterprises/\(Self.other)/requests?agreed=R999999", header)
        #expect(invented.status == 200 && !invented.body.contains(words))
    }

    @Test func noThanksEndsWhatThereIsAndKeepsItAway() async throws {
        _ = try await ask(Self.other)
        try await self.as(Self.other)
        let path = "/enterprises/\(Self.other)/preferences"
        let form = ["other": Self.one.code, "preference": "noThanks"]
        #expect(try await client.submit(path, form).status == 303)
        #expect(try await stored.first?.status == .declined)
        try await self.as(Self.one)
        #expect(try await ask(Self.other) == 409)
        let page = try await client.get("/enterprises/\(Self.other)")
        #expect(page.status == 200 && !page.body.contains("no, thanks"))
    }

    @Test func mustMeetRaisesWhatWasAsked() async throws {
        _ = try await ask(Self.other)
        let path = "/enterprises/\(Self.one)/preferences"
        _ = try await client.submit(path, ["other": Self.other.code, "preference": "mustMeet"])
        #expect(try await stored.first?.priority == 5)
        _ = try await client.submit(path, ["other": Self.other.code, "preference": ""])
        #expect(try await client.store.preferences.all(of: Self.one).isEmpty)
        #expect(try await client.submit(path, ["other": "nobody", "preference": "mustMeet"]).status == 409)
    }

    @Test func peopleCanBeWantedOrNot() async throws {
        let person = try #require(Self.data.representatives.first { $0.enterprise == Self.other })
        let path = "/enterprises/\(Self.one)/preferences"
        let form = ["other": Self.other.code, "person": person.id.code, "preference": "noThanks"]
        #expect(try await client.submit(path, form).status == 303)
        #expect(
            try await client.store.preferences.all(of: Self.one, forPeopleOf: Self.other) == [
                person.id: .noThanks
            ]
        )
        #expect(
            try await client.store.preferences.all(of: Self.one).isEmpty,
            "the enterprise itself is still welcome"
        )
        let wrong = ["other": Self.third.code, "person": person.id.code, "preference": "noThanks"]
        #expect(try await client.submit(path, wrong).status == 409)
    }

    @Test func freeTimeIsKept() async throws {
        let slots = try #require(Self.data.expo?.slots)
        let path = "/enterprises/\(Self.one)/free"
        var form: [String: String] = [:]
        for slot in slots.dropFirst(2) { form["free\(slot.number)"] = "on" }
        #expect(try await client.submit(path, form).status == 303)
        #expect(try await client.store.enterprises.find(Self.one)?.enterprise.unavailableSlots == [0, 1])
    }

    @Test func theOrganisersRulesAreAsked() async throws {
        try await client.signIn(as: .organiser)
        var form = ["withinDelegation": "on", "isOpen": "on"]
        for role in Enterprise.Role.allCases { form["limit-\(role.rawValue)"] = "1" }
        for one in Enterprise.Role.allCases {
            for other in Enterprise.Role.allCases { form["meet-\(one.rawValue)-\(other.rawValue)"] = "on" }
        }
        #expect(try await client.submit("/organiser/rules", form).status == 303)
        try await self.as(Self.one)
        #expect(try await ask(Self.other) == 303)
        #expect(try await ask(Self.third) == 409)
        try await client.signIn(as: .organiser)
        form["limit-brand"] = "many"
        #expect(try await client.submit("/organiser/rules", form).status == 400)
        form["limit-brand"] = ""
        form["isOpen"] = nil
        _ = try await client.submit("/organiser/rules", form)
        #expect(try await client.store.requests.rules().isOpen == false)
        #expect(try await client.store.requests.rules().limits[.brand] == nil)
    }

    @Test(arguments: Language.allCases) func everyPageSpeaksTheLanguageAskedFor(language: Language)
        async throws
    {
        for page in ["matches", "requests", "free", ""] {
            let answer = try await client.get(
                "/enterprises/\(Self.one)/\(page)".trimmingSuffix("/"),
                ["accept-language": language.rawValue]
            )
            #expect(answer.status == 200, "\(page)")
            #expect(answer.body.contains("<html lang=\"\(language)\">") && !answer.body.contains("{{"))
        }
    }
}

extension String {
    fileprivate func trimmingSuffix(_ suffix: String) -> String {
        hasSuffix(suffix) ? String(dropLast(suffix.count)) : self
    }
}

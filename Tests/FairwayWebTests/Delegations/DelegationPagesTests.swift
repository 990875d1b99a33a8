import FairwayCore
@testable import FairwayStore
import Foundation
import HTTPTypes
import Testing

@testable import FairwayWeb

/// The tree, the board, quotas, registration, letters and files, asked of the router itself.
struct DelegationPagesTests {
    private static let data = SampleExpo.generate(seed: 3, scale: 0.02, regions: [], economies: [])
    private static let delegation = data.delegations[0]
    private static let path = "/delegations/\(delegation.id)"
    private static let members = data.enterprises.filter { $0.delegation == delegation.id }

    private func client(_ part: Account.Part = .agency(delegation.agency)) async throws -> RouterClient {
        try await RouterClient(data: Self.data, as: part)
    }

    @Test(arguments: ["", "/enterprises/new", "/import", "/letters", "?task=profile"], Language.allCases)
    func everyPageSpeaksTheLanguageAskedFor(page: String, language: Language) async throws {
        let answer = try await client().get(Self.path + page, ["accept-language": language.rawValue])
        #expect(answer.status == 200)
        #expect(answer.body.contains("<html lang=\"\(language)\">"))
        #expect(!answer.body.contains("{{") && !answer.body.contains("Optional("))
        #expect(!answer.body.contains(" style="))
        // A word that is missing would show as its key.
        #expect(
            answer.body.firstMatch(of: />(delegations|task|gap|quota|member|import|letters)\.[a-zA-Z]+</)
                == nil
        )
    }

    @Test func everyFieldHasItsLabel() async throws {
        for page in ["", "/enterprises/new", "/import", "/letters"] {
            let body = try await client(.organiser).get(Self.path + page).body
            for match in body.matches(of: /<(?:input|select|textarea)[^>]* id="([^"]+)"/) {
                #expect(body.contains("<label for=\"\(match.output.1)\""), "\(page): \(match.output.1)")
            }
        }
    }

    @Test func organiserSeesTheTreeAndAnAgencyItsOwn() async throws {
        let tree = try await client(.organiser).get("/delegations")
        for delegation in Self.data.delegations {
            #expect(tree.body.contains("/delegations/\(delegation.id)\""))
        }
        let own = try await client().get("/delegations")
        let others = Self.data.delegations.filter { $0.agency != Self.delegation.agency }
        if own.status == 303 {
            #expect(own.headers[.location] == Self.path)
        } else {
            #expect(!others.contains { own.body.contains("/delegations/\($0.id)\"") })
        }
        #expect(try await client(.organiser).get("/delegations/nothing").status == 404)
    }

    @Test func boardHasARowForEachMemberAndNobodyElse() async throws {
        let body = try await client().get(Self.path).body
        let stranger = try #require(Self.data.enterprises.first { $0.delegation != Self.delegation.id })
        for member in Self.members { #expect(body.contains("href=\"/enterprises/\(member.id)\"")) }
        #expect(!body.contains("href=\"/enterprises/\(stranger.id)\""))
    }

    @Test func filterKeepsThoseWhoHaveTheTask() async throws {
        let client = try await client()
        let board = try await client.store.delegations.board(of: Self.delegation.id, orderedIn: .en)
        for task in MemberProgress.ToDo.allCases {
            let body = try await client.get("\(Self.path)?task=\(task.rawValue)").body
            for member in board {
                let isShown = body.contains("href=\"/enterprises/\(member.enterprise.id)\"")
                #expect(isShown == member.tasks.contains(task), "\(task) \(member.enterprise.id)")
            }
        }
    }

    // MARK: - Quotas

    @Test func organiserSetsQuotasAndTheBoardWarns() async throws {
        let client = try await client(.organiser)
        let quotas = ["stands": "0", "meetings": "1", "interpreterHours": ""]
        #expect(try await client.submit(Self.path + "/quotas", quotas).status == 303)
        #expect(
            try await client.store.delegations.quota(of: Self.delegation.id)
                == DelegationQuota(stands: 0, meetings: 1, interpreterHours: nil)
        )
        let beyond = try await client.store.delegations.use(of: Self.delegation.id).acceptedRequests - 1
        try #require(beyond > 0)
        let body = try await client.get(Self.path).body
        #expect(body.contains("Accepted beyond the quota of meetings: <strong>\(beyond) request"))
        let stands = try await client.store.delegations.use(of: Self.delegation.id).stands
        #expect(body.contains("over the quota") == (stands > 0))
        #expect(try await client.submit(Self.path + "/quotas", ["stands": "-1"]).status == 422)
        #expect(try await client.submit(Self.path + "/quotas", ["stands": "many"]).status == 422)
    }

    @Test func agencySeesQuotasAndDoesNotSetThem() async throws {
        let client = try await client()
        #expect(try await client.submit(Self.path + "/quotas", ["stands": "9"]).status == 403)
        let body = try await client.get(Self.path).body
        #expect(!body.contains("/quotas") && body.contains("Interpreter hours"))
    }

    // MARK: - Registration by form

    private static let form = [
        "name_ru": "ООО «Тест <b>»", "role_manufacturer": "1", "sector_S04": "1", "language_ru": "1",
        "website": "example.org", "contact_ru": "Иван Петров", "email": "Ivan@Example.org", "invite": "1",
        "letterLanguage": "ru",
    ]

    private func filled(_ changes: [String: String] = [:]) throws -> [String: String] {
        let agency = try #require(Self.data.agencies.first { $0.id == Self.delegation.agency })
        let place = ["economy": agency.economy.code, "region": agency.region?.code ?? ""]
        return Self.form.merging(place) { $1 }.merging(changes) { $1 }
    }

    @Test func companyIsRegisteredWithItsContactsAccount() async throws {
        let client = try await client()
        let answer = try await client.submit(Self.path + "/enterprises/new", filled())
        #expect(answer.status == 303)
        let code = try #require(answer.headers[.location]?.split(separator: "=").last.map(String.init))
        let profile = try #require(try await client.store.enterprises.find(.init(code)))
        #expect(profile.enterprise.status == .registered && profile.delegation?.id == Self.delegation.id)
        #expect(profile.enterprise.website == "https://example.org")
        #expect(profile.enterprise.sectors == ["S04"] && profile.enterprise.languages == [LanguageTag(.ru)])
        #expect(
            try await client.store.accounts.find(email: "ivan@example.org")?.part == .enterprise(.init(code))
        )
        let letter = try #require(try await client.store.outbox.letters(isWaiting: true, limit: 1).first)
        #expect(letter.body.contains("Здравствуйте, Иван Петров!"))
        #expect(try await client.get(Self.path).body.contains("ООО «Тест &lt;b&gt;»"))
    }

    @Test(
        arguments: [
            (["name_ru": " "], 400, "name_zh"), (["role_manufacturer": ""], 400, nil),
            (["website": "not a site"], 400, "website"), (["website": "javascript://x.y"], 400, "website"),
            (["email": "nobody"], 400, "email"), (["email": ""], 400, "email"),
            (["contact_ru": ""], 400, "contact_zh"),
            (["contact_ru": "Иван www.evil.example"], 400, "contact_ru"),
            (["economy": "XX", "region": ""], 400, "region"), (["region": "XX-1"], 400, "region"),
            (["name_ru": String(repeating: "я", count: 201)], 400, "name_ru"),
        ] as [([String: String], Int, String?)]
    )
    func badFieldIsNamedAndNothingIsLost(changes: [String: String], status: Int, field: String?) async throws
    {
        let client = try await client()
        let before = try await client.store.expo.data().enterprises.count
        let answer = try await client.submit(Self.path + "/enterprises/new", filled(changes))
        #expect(answer.status == status)
        #expect(answer.body.contains("role=\"alert\""))
        if let field {
            #expect(answer.body.firstMatch(of: try Regex("name=\"\(field)\"[^>]*aria-invalid")) != nil)
        }
        if changes["website"] == nil { #expect(answer.body.contains("value=\"example.org\"")) }
        #expect(try await client.store.expo.data().enterprises.count == before)
    }

    @Test func likelyDuplicateAsksFirst() async throws {
        let client = try await client()
        _ = try await client.submit(Self.path + "/enterprises/new", filled(["invite": ""]))
        let again = try await client.submit(Self.path + "/enterprises/new", filled(["invite": ""]))
        #expect(again.status == 409 && again.body.contains("name=\"evenIfDuplicate\""))
        let sure = try filled(["invite": "", "evenIfDuplicate": "1"])
        #expect(try await client.submit(Self.path + "/enterprises/new", sure).status == 303)
    }

    // MARK: - Letters

    @Test func letterGoesToMembersOfTheFilter() async throws {
        let client = try await client()
        let form = ["to": "goods", "subject_ru": "Тема\r\nBcc: x@example.com", "body_ru": "Добавьте товары"]
        let answer = try await client.submit(Self.path + "/letters", form)
        let board = try await client.store.delegations.board(of: Self.delegation.id, orderedIn: .en)
        let chosen = board.filter { $0.tasks.contains(.goods) }
        let addresses = Set(
            chosen.flatMap { $0.representatives.compactMap { $0.email.map(EmailAddress.folded) } }
        )
        let mail = try await client.store.outbox.letters(isWaiting: true, limit: 1000)
        #expect(Set(mail.map(\.recipient)) == addresses)
        #expect(answer.status == (addresses.isEmpty ? 422 : 303))
    }

    @Test func letterToAllIsSignedAndNoted() async throws {
        let client = try await client()
        let form = ["to": "", "subject_zh": "通知", "body_zh": "请查看日程"]
        let answer = try await client.submit(Self.path + "/letters", form)
        #expect(answer.status == 303)
        let mail = try await client.store.outbox.letters(isWaiting: true, limit: 1000)
        let own = Set(Self.members.map(\.id))
        let addresses = Self.data.representatives.filter { own.contains($0.enterprise) }
            .compactMap { $0.email.map(EmailAddress.folded) }
        #expect(Set(mail.map(\.recipient)) == Set(addresses) && mail.count == Set(addresses).count)
        #expect(mail.allSatisfy { !$0.subject.contains("\n") && $0.body.contains("\n— ") })
        let page = try await client.get(answer.headers[.location] ?? "").body
        #expect(page.contains("In the outbox: \(mail.count) letters.") && page.contains("通知"))
    }

    @Test(arguments: [
        ["subject_ru": "Тема"], ["subject_ru": "Тема", "body_zh": "正文"], [:],
        ["subject_ru": "Тема", "body_ru": String(repeating: "я", count: 2001)],
    ])
    func brokenLetterIsNotSent(form: [String: String]) async throws {
        let client = try await client()
        #expect(try await client.submit(Self.path + "/letters", form).status == 400)
        #expect(try await client.store.outbox.letters(isWaiting: true, limit: 1).isEmpty)
    }

    @Test func lettersAreThrottled() async throws {
        let client = try await client()
        let form = ["to": "", "subject_en": "News", "body_en": "Text"]
        for _ in 0..<DelegationRepository.mostLettersAnHour {
            #expect(try await client.submit(Self.path + "/letters", form).status == 303)
        }
        #expect(try await client.submit(Self.path + "/letters", form).status == 429)
    }

    // MARK: - Files

    @Test(arguments: ["programme.xlsx", "results.xlsx", "programme.csv"], Language.allCases)
    func filesAreDownloads(name: String, language: Language) async throws {
        let answer = try await client().get("\(Self.path)/\(name)", ["accept-language": language.rawValue])
        #expect(answer.status == 200)
        #expect(answer.headers[.contentDisposition]?.hasPrefix("attachment; filename=") == true)
        if name.hasSuffix(".xlsx") { #expect(answer.bytes.starts(with: [0x50, 0x4B, 0x03, 0x04])) }
    }

    // MARK: - Programme seen

    @Test func membersOwnLookIsNotedAndNobodyElses() async throws {
        let client = try await client(.organiser)
        let member = try #require(
            Self.data.requests.lazy.compactMap { request in
                Self.members.first { request.requester == $0.id && request.status == .accepted }
            }.first
        )
        let request = try #require(
            Self.data.requests.first { $0.requester == member.id && $0.status == .accepted }
        )
        let stand = try #require(Self.data.stands.first)
        let programme = Programme(
            meetings: [
                Meeting(
                    request: request.id,
                    slot: 0,
                    place: Place(hall: stand.hall, stand: stand.id),
                    interpreter: nil
                )
            ],
            unplaced: [],
            value: ProgrammeValue(),
            bound: ProgrammeBound(placedWeight: 0)
        )
        let run = try await client.store.programmes.save(
            programme,
            seed: 1,
            timeLimitSeconds: 1,
            elapsedSeconds: 1,
            startedAt: 0,
            by: "test"
        )
        _ = try await client.store.publishUnchecked(run.id, by: "test")
        func progress() async throws -> MemberProgress? {
            try await client.store.delegations.board(of: Self.delegation.id, orderedIn: .en).first {
                $0.enterprise.id == member.id
            }
        }
        #expect(try await progress()?.tasks.contains(.programme) == true)
        for part in [Account.Part.organiser, .agency(Self.delegation.agency)] {
            try await client.signIn(as: part)
            _ = try await client.get("/enterprises/\(member.id)")
            try await client.store.sightings.write()
            #expect(try await progress()?.seenAt == nil)
        }
        try await client.signIn(as: .enterprise(member.id))
        _ = try await client.get("/enterprises/\(member.id)")
        try await client.store.sightings.write()
        let seen = try #require(try await progress())
        #expect(seen.seenAt != nil && !seen.tasks.contains(.programme))
    }
}

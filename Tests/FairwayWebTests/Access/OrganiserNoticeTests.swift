import FairwayCore
import Foundation
import HTTPTypes
import Testing

@testable import FairwayStore
@testable import FairwayWeb

/// Whoever is an organiser hears of each new one by letter.
struct OrganiserNoticeTests {
    private let client: RouterClient
    private let maker: Account

    init() async throws {
        client = try await RouterClient(data: nil, as: nil)
        maker = try await client.signIn(as: .organiser)
    }

    @discardableResult private func add(_ email: String, _ part: Account.Part, _ language: Language = .en)
        async throws -> Account
    {
        try await client.store.accounts.create(
            email: email,
            name: "Organiser",
            part: part,
            language: language,
            password: nil,
            by: "test"
        )
    }

    private func form(_ email: String, _ role: Account.Role) -> [String: String] {
        ["email": email, "name": "王芳", "role": role.rawValue, "scope": "", "language": "zh"]
    }

    @Test func everyOtherOrganiserWhomMailReachesIsTold() async throws {
        for language in Language.allCases { try await add("\(language)@example.com", .organiser, language) }
        let gone = try await add("gone@example.com", .organiser)
        try await client.store.accounts.setStatus(.disabled, of: gone.id, by: "test")
        try await add("hall@example.com", .hallManager)
        let made = try await client.submitProven("/organiser/accounts", form("new@example.com", .organiser))
        #expect(made.status == 303)
        let all = try await client.store.outbox.letters(isWaiting: true, limit: 20)
        #expect(all.count { $0.recipient == "new@example.com" } == 1, "the invitation")
        let letters = all.filter { $0.recipient != "new@example.com" }
        let subjects = Dictionary(letters.map { ($0.recipient, $0.subject) }) { first, _ in first }
        let expected = [
            maker.email: "There is a new organiser account",
            "en@example.com": "There is a new organiser account",
            "ru@example.com": "Новая учётная запись организатора",
            "zh@example.com": "新增主办方账户",
        ]
        #expect(letters.count == expected.count && subjects == expected)
        for letter in letters {
            #expect(letter.body.contains("王芳 <new@example.com>"))
            #expect(letter.body.contains("organiser <\(maker.email)>"))
            #expect(letter.body.contains("2027-01-15 08:00:00 UTC"))
            #expect(letter.body.contains("/organiser/accounts\n"))
        }
    }

    @Test func nobodyIsToldOfOtherAccountsNorOfOneThatIsNotMade() async throws {
        let visitor = try await client.submit("/organiser/accounts", form("visitor@example.com", .visitor))
        #expect(visitor.status == 303)
        let taken = try await client.submitProven("/organiser/accounts", form(maker.email, .organiser))
        #expect(taken.status == 409)
        _ = try await client.submit("/organiser/accounts", form("unproven@example.com", .organiser))
        let letters = try await client.store.outbox.letters(isWaiting: true, limit: 20)
        #expect(letters.map(\.recipient) == ["visitor@example.com"])
    }

    /// Programs for mail make links of addresses, and a name is typed by whoever makes the account.
    @Test(arguments: Language.allCases) func aNameThatIsAnAddressIsNotQuoted(language: Language) {
        let made = Account(
            id: 9,
            email: "new@example.com",
            name: "Prize at https://evil.example",
            part: .organiser,
            language: .en
        )
        let reader = Account(
            id: 8,
            email: "li@example.com",
            name: "Li",
            part: .organiser,
            language: language
        )
        let site = "https://expo.example"
        let letter = Letters.organiserMade(made, by: maker, to: reader, site, at: 1_800_000_000)
        #expect(letter.body.contains("new@example.com") && !letter.body.contains("evil.example"))
        #expect(letter.body.contains("https://expo.example/organiser/accounts"))
        #expect(letter.body == Mail.withoutSecrets(letter.body), "it lets nobody in")
        let own = Letters.organiserMade(made, by: reader, to: reader, site, at: 1_800_000_000)
        let page = language.pick(zh: "我的账户", ru: "Моя учётная запись", en: "My account")
        #expect(own.body.contains(page) && !letter.body.contains(page), "the maker can do other things")
    }
}

import FairwayCore
import Foundation
import HTTPTypes
import Testing

@testable import FairwayStore
@testable import FairwayWeb

/// What somebody with a stolen sign-in and nothing else cannot do.
struct StolenSignInTests {
    private static let data = APIFixture.data

    private func organiser() async throws -> (client: RouterClient, other: Account) {
        let client = try await RouterClient(data: Self.data)
        let other = try await client.store.accounts.create(
            email: "second@example.com",
            name: "Second",
            part: .organiser,
            language: .en,
            password: nil,
            by: "test"
        )
        return (client, other)
    }

    private static let newOrganiser = [
        "email": "thief@example.com", "name": "Thief", "role": "organiser", "scope": "", "language": "en",
    ]

    @Test func makesNoOrganiser() async throws {
        let (client, _) = try await organiser()
        let asked = try await client.submit("/organiser/accounts", Self.newOrganiser)
        #expect(asked.status == 200 && asked.body.contains("value=\"thief@example.com\""))
        #expect(try await client.store.accounts.find(email: "thief@example.com") == nil)
        let wrong = Self.newOrganiser.merging(["proof": "12345678"]) { $1 }
        #expect(try await client.submit("/organiser/accounts", wrong).status == 422)
        #expect(try await client.submitProven("/organiser/accounts", Self.newOrganiser).status == 303)
        #expect(try await client.store.accounts.find(email: "thief@example.com") != nil)
    }

    @Test func disablesAndErasesNoOrganiser() async throws {
        let (client, other) = try await organiser()
        let path = "/organiser/accounts/\(other.id)/status"
        _ = try await client.submit(path, ["status": "disabled"])
        _ = try await client.submit("/organiser/people/erase", ["person": other.email])
        #expect(try await client.store.accounts.find(other.id)?.status == .active)
        #expect(try await client.submitProven(path, ["status": "disabled"]).status == 303)
        #expect(try await client.store.accounts.find(other.id)?.status == .disabled)
    }

    @Test func makesAndDisablesNoHallManager() async throws {
        let (client, _) = try await organiser()
        let manager = Self.newOrganiser.merging(["role": "hallManager"]) { $1 }
        let asked = try await client.submit("/organiser/accounts", manager)
        #expect(asked.status == 200 && asked.body.contains("value=\"thief@example.com\""))
        #expect(asked.body.contains("New hall manager"))
        #expect(try await client.store.accounts.find(email: "thief@example.com") == nil)
        #expect(try await client.submitProven("/organiser/accounts", manager).status == 303)
        let made = try #require(try await client.store.accounts.find(email: "thief@example.com"))
        #expect(made.part == .hallManager)
        let path = "/organiser/accounts/\(made.id)/status"
        #expect(try await client.submit(path, ["status": "disabled"]).status == 200)
        #expect(try await client.store.accounts.find(made.id)?.status == .active)
        #expect(try await client.submitProven(path, ["status": "disabled"]).status == 303)
        #expect(try await client.store.accounts.find(made.id)?.status == .disabled)
    }

    @Test(arguments: [Account.Role.organiser, .hallManager]) func makesNeitherByToken(role: Account.Role)
        async throws
    {
        let (client, _) = try await organiser()
        let token = try await client.token(as: .organiser, AccessScope.offered(to: .organiser))
        let body =
            #"{"email": "thief@example.com", "name": "Thief", "role": "\#(role.rawValue)", "language": "en"}"#
        let made = try await client.api(.post, "accounts", token: token, body)
        #expect(made.status == 403 && made.problem == "inBrowserOnly")
    }

    /// Nor by way of erasing.
    @Test func erasesNobodyWhoRunsTheExpoByToken() async throws {
        let (client, other) = try await organiser()
        try await client.signIn(as: .hallManager)
        let token = try await client.token(as: .organiser, AccessScope.offered(to: .organiser))
        let people = try await client.store.accounts.all().filter(\.part.runsExpo)
        #expect(people.count == 3 && people.contains { $0.id == other.id })
        for person in people {
            let address = person.email.replacing("@", with: "%40")
            let answer = try await client.api(.delete, "personal-data?person=\(address)", token: token)
            #expect(answer.status == 403 && answer.problem == "inBrowserOnly", "\(person.email)")
        }
        let own = try await client.api(.delete, "account/personal-data", token: token)
        #expect(own.problem == "inBrowserOnly")
        #expect(try await client.store.accounts.all().filter(\.part.runsExpo) == people)
    }

    @Test func disablesNobodyByToken() async throws {
        let (client, other) = try await organiser()
        let token = try await client.token(as: .organiser, AccessScope.offered(to: .organiser))
        let disabled = try await client.api(
            .patch,
            "accounts/\(other.id)",
            token: token,
            #"{"status": "disabled"}"#,
            ["if-match": "*"]
        )
        #expect(disabled.status == 403 && disabled.problem == "inBrowserOnly")
        #expect(try await client.api(.delete, "accounts/\(other.id)/sign-ins", token: token).status == 403)
    }

    @Test func endsNoOtherSignIn() async throws {
        let client = try await RouterClient(data: Self.data, as: .enterprise("E00001"))
        let account = try #require(try await client.store.accounts.all().first)
        _ = try await client.store.signIns.begin(of: account, device: "its owner's")
        _ = try await client.submit("/account/sign-ins/end")
        let other = try #require(
            try await client.store.signIns.all(of: account.id).first { $0.device != "test" }
        )
        _ = try await client.submit("/account/sign-ins/end", ["signIn": "\(other.id)"])
        #expect(try await client.store.signIns.all(of: account.id).count == 2)
        _ = try await client.submitProven("/account/sign-ins/end", ["signIn": "\(other.id)"])
        #expect(try await client.store.signIns.all(of: account.id).count == 1)
    }

    /// Whoever stole a token could else end each sign-in that its owner begins.
    @Test func endsNoSignInByToken() async throws {
        let client = try await RouterClient(data: Self.data, as: nil)
        let token = try await client.token(as: .enterprise("E00001"), AccessScope.offered(to: .enterprise))
        let account = try #require(try await client.store.accounts.all().first)
        let own = try #require(try await client.store.signIns.all(of: account.id).first)
        for path in ["account/sign-ins", "account/sign-ins/\(own.id)", "account/sign-ins/999"] {
            let answer = try await client.api(.delete, path, token: token)
            #expect(answer.status == 403 && answer.problem == "inBrowserOnly", "\(path)")
        }
        #expect(try await client.store.signIns.all(of: account.id).map(\.id) == [own.id])
    }

    @Test func makesNoTokenAndErasesNothing() async throws {
        let client = try await RouterClient(data: Self.data, as: .enterprise("E00001"))
        let account = try #require(try await client.store.accounts.all().first)
        let token = ["name": "mine", "days": "365", "scope-requests:read": "on"]
        _ = try await client.submit("/account/tokens", token)
        #expect(try await client.store.accessTokens.all(of: account.id).isEmpty)
        _ = try await client.submit("/account/erase", ["email": account.email])
        #expect(try await client.store.accounts.find(account.id) != nil)
    }

    /// A code is sent from the page that asks, and what was wanted goes along.
    @Test(arguments: Language.allCases) func aCodeGoesFromThePageThatAsks(language: Language) async throws {
        let client = try await RouterClient(data: Self.data, as: .enterprise("E00001"))
        client.cookies["language"] = language.rawValue
        let token = ["name": "mine", "days": "30", "scope-requests:read": "on"]
        let page = try await client.submit("/account/tokens", token.merging(["prove": "code"]) { $1 })
        #expect(page.body.contains("name=\"scope-requests:read\" value=\"on\""))
        #expect(!page.body.contains("name=\"prove\" value=\"code\">\n<input"))
        #expect(try await client.store.outbox.shown(limit: 5).count == 1)
    }

    /// The password was right when its comparison began to wait; then its owner changed it.
    @Test func aPasswordThatWaitedIsComparedWithTheOneOfNow() async throws {
        let store = try await RouterClient(data: Self.data).store
        let old = try PasswordHash("an old password", cost: .cheap)
        let account = try await store.accounts.create(
            email: "a@example.com",
            name: "A",
            part: .visitor,
            language: .en,
            password: old,
            by: "test"
        )
        try await store.accounts.setPassword(
            try PasswordHash("another password", cost: .cheap),
            of: account.id,
            by: "test"
        )
        await #expect(throws: SignInOutdated.self) {
            try await store.signIns.begin(of: account, device: "thief", password: old)
        }
        try await store.secondFactors.set(Data(repeating: 7, count: 20), of: account.id, by: "test")
        // As it was read before the factor was set.
        _ = try await store.signIns.begin(of: account, device: "late")
        #expect(try await store.signIns.all(of: account.id).first?.isConfirmed == false)
        try await store.accounts.setStatus(.disabled, of: account.id, by: "test")
        await #expect(throws: SignInOutdated.self) {
            try await store.signIns.begin(of: account, device: "late")
        }
    }

    @Test func aSignInThatHasEndedSetsNoPassword() async throws {
        let client = try await RouterClient(data: Self.data, as: .enterprise("E00001"))
        let account = try #require(try await client.store.accounts.all().first)
        let signIn = try #require(try await client.store.signIns.all(of: account.id).first)
        try await client.store.accounts.endAccess(of: account.id, by: "test")
        let hash = try PasswordHash("another password", cost: .cheap)
        await #expect(throws: SignInOutdated.self) {
            try await client.store.accounts.setPassword(hash, of: account.id, keeping: signIn.id, by: "test")
        }
        #expect(try await client.store.accounts.passwordHash(of: account.id) == nil)
    }
}

import FairwayCore
import Foundation
import HTTPTypes
import Testing

@testable import FairwayStore
@testable import FairwayWeb

/// What somebody with a stolen sign-in and nothing else cannot do.
struct StolenSignInTests {
    private static let data = APIFixture.data

    private func organiser() throws -> (client: RouterClient, other: Account) {
        let client = try RouterClient(data: Self.data)
        let other = try client.store.createAccount(
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
        let (client, _) = try organiser()
        let asked = try await client.submit("/organiser/accounts", Self.newOrganiser)
        #expect(asked.status == 200 && asked.body.contains("value=\"thief@example.com\""))
        #expect(try client.store.account(email: "thief@example.com") == nil)
        let wrong = Self.newOrganiser.merging(["proof": "12345678"]) { $1 }
        #expect(try await client.submit("/organiser/accounts", wrong).status == 422)
        #expect(try await client.submitProven("/organiser/accounts", Self.newOrganiser).status == 303)
        #expect(try client.store.account(email: "thief@example.com") != nil)
    }

    @Test func disablesAndErasesNoOrganiser() async throws {
        let (client, other) = try organiser()
        let path = "/organiser/accounts/\(other.id)/status"
        _ = try await client.submit(path, ["status": "disabled"])
        _ = try await client.submit("/organiser/people/erase", ["person": other.email])
        #expect(try client.store.account(other.id)?.status == .active)
        #expect(try await client.submitProven(path, ["status": "disabled"]).status == 303)
        #expect(try client.store.account(other.id)?.status == .disabled)
    }

    @Test func makesAndDisablesNoHallManager() async throws {
        let (client, _) = try organiser()
        let manager = Self.newOrganiser.merging(["role": "hallManager"]) { $1 }
        let asked = try await client.submit("/organiser/accounts", manager)
        #expect(asked.status == 200 && asked.body.contains("value=\"thief@example.com\""))
        #expect(asked.body.contains("New hall manager"))
        #expect(try client.store.account(email: "thief@example.com") == nil)
        #expect(try await client.submitProven("/organiser/accounts", manager).status == 303)
        let made = try #require(try client.store.account(email: "thief@example.com"))
        #expect(made.part == .hallManager)
        let path = "/organiser/accounts/\(made.id)/status"
        #expect(try await client.submit(path, ["status": "disabled"]).status == 200)
        #expect(try client.store.account(made.id)?.status == .active)
        #expect(try await client.submitProven(path, ["status": "disabled"]).status == 303)
        #expect(try client.store.account(made.id)?.status == .disabled)
    }

    @Test(arguments: [Account.Role.organiser, .hallManager]) func makesNeitherByToken(role: Account.Role)
        async throws
    {
        let (client, _) = try organiser()
        let token = try client.token(as: .organiser, AccessScope.offered(to: .organiser))
        let body =
            #"{"email": "thief@example.com", "name": "Thief", "role": "\#(role.rawValue)", "language": "en"}"#
        let made = try await client.api(.post, "accounts", token: token, body)
        #expect(made.status == 403 && made.problem == "inBrowserOnly")
    }

    /// Nor by way of erasing.
    @Test func erasesNobodyWhoRunsTheExpoByToken() async throws {
        let (client, other) = try organiser()
        try client.signIn(as: .hallManager)
        let token = try client.token(as: .organiser, AccessScope.offered(to: .organiser))
        let people = try client.store.accounts().filter(\.part.runsExpo)
        #expect(people.count == 3 && people.contains { $0.id == other.id })
        for person in people {
            let address = person.email.replacing("@", with: "%40")
            let answer = try await client.api(.delete, "personal-data?person=\(address)", token: token)
            #expect(answer.status == 403 && answer.problem == "inBrowserOnly", "\(person.email)")
        }
        let own = try await client.api(.delete, "account/personal-data", token: token)
        #expect(own.problem == "inBrowserOnly")
        #expect(try client.store.accounts().filter(\.part.runsExpo) == people)
    }

    @Test func disablesNobodyByToken() async throws {
        let (client, other) = try organiser()
        let token = try client.token(as: .organiser, AccessScope.offered(to: .organiser))
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
        let client = try RouterClient(data: Self.data, as: .enterprise("E00001"))
        let account = try #require(try client.store.accounts().first)
        _ = try client.store.beginSignIn(of: account, device: "its owner's")
        _ = try await client.submit("/account/sign-ins/end")
        let other = try #require(try client.store.signIns(of: account.id).first { $0.device != "test" })
        _ = try await client.submit("/account/sign-ins/end", ["signIn": "\(other.id)"])
        #expect(try client.store.signIns(of: account.id).count == 2)
        _ = try await client.submitProven("/account/sign-ins/end", ["signIn": "\(other.id)"])
        #expect(try client.store.signIns(of: account.id).count == 1)
    }

    /// Whoever stole a token could else end each sign-in that its owner begins.
    @Test func endsNoSignInByToken() async throws {
        let client = try RouterClient(data: Self.data, as: nil)
        let token = try client.token(as: .enterprise("E00001"), AccessScope.offered(to: .enterprise))
        let account = try #require(try client.store.accounts().first)
        let own = try #require(try client.store.signIns(of: account.id).first)
        for path in ["account/sign-ins", "account/sign-ins/\(own.id)", "account/sign-ins/999"] {
            let answer = try await client.api(.delete, path, token: token)
            #expect(answer.status == 403 && answer.problem == "inBrowserOnly", "\(path)")
        }
        #expect(try client.store.signIns(of: account.id).map(\.id) == [own.id])
    }

    @Test func makesNoTokenAndErasesNothing() async throws {
        let client = try RouterClient(data: Self.data, as: .enterprise("E00001"))
        let account = try #require(try client.store.accounts().first)
        let token = ["name": "mine", "days": "365", "scope-requests:read": "on"]
        _ = try await client.submit("/account/tokens", token)
        #expect(try client.store.accessTokens(of: account.id).isEmpty)
        _ = try await client.submit("/account/erase", ["email": account.email])
        #expect(try client.store.account(account.id) != nil)
    }

    /// A code is sent from the page that asks, and what was wanted goes along.
    @Test(arguments: Language.allCases) func aCodeGoesFromThePageThatAsks(language: Language) async throws {
        let client = try RouterClient(data: Self.data, as: .enterprise("E00001"))
        client.cookies["language"] = language.rawValue
        let token = ["name": "mine", "days": "30", "scope-requests:read": "on"]
        let page = try await client.submit("/account/tokens", token.merging(["prove": "code"]) { $1 })
        #expect(page.body.contains("name=\"scope-requests:read\" value=\"on\""))
        #expect(!page.body.contains("name=\"prove\" value=\"code\">\n<input"))
        #expect(try client.store.outbox(limit: 5).count == 1)
    }

    /// The password was right when its comparison began to wait; then its owner changed it.
    @Test func aPasswordThatWaitedIsComparedWithTheOneOfNow() throws {
        let store = try RouterClient(data: Self.data).store
        let old = try PasswordHash("an old password", cost: .cheap)
        let account = try store.createAccount(
            email: "a@example.com",
            name: "A",
            part: .visitor,
            language: .en,
            password: old,
            by: "test"
        )
        try store.setPassword(try PasswordHash("another password", cost: .cheap), of: account.id, by: "test")
        #expect(throws: SignInOutdated.self) {
            try store.beginSignIn(of: account, device: "thief", password: old)
        }
        try store.setSecondFactor(Data(repeating: 7, count: 20), of: account.id, by: "test")
        // As it was read before the factor was set.
        _ = try store.beginSignIn(of: account, device: "late")
        #expect(try store.signIns(of: account.id).first?.isConfirmed == false)
        try store.setStatus(.disabled, of: account.id, by: "test")
        #expect(throws: SignInOutdated.self) { try store.beginSignIn(of: account, device: "late") }
    }

    @Test func aSignInThatHasEndedSetsNoPassword() throws {
        let client = try RouterClient(data: Self.data, as: .enterprise("E00001"))
        let account = try #require(try client.store.accounts().first)
        let signIn = try #require(try client.store.signIns(of: account.id).first)
        try client.store.endAccess(of: account.id, by: "test")
        let hash = try PasswordHash("another password", cost: .cheap)
        #expect(throws: SignInOutdated.self) {
            try client.store.setPassword(hash, of: account.id, keeping: signIn.id, by: "test")
        }
        #expect(try client.store.passwordHash(of: account.id) == nil)
    }
}

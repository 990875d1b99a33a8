import FairwayCore
import FairwayStore
import Foundation
import HTTPTypes
import Synchronization
import Testing

@testable import FairwayWeb

/// The way in, step by step, and what must not open it.
struct SignInTests {
    private static let data = SampleExpo.generate(seed: 3, scale: 0.01, regions: [], economies: [])
    private static let email = "li.wei@example.com"
    private static let password = "correct horse battery"

    private func client(secret: Data? = nil, clock: Clock = Clock()) async throws -> RouterClient {
        let client = try await RouterClient(data: Self.data, as: nil, now: clock.read)
        let account = try await client.store.accounts.create(
            email: Self.email,
            name: "Li Wei",
            part: .organiser,
            language: .en,
            password: try PasswordHash(Self.password, cost: .cheap),
            by: "test"
        )
        if let secret { try await client.store.secondFactors.set(secret, of: account.id, by: "test") }
        return client
    }

    /// A clock that a test turns.
    final class Clock: Sendable {
        private let seconds = Mutex(1_800_000_000.0)
        var read: @Sendable () -> Double { { self.seconds.withLock { $0 } } }
        func turn(_ by: Double) { seconds.withLock { $0 += by } }
    }

    @Test func passwordLeadsToThePageThatWasWanted() async throws {
        let client = try await client()
        let door = try await client.get("/organiser?x=1")
        #expect(door.status == 303)
        #expect(door.headers[.location] == "/sign-in?to=%2Forganiser%3Fx%3D1")
        let form = ["email": " Li.Wei@example.com ", "password": Self.password, "to": "/organiser?x=1"]
        let answer = try await client.submit("/sign-in", form)
        #expect(answer.headers[.location] == "/organiser?x=1")
        #expect(try await client.get("/organiser").status == 200)
        _ = try await client.submit("/sign-out")
        #expect(try await client.get("/organiser").status == 303)
    }

    @Test(arguments: ["//evil.example", "https://evil.example", "/\\evil.example"])
    func signingInLeadsNowhereElse(target: String) async throws {
        let form = ["email": Self.email, "password": Self.password, "to": target]
        #expect(try await client().submit("/sign-in", form).headers[.location] == "/")
    }

    @Test func wrongHalvesAreToldAlike() async throws {
        let client = try await client()
        let wrong = try await client.submit("/sign-in", ["email": Self.email, "password": "wrong password"])
        let unknown = try await client.submit(
            "/sign-in",
            ["email": "x@example.com", "password": "wrong password"]
        )
        #expect(wrong.status == 403 && unknown.status == 403)
        #expect(
            wrong.body.replacing(Self.email, with: "") == unknown.body.replacing("x@example.com", with: "")
        )
        #expect(client.cookies[SignInMiddleware.cookie] == nil)
    }

    @Test func guessingIsSlowedDownForOneAccountAndComesBack() async throws {
        let clock = Clock()
        let client = try await client(clock: clock)
        let guess = ["email": Self.email, "password": "wrong password"]
        var last = 0
        for _ in 0..<12 { last = try await client.submit("/sign-in", guess).status }
        #expect(last == 429)
        let right = ["email": Self.email, "password": Self.password]
        #expect(try await client.submit("/sign-in", right).status == 429)
        clock.turn(120)
        #expect(try await client.submit("/sign-in", right).status == 303)
    }

    @Test func aLinkIsUsedByConfirmingNotByOpening() async throws {
        let client = try await client()
        _ = try await client.submit("/sign-in/code", ["email": Self.email])
        let letter = try #require(try await client.store.outbox.letters(isWaiting: true, limit: 1).first)
        let token = try #require(letter.body.firstMatch(of: /token=([A-Za-z0-9_-]+)/)?.1)
        for _ in 0..<3 {
            let opened = try await client.get("/sign-in/link?token=\(token)")
            #expect(opened.status == 200 && opened.body.contains("Li Wei"))
        }
        #expect(client.cookies[SignInMiddleware.cookie] == nil)
        #expect(
            try await client.submit("/sign-in/link", ["link": String(token), "to": "/account"]).status == 303
        )
        #expect(try await client.get("/account").status == 200)
        #expect(try await client.submit("/sign-in/link", ["link": String(token)]).status == 404)
        #expect(try await client.get("/sign-in/link?token=\(token)").status == 404)
    }

    @Test func aCodeWorksOnceAndNotForLong() async throws {
        let clock = Clock()
        let client = try await client(clock: clock)
        func sent() async throws -> String {
            _ = try await client.submit("/sign-in/code", ["email": Self.email])
            let letter = try #require(try await client.store.outbox.letters(isWaiting: false, limit: 1).first)
            let digits = try #require(letter.body.firstMatch(of: /([0-9]{4}) ([0-9]{4})/))
            return "\(digits.1) \(digits.2)"
        }
        let first = try await sent()
        #expect(
            try await client.submit("/sign-in/code/use", ["email": Self.email, "code": first]).status == 303
        )
        #expect(
            try await client.submit("/sign-in/code/use", ["email": Self.email, "code": first]).status == 403
        )
        clock.turn(1000)
        let second = try await sent()
        clock.turn(SignInRepository.codeSeconds + 1)
        #expect(
            try await client.submit("/sign-in/code/use", ["email": Self.email, "code": second]).status == 403
        )
        let third = try await sent()
        for _ in 0..<5 {
            _ = try await client.submit("/sign-in/code/use", ["email": Self.email, "code": "00000000"])
        }
        #expect(
            try await client.submit("/sign-in/code/use", ["email": Self.email, "code": third]).status != 303
        )
    }

    @Test func lettersAreFewAndSayNobodyWhoHasAnAccount() async throws {
        let client = try await client()
        var known: [Int] = []
        var unknown: [Int] = []
        for _ in 0..<8 {
            known.append(try await client.submit("/sign-in/code", ["email": Self.email]).status)
            unknown.append(try await client.submit("/sign-in/code", ["email": "nobody@example.com"]).status)
        }
        #expect(known == [303, 303, 303, 429, 429, 429, 429, 429])
        #expect(unknown == known)
        #expect(try await client.store.outbox.letters(isWaiting: true, limit: 100).count == 3)
        let one = try await client.submit("/sign-in/code", ["email": Self.email])
        let other = try await client.submit("/sign-in/code", ["email": "nobody@example.com"])
        #expect(one.body.contains("no other e-mail goes now") && one.headers[.retryAfter] != nil)
        #expect(
            one.body.replacing(Self.email, with: "") == other.body.replacing("nobody@example.com", with: "")
        )
    }

    @Test func secondFactorStandsBeforeEverything() async throws {
        let secret = SecondFactor.newSecret()
        let clock = Clock()
        let client = try await client(secret: secret, clock: clock)
        let answer = try await client.submit("/sign-in", ["email": Self.email, "password": Self.password])
        #expect(answer.headers[.location]?.hasPrefix("/sign-in/second-factor") == true)
        #expect(
            try await client.get("/organiser").headers[.location]?.hasPrefix("/sign-in/second-factor") == true
        )
        #expect(try await client.submit("/organiser/match").status == 401)
        #expect(try await client.submit("/sign-in/second-factor", ["code": "000000"]).status == 403)
        let code = SecondFactor.code(secret, step: SecondFactor.step(at: clock.read()))
        #expect(try await client.submit("/sign-in/second-factor", ["code": code]).status == 303)
        #expect(try await client.get("/organiser").status == 200)
        client.signOut()
        _ = try await client.submit("/sign-in", ["email": Self.email, "password": Self.password])
        #expect(
            try await client.submit("/sign-in/second-factor", ["code": code]).status == 403,
            "a code works once"
        )
    }

    @Test func signInsAreListedAndEnded() async throws {
        let client = try await client()
        let form = ["email": Self.email, "password": Self.password]
        _ = try await client.submit("/sign-in", form)
        let phone = client.cookies
        client.signOut()
        _ = try await client.submit("/sign-in", form)
        let account = try #require(try await client.store.accounts.find(email: Self.email))
        #expect(try await client.store.signIns.all(of: account.id).count == 2)
        let asked = try await client.submit("/account/sign-ins/end")
        #expect(asked.status == 200 && asked.body.contains("name=\"proof\""), "it is asked who one is")
        #expect(try await client.store.signIns.all(of: account.id).count == 2)
        _ = try await client.submit("/account/sign-ins/end", ["current": Self.password])
        #expect(try await client.store.signIns.all(of: account.id).count == 1)
        client.cookies = phone
        #expect(try await client.get("/account").status == 303)
    }

    /// Whatever a browser calls itself.
    @Test func theNameOfADeviceTurnsNothingOfThePage() async throws {
        let client = try await client()
        let account = try #require(try await client.store.accounts.find(email: Self.email))
        let secret = try await client.store.signIns.begin(of: account, device: "Radar\u{202E}\u{200B} phone")
        client.cookies[SignInMiddleware.cookie] = secret.text
        let page = try await client.get("/account").body
        #expect(page.contains("<bdi>Radar phone</bdi>"))
        #expect(!page.unicodeScalars.contains("\u{202E}"))
    }

    @Test func anIdleSignInEnds() async throws {
        let clock = Clock()
        let client = try await client(clock: clock)
        _ = try await client.submit("/sign-in", ["email": Self.email, "password": Self.password])
        clock.turn(13 * 86400)
        #expect(try await client.get("/account").status == 200)
        try await client.store.sightings.write()
        clock.turn(13 * 86400)
        #expect(try await client.get("/account").status == 200)
        try await client.store.sightings.write()
        clock.turn(15 * 86400)
        #expect(try await client.get("/account").status == 303)
    }

    @Test func actingForSomeoneIsSeenAndLogged() async throws {
        let client = try await client()
        _ = try await client.submit("/sign-in", ["email": Self.email, "password": Self.password])
        let enterprise = Self.data.enterprises[0].id
        let other = try await client.store.accounts.create(
            email: "rep@example.com",
            name: "Представитель",
            part: .enterprise(enterprise),
            language: .ru,
            password: nil,
            by: "test"
        )
        _ = try await client.submit("/organiser/accounts/\(other.id)/act")
        #expect(try await client.get("/").body.contains("Представитель"))
        #expect(try await client.get("/organiser").status == 403)
        #expect(try await client.store.auditLog.latest(limit: 1).first?.action == "act for")
        _ = try await client.submit("/account/act/stop")
        #expect(try await client.get("/organiser").status == 200)
    }

    @Test func theLastOrganiserStays() async throws {
        let client = try await client()
        _ = try await client.submit("/sign-in", ["email": Self.email, "password": Self.password])
        let account = try #require(try await client.store.accounts.find(email: Self.email))
        let answer = try await client.submitProven(
            "/organiser/accounts/\(account.id)/status",
            ["status": "disabled"]
        )
        #expect(answer.status == 409)
        #expect(try await client.store.accounts.find(account.id)?.status == .active)
    }

    @Test func secretsAreStoredAsHashesOnly() async throws {
        let client = try await client()
        _ = try await client.submit("/sign-in", ["email": Self.email, "password": Self.password])
        let secret = try #require(client.cookies[SignInMiddleware.cookie])
        let bytes =
            try #require(FileManager.default.contents(atPath: client.store.path))
            + (FileManager.default.contents(atPath: client.store.path + "-wal") ?? Data())
        #expect(bytes.range(of: Data(secret.utf8)) == nil)
        #expect(bytes.range(of: Data(Self.password.utf8)) == nil)
    }
}

import FairwayCore
import FairwayStore
import Foundation
import HTTPTypes
import Testing

@testable import FairwayWeb

/// What strangers do to someone's sign-in, and the ways that stay open.
struct LockoutTests {
    private static let data = SampleExpo.generate(seed: 3, scale: 0.01, regions: [], economies: [])
    private static let email = "li.wei@example.com"
    private static let password = "correct horse battery"
    private static let right = ["email": email, "password": password]
    private static let wrong = ["email": email, "password": "wrong password"]

    private let clock = SignInTests.Clock()
    private let uptime = ThrottleTests.Uptime()
    private let owner: RouterClient
    private let account: Account

    init() async throws {
        owner = try await RouterClient(data: Self.data, as: nil, now: clock.read, uptime: uptime.read)
        owner.cookies[LanguageMiddleware.cookie] = "en"
        account = try await owner.store.accounts.create(
            email: Self.email,
            name: "Li Wei",
            part: .organiser,
            language: .en,
            password: try PasswordHash(Self.password, cost: .cheap),
            by: "test"
        )
    }

    private func stranger() throws -> RouterClient {
        let stranger = try RouterClient(sharing: owner)
        stranger.cookies[LanguageMiddleware.cookie] = "en"
        return stranger
    }

    /// As somebody with another address can only type it.
    private func digits() async throws -> String {
        let letter = try #require(
            try await owner.store.outbox.letters(isWaiting: true, limit: 99).last {
                $0.recipient == Self.email
            }
        )
        let digits = try #require(letter.body.firstMatch(of: /([0-9]{4}) ([0-9]{4})/))
        return "\(digits.1)\(digits.2)"
    }

    @Test func anAddressThatLooksLikeAnotherCountShutsNobodyOut() async throws {
        let secret = SecondFactor.newSecret()
        try await owner.store.secondFactors.set(secret, of: account.id, by: "test")
        let stranger = try stranger()
        for _ in 0..<20 {
            let form = ["email": "second factor \(account.id)", "password": "x"]
            _ = try await stranger.submit("/sign-in", form)
        }
        _ = try await owner.submit("/sign-in", Self.right)
        let code = SecondFactor.code(secret, step: SecondFactor.step(at: clock.read()))
        #expect(try await owner.submit("/sign-in/second-factor", ["code": code]).status == 303)
    }

    @Test func wrongPasswordsLeaveTheMailedCodeAndKnownDevicesOpen() async throws {
        #expect(try await owner.submit("/sign-in", Self.right).status == 303)
        _ = try await owner.submit("/sign-out")
        let stranger = try stranger()
        for _ in 0..<120 {
            _ = try await stranger.submit("/sign-in", Self.wrong)
            uptime.turn(.seconds(60))
        }
        let shut = try await stranger.submit("/sign-in", Self.right)
        #expect(shut.status == 429 && shut.body.contains("that stays open"))
        #expect(shut.headers[.retryAfter].flatMap { Int($0) }.map { $0 > 0 } == true)
        #expect(try await owner.submit("/sign-in", Self.right).status == 303, "the owner's own browser")
        let phone = try self.stranger()
        #expect(try await phone.submit("/sign-in/code", ["email": Self.email]).status == 303)
        let form = ["email": Self.email, "code": try await digits()]
        #expect(try await phone.submit("/sign-in/code/use", form).status == 303)
    }

    @Test func wrongCodesOfAStrangerLeaveTheOwnersCodeGood() async throws {
        #expect(try await owner.submit("/sign-in/code", ["email": Self.email]).status == 303)
        let code = try await digits()
        let stranger = try stranger()
        for number in 0..<40 {
            let form = ["email": Self.email, "code": "1234567\(number % 10)"]
            #expect(try await stranger.submit("/sign-in/code/use", form).status == 403)
        }
        let form = ["email": Self.email, "code": code]
        #expect(try await stranger.submit("/sign-in/code/use", form).status == 403, "not in another browser")
        #expect(try await owner.submit("/sign-in/code/use", form).status == 303)
    }

    @Test func aClockThatIsSetBackShutsNobodyOut() async throws {
        for _ in 0..<7 { _ = try await owner.submit("/sign-in", Self.wrong) }
        clock.turn(-86_400)
        uptime.turn(.seconds(60))
        #expect(try await owner.submit("/sign-in", Self.right).status == 303)
    }

    @Test func aClockThatIsSetForwardForgivesNothing() async throws {
        for _ in 0..<8 { _ = try await owner.submit("/sign-in", Self.wrong) }
        clock.turn(86_400)
        #expect(try await owner.submit("/sign-in", Self.wrong).status == 429)
    }

    @Test func aSecondFactorHasACountOfEachDevice() async throws {
        let secret = SecondFactor.newSecret()
        #expect(try await owner.submit("/sign-in", Self.right).status == 303)
        try await owner.store.secondFactors.set(secret, of: account.id, by: "test")
        // Somebody knows the password.
        let thief = try stranger()
        _ = try await thief.submit("/sign-in", Self.right)
        var last = 0
        for _ in 0..<10 { last = try await thief.submit("/sign-in/second-factor", ["code": "000000"]).status }
        #expect(last == 429)
        _ = try await owner.submit("/sign-out")
        _ = try await owner.submit("/sign-in", Self.right)
        let code = SecondFactor.code(secret, step: SecondFactor.step(at: clock.read()))
        #expect(try await owner.submit("/sign-in/second-factor", ["code": code]).status == 303)
    }

    @Test func lettersThatSomebodyElseAsksForDoNotCloseTheMailedCode() async throws {
        #expect(try await owner.submit("/sign-in", Self.right).status == 303)
        _ = try await owner.submit("/sign-out")
        let stranger = try stranger()
        var last = 0
        for _ in 0..<9 { last = try await stranger.submit("/sign-in/code", ["email": Self.email]).status }
        #expect(last == 429)
        #expect(try await owner.submit("/sign-in/code", ["email": Self.email]).status == 303)
        let form = ["email": Self.email, "code": try await digits()]
        #expect(try await owner.submit("/sign-in/code/use", form).status == 303)
    }

    /// The link of a letter lets its reader in wherever it is opened, whoever asked for it.
    @Test func theLinkOfALetterThatAStrangerAskedForIsGood() async throws {
        _ = try await stranger().submit("/sign-in/code", ["email": Self.email])
        let letter = try #require(try await owner.store.outbox.letters(isWaiting: true, limit: 1).first)
        let token = try #require(letter.body.firstMatch(of: /token=([A-Za-z0-9_-]+)/)?.1)
        #expect(try await owner.submit("/sign-in/link", ["link": String(token)]).status == 303)
    }

    @Test func whatIsSaidOfAFullCountIsInTheReadersLanguage() async throws {
        for language in Language.allCases {
            let client = try stranger()
            client.cookies[LanguageMiddleware.cookie] = language.rawValue
            let form = ["email": "x.\(language)@example.com", "password": "wrong password"]
            var answer = try await client.submit("/sign-in", form)
            for _ in 0..<9 { answer = try await client.submit("/sign-in", form) }
            let words = language.pick(zh: "邮件验证码登录", ru: "остаётся открытым", en: "stays open")
            #expect(answer.status == 429 && answer.body.contains(words) && !answer.body.contains("{}"))
        }
    }

    @Test func registrationLettersThatDoNotGoAreSaid() async throws {
        let client = try stranger()
        client.cookies[LanguageMiddleware.cookie] = "en"
        let form = ["email": "new@example.com", "name": "New"]
        var answer = try await client.submit("/register", form)
        for _ in 0..<5 { answer = try await client.submit("/register", form) }
        #expect(answer.status == 429 && answer.body.contains("no other goes now"))
        let body = #"{"email": "new@example.com", "name": "New"}"#
        let api = try await client.api(.post, "registrations", body)
        #expect(api.status == 429 && api.headers[.retryAfter] != nil)
    }
}

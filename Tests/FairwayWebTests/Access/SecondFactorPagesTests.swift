import FairwayCore
import Foundation
import HTTPTypes
import Testing

@testable import FairwayStore
@testable import FairwayWeb

/// What a stolen sign-in alone must not change, and what its owner can.
struct SecondFactorPagesTests {
    private static let email = "li.wei@example.com"
    private static let password = "correct horse battery"

    private let clock = SignInTests.Clock()
    private let client: RouterClient
    private let account: Account
    private let secret = SecondFactor.newSecret()

    init() async throws {
        client = try await RouterClient(data: nil, as: nil, now: clock.read)
        account = try await client.store.accounts.create(
            email: Self.email,
            name: "Li Wei",
            part: .organiser,
            language: .ru,
            password: try PasswordHash(Self.password, cost: .cheap),
            by: "test"
        )
    }

    private func signIn() async throws {
        let account = try #require(try await client.store.accounts.find(account.id))
        let secret = try await client.store.signIns.begin(of: account, device: "test")
        client.cookies[SignInMiddleware.cookie] = secret.text
        client.cookies[GuardMiddleware.tokenCookie] = nil
        if let signIn = try await client.store.signIns.find(secret: secret.text) {
            try await client.store.signIns.confirm(signIn)
        }
        client.cookies[LanguageMiddleware.cookie] = "en"
    }

    /// Somebody who is signed in and has a second factor.
    private func withFactor() async throws {
        try await client.store.secondFactors.set(secret, of: account.id, by: "test")
        try await signIn()
    }

    private func code(_ secret: Data? = nil) -> String {
        SecondFactor.code(secret ?? self.secret, step: SecondFactor.step(at: clock.read()))
    }

    private var hasFactor: Bool {
        get async throws { try await client.store.accounts.find(account.id)?.hasSecondFactor ?? false }
    }

    private func proof() async throws -> String {
        #expect(try await client.submit("/account/code").status == 200)
        let letter = try #require(try await client.store.outbox.letters(isWaiting: false, limit: 1).first)
        let digits = try #require(letter.body.firstMatch(of: /([0-9]{4}) ([0-9]{4})/))
        return "\(digits.1)\(digits.2)"
    }

    private func form(_ new: Data, code: String, _ more: [String: String] = [:]) -> [String: String] {
        ["secret": new.base64EncodedString(), "code": code].merging(more) { $1 }
    }

    // MARK: - What a stolen sign-in cannot do

    @Test func aWrongCodeWithANewSecretLeavesTheOldFactorAlone() async throws {
        try await withFactor()
        let new = SecondFactor.newSecret()
        #expect(try await client.submit("/account/second-factor", form(new, code: "000000")).status == 422)
        #expect(try await hasFactor)
        #expect(try await client.store.secondFactors.use(code(), of: account.id))
    }

    @Test func aNewSecretWithItsRightCodeNeedsTheOldFactor() async throws {
        try await withFactor()
        let new = SecondFactor.newSecret()
        for more in [[:], ["factor": "000000"], ["current": Self.password], ["proof": try await proof()]] {
            let answer = try await client.submit("/account/second-factor", form(new, code: code(new), more))
            #expect(answer.status == 422, "\(more.keys)")
        }
        #expect(try await client.store.secondFactors.use(code(), of: account.id))
        #expect(try await !client.store.secondFactors.use(code(new), of: account.id))
    }

    @Test func aFirstFactorNeedsThePasswordOrALetter() async throws {
        try await signIn()
        for more in [[:], ["current": "wrong password"], ["proof": "12345678"]] {
            let answer = try await client.submit("/account/second-factor", form(secret, code: code(), more))
            #expect(answer.status == 422)
        }
        #expect(try await !hasFactor)
        let right = form(secret, code: code(), ["current": Self.password])
        let answer = try await client.submit("/account/second-factor", right)
        #expect(answer.status == 200 && answer.headers[.cacheControl] == "private, no-store")
        #expect(answer.body.matches(of: /[0-9A-Z]{4}(-[0-9A-Z]{4}){5}/).count == 10)
        #expect(try await hasFactor)
    }

    @Test func removingTheFactorIsThrottled() async throws {
        try await withFactor()
        var statuses: [Int] = []
        for _ in 0..<8 {
            let answer = try await client.submit("/account/second-factor/remove", ["factor": "000000"])
            statuses.append(answer.status)
        }
        #expect(statuses == [422, 422, 422, 422, 422, 429, 429, 429])
        let right = try await client.submit("/account/second-factor/remove", ["factor": code()])
        #expect(right.status == 429 && right.headers[.retryAfter] != nil)
        #expect(try await hasFactor)
        clock.turn(301)
        let later = try await client.submit("/account/second-factor/remove", ["factor": code()])
        #expect(later.status == 303)
        #expect(try await !hasFactor)
    }

    @Test func theCurrentPasswordIsThrottled() async throws {
        try await signIn()
        var last = 0
        for _ in 0..<8 {
            let form = ["current": "wrong password", "password": "a new password"]
            last = try await client.submit("/account/password", form).status
        }
        #expect(last == 429)
    }

    @Test func aPasswordNeedsTheFactorToo() async throws {
        try await withFactor()
        let form = ["current": Self.password, "password": "a new password"]
        #expect(try await client.submit("/account/password", form).status == 422)
        let right = form.merging(["factor": code()]) { $1 }
        #expect(try await client.submit("/account/password", right).status == 200)
        #expect(
            try await client.store.accounts.passwordHash(of: account.id)?.matches("a new password") == true
        )
    }

    @Test func anAccountWithoutAPasswordNeedsALetterForOne() async throws {
        let other = try await client.signIn(as: .hallManager)
        #expect(try await client.submit("/account/password", ["password": "a new password"]).status == 422)
        let form = ["password": "a new password", "proof": try await proof()]
        #expect(try await client.submit("/account/password", form).status == 200)
        #expect(try await client.store.accounts.passwordHash(of: other.id) != nil)
    }

    // MARK: - What the owner can

    @Test func aNewPasswordEndsTokensAndTellsByLetter() async throws {
        try await signIn()
        let token = try await client.store.accessTokens.make(
            of: account,
            name: "t",
            scopes: [.account],
            days: 3,
            by: "test"
        ).secret
        let form = ["current": Self.password, "password": "a new password"]
        let answer = try await client.submit("/account/password", form)
        #expect(answer.status == 200 && answer.body.contains("access tokens have ended"))
        #expect(try await client.store.accessTokens.find(secret: token) == nil)
        #expect(try await client.get("/account").status == 200, "this browser stays")
        let letter = try #require(try await client.store.outbox.letters(isWaiting: true, limit: 9).last)
        #expect(letter.recipient == Self.email && letter.subject == "Пароль изменён")
    }

    @Test func aRecoveryCodeSignsInAndRemovesTheFactor() async throws {
        let made = try await client.store.secondFactors.set(
            secret,
            firstCode: code(),
            of: account.id,
            notice: nil,
            by: "test"
        )
        let codes = try #require(made)
        _ = try await client.submit("/sign-in", ["email": Self.email, "password": Self.password])
        let step = try await client.submit("/sign-in/second-factor", ["code": codes[0].text.lowercased()])
        #expect(step.status == 303)
        #expect(try await client.get("/account").body.contains("<strong>9</strong>"))
        let removed = try await client.submit("/account/second-factor/remove", ["factor": codes[0].text])
        #expect(removed.status == 422, "once")
        let again = try await client.submit("/account/second-factor/remove", ["factor": codes[1].text])
        #expect(again.status == 303)
        #expect(try await !hasFactor)
    }

    @Test func newCodesAreShownOnceAndNeedTheFactor() async throws {
        try await withFactor()
        #expect(try await client.submit("/account/second-factor/codes", ["factor": "000000"]).status == 422)
        let answer = try await client.submit("/account/second-factor/codes", ["factor": code()])
        #expect(answer.status == 200 && answer.body.contains(Self.email))
        let shown = try #require(answer.body.firstMatch(of: /[0-9A-Z]{4}(-[0-9A-Z]{4}){5}/)?.0)
        #expect(!(try await client.get("/account").body.contains(shown)))
        #expect(try await client.store.secondFactors.use(String(shown), of: account.id))
    }

    @Test func whoLostEverythingWaitsADayThatAnyoneSignedInCanStop() async throws {
        try await withFactor()
        #expect(try await client.submit("/account/second-factor/lost", ["proof": "12345678"]).status == 422)
        let asked = try await client.submit("/account/second-factor/lost", ["proof": try await proof()])
        #expect(asked.status == 303)
        let page = try await client.get("/account").body
        #expect(page.contains("/account/second-factor/keep") && page.contains("UTC"))
        let letters = try await client.store.outbox.letters(isWaiting: true, limit: 9).filter {
            $0.subject.contains("24 часа")
        }
        #expect(letters.map(\.recipient) == [Self.email])
        clock.turn(SecondFactorRepository.removalSeconds - 60)
        _ = try await client.get("/account")
        #expect(try await hasFactor)
        let stopped = try await client.submit("/account/second-factor/keep")
        #expect(stopped.status == 303)
        clock.turn(2 * SecondFactorRepository.removalSeconds)
        _ = try await client.get("/account")
        #expect(try await hasFactor)
    }

    @Test func aRemovalThatNobodyStoppedIsDoneAtTheNextSignIn() async throws {
        try await withFactor()
        _ = try await client.submit("/account/second-factor/lost", ["proof": try await proof()])
        client.signOut()
        clock.turn(SecondFactorRepository.removalSeconds + 1)
        let answer = try await client.submit("/sign-in", ["email": Self.email, "password": Self.password])
        #expect(answer.headers[.location] == "/")
        #expect(try await !hasFactor)
        let last = try #require(try await client.store.outbox.letters(isWaiting: true, limit: 99).last)
        #expect(last.recipient == Self.email && last.subject == "Второй фактор отключён")
    }

    // MARK: - The organiser's help

    private func organiser(_ secret: Data?) async throws -> RouterClient {
        let other = try RouterClient(sharing: client)
        let own = try await other.signIn(as: .organiser)
        if let secret { try await client.store.secondFactors.set(secret, of: own.id, by: "test") }
        return other
    }

    @Test func anOrganiserResetsWithTheirOwnFactorOnly() async throws {
        try await withFactor()
        let own = SecondFactor.newSecret()
        let organiser = try await organiser(own)
        let path = "/organiser/accounts/\(account.id)/second-factor"
        #expect(try await organiser.get(path).body.contains("name=\"factor\""))
        for form in [[:], ["factor": "000000"], ["proof": "12345678"]] {
            #expect(try await organiser.submit(path, form).status == 422)
        }
        #expect(try await hasFactor)
        #expect(try await organiser.submit(path, ["factor": code(own)]).status == 303)
        #expect(try await !hasFactor)
        #expect(try await client.get("/account").status == 303, "all sign-ins end")
        let entry = try #require(
            try await client.store.auditLog.latest(limit: 9).first { $0.action == "reset second factor" }
        )
        #expect(entry.rowID == "\(account.id)" && entry.actor.hasPrefix("account "))
        let letter = try #require(try await client.store.outbox.letters(isWaiting: true, limit: 99).last)
        #expect(letter.recipient == Self.email && letter.body.contains("Организатор отключил"))
    }

    @Test func anOrganiserWithoutFactorAndPasswordNeedsALetter() async throws {
        try await withFactor()
        let organiser = try await organiser(nil)
        let path = "/organiser/accounts/\(account.id)/second-factor"
        #expect(try await organiser.submit(path).status == 422)
        #expect(try await organiser.submit(path, ["prove": "code"]).status == 200)
        let letter = try #require(try await client.store.outbox.letters(isWaiting: false, limit: 1).first)
        let digits = try #require(letter.body.firstMatch(of: /([0-9]{4}) ([0-9]{4})/))
        #expect(try await organiser.submit(path, ["proof": "\(digits.1)\(digits.2)"]).status == 303)
        #expect(try await !hasFactor)
    }

    /// As every deed does that a stolen sign-in alone must not do; the page says of whom.
    @Test(arguments: Language.allCases) func theResetAsksOnTheConfirmPage(language: Language) async throws {
        try await withFactor()
        let organiser = try await organiser(nil)
        organiser.cookies[LanguageMiddleware.cookie] = language.rawValue
        let path = "/organiser/accounts/\(account.id)/second-factor"
        let about = language.pick(
            zh: "仅在本人丢失了验证器和恢复码",
            ru: "Только если человек потерял",
            en: "Only when the person has lost"
        )
        for page in [
            try await organiser.get(path), try await organiser.submit(path, ["prove": "code"]),
        ] {
            #expect(page.status == 200 && page.body.contains("action=\"\(path)\""))
            #expect(page.body.contains(about) && page.body.contains(Self.email))
            #expect(page.body.contains("name=\"proof\"") && !page.body.contains("name=\"factor\""))
            #expect(!page.body.contains("type=\"hidden\" name=\"prove\""))
        }
        let letters = try await client.store.outbox.letters(isWaiting: true, limit: 9)
        #expect(letters.map(\.recipient) == ["organiser.all@example.com"])
        #expect(try await hasFactor)
    }

    @Test func nobodyResetsTheirOwn() async throws {
        try await withFactor()
        let path = "/organiser/accounts/\(account.id)/second-factor"
        #expect(try await client.submit(path, ["factor": code()]).status == 409)
        #expect(try await hasFactor)
    }

    /// There is nothing to confirm, so nobody is asked to.
    @Test(arguments: Language.allCases) func whatCannotBeResetShowsNoForm(language: Language) async throws {
        let organiser = try await organiser(nil)
        organiser.cookies[LanguageMiddleware.cookie] = language.rawValue
        let path = "/organiser/accounts/\(account.id)/second-factor"
        let why = language.pick(
            zh: "此账户没有启用两步验证",
            ru: "У этой учётной записи нет второго фактора",
            en: "This account has no second factor"
        )
        let (opened, sent) = (try await organiser.get(path), try await organiser.submit(path))
        #expect(opened.status == 200 && sent.status == 409)
        for page in [opened, sent] {
            #expect(page.body.contains(why) && page.body.contains(Self.email))
            #expect(!page.body.contains("action=\"\(path)\""))
        }
    }

    @Test(arguments: Language.allCases) func anEmptyFormAsksForTheCodeAlone(language: Language) async throws {
        try await withFactor()
        client.cookies[LanguageMiddleware.cookie] = language.rawValue
        let words = language.pick(zh: "请填写验证码", ru: "Введите код", en: "Enter a code")
        for _ in 0..<8 {
            let form = ["shown": "1", "factor": ""]
            let answer = try await client.submit("/account/sign-ins/end", form)
            #expect(answer.status == 422 && answer.body.contains(">\(words)</p>"))
        }
        let right = try await client.submit("/account/sign-ins/end", ["shown": "1", "factor": code()])
        #expect(right.status == 303, "no try was counted")
    }

    // MARK: - Words

    /// The code also makes organisers and tokens.
    @Test(arguments: Language.allCases) func theLetterWithACodeSpeaksOfAnyChange(language: Language) {
        let letter = Letters.proof("12345678", in: language)
        let words = language.pick(
            zh: "用于确认您登录后申请的操作，15 分钟内有效。",
            ru: "Он подтверждает изменение, которое вы запросили, войдя в систему, и действует 15 минут.",
            en: "It confirms a change that you asked for while signed in, within 15 minutes."
        )
        #expect(letter.body.contains(words) && letter.body.contains("1234 5678"))
        #expect(SignInRepository.codeSeconds == 15 * 60)
    }

    @Test(arguments: Language.allCases) func everyLetterNamesAccountTimeAndWhatToDo(language: Language) {
        var account = account
        account.language = language
        for change in Letters.SecurityChange.allCases {
            let letter = Letters.changed(change, of: account, "https://expo.example", at: 1_800_000_000)
            #expect(letter.body.contains(Self.email) && letter.body.contains("2027-01-15"))
            #expect(letter.body.contains("https://expo.example/sign-in") && !letter.subject.isEmpty)
            #expect(letter.body == Mail.withoutSecrets(letter.body), "it lets nobody in")
        }
    }

    @Test(arguments: Language.allCases) func theAccountPageIsInTheReadersLanguage(language: Language)
        async throws
    {
        try await withFactor()
        client.cookies[LanguageMiddleware.cookie] = language.rawValue
        let page = try await client.get("/account").body
        let words = language.pick(zh: "恢复码", ru: "Коды восстановления", en: "Recovery codes")
        #expect(page.contains(words))
        // Two landmarks of one name are one too many.
        #expect(page.ranges(of: "aria-labelledby=\"h-signins\"").count == 1)
    }
}

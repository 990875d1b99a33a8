import FairwayCore
import FairwayStore
import Foundation
import HTTPTypes
import Testing

@testable import FairwayWeb

/// Whoever is asked who they are reads first what for.
struct ConfirmPageTests {
    private static let password = "correct horse battery"

    private let client: RouterClient
    private let account: Account
    private let other: Account

    init() async throws {
        client = try await RouterClient(data: APIFixture.data, as: nil)
        account = try await client.store.accounts.create(
            email: "li.wei@example.com",
            name: "Li Wei",
            part: .organiser,
            language: .en,
            password: try PasswordHash(Self.password, cost: .cheap),
            by: "test"
        )
        other = try await client.store.accounts.create(
            email: "second@example.com",
            name: "Второй",
            part: .organiser,
            language: .en,
            password: nil,
            by: "test"
        )
        let secret = try await client.store.signIns.begin(of: account, device: "own")
        client.cookies[SignInMiddleware.cookie] = secret.text
        client.cookies[LanguageMiddleware.cookie] = "en"
    }

    /// What is sent, and what the page is to name.
    struct Deed: Sendable {
        var path: String
        var form: [String: String] = [:]
        var zh, ru, en: String
        var names: [String]
    }

    private static let deeds = [
        Deed(
            path: "/organiser/accounts",
            form: [
                "email": "new@example.com", "name": "王芳", "role": "organiser", "scope": "", "language": "zh",
            ],
            zh: "新建主办方账户",
            ru: "Новый организатор",
            en: "New organiser",
            names: ["<dd>王芳</dd>", "<dd>new@example.com</dd>"]
        ),
        Deed(
            path: "/organiser/accounts/{other}/status",
            form: ["status": "disabled"],
            zh: "停用账户",
            ru: "Отключить учётную запись",
            en: "Disable account",
            names: ["<dd>Второй</dd>", "<dd>second@example.com</dd>"]
        ),
        Deed(
            path: "/account/tokens",
            form: ["name": "ERP", "days": "90", "scope-catalogue:read": "on"],
            zh: "创建访问令牌",
            ru: "Создать токен доступа",
            en: "Create access token",
            names: ["<dd>ERP</dd>", "<dd>90</dd>"]
        ),
        Deed(
            path: "/account/sign-ins/end",
            zh: "退出其他设备",
            ru: "Завершить другие сеансы",
            en: "Sign out other devices",
            names: []
        ),
        Deed(
            path: "/account/erase",
            form: ["email": "li.wei@example.com"],
            zh: "删除个人数据",
            ru: "Удалить персональные данные",
            en: "Erase personal data",
            names: ["<dd>li.wei@example.com</dd>"]
        ),
        Deed(
            path: "/organiser/people/erase",
            form: ["person": "second@example.com"],
            zh: "删除此人的数据",
            ru: "Удалить данные этого человека",
            en: "Erase this person",
            names: ["<dd>second@example.com</dd>", "<dd>Второй</dd>"]
        ),
    ]

    @Test(arguments: deeds, Language.allCases)
    func thePageSaysWhatIsConfirmed(deed: Deed, language: Language) async throws {
        client.cookies[LanguageMiddleware.cookie] = language.rawValue
        let path = deed.path.replacing("{other}", with: "\(other.id)")
        let page = try await client.submit(path, deed.form)
        #expect(page.status == 200 && page.body.contains("action=\"\(path)\""))
        #expect(page.body.contains(language.pick(zh: deed.zh, ru: deed.ru, en: deed.en)))
        let why = language.pick(zh: "为安全起见", ru: "Для безопасности", en: "For your safety")
        for name in deed.names + [why] { #expect(page.body.contains(name), "\(name)") }
        for name in deed.form.keys {
            #expect(page.body.contains("type=\"hidden\" name=\"\(name)\""), "\(name) goes along")
        }
    }

    @Test(arguments: Language.allCases) func thePageSaysHowManyDevicesAndWhich(language: Language)
        async throws
    {
        _ = try await client.store.signIns.begin(of: account, device: "Firefox/140.0 Linux")
        _ = try await client.store.signIns.begin(of: account, device: "Firefox/140.0 Linux")
        client.cookies[LanguageMiddleware.cookie] = language.rawValue
        let all = try await client.submit("/account/sign-ins/end").body
        #expect(all.contains(language.pick(zh: "设备数：2", ru: "сеансов: 2", en: "signed out: 2")))
        let one = try #require(
            try await client.store.signIns.all(of: account.id).first { $0.device != "own" }
        )
        let page = try await client.submit("/account/sign-ins/end", ["signIn": "\(one.id)"]).body
        #expect(page.contains("<dd>Firefox, Linux</dd>"))
    }

    @Test(arguments: Language.allCases) func anEmptyFormIsAskedAgainAndCountsForNothing(language: Language)
        async throws
    {
        client.cookies[LanguageMiddleware.cookie] = language.rawValue
        let path = "/account/sign-ins/end"
        let words = language.pick(
            zh: "请填写密码或验证码",
            ru: "Введите пароль или код",
            en: "Enter your password or a code"
        )
        let asked = try await client.submit(path)
        #expect(asked.status == 200 && !asked.body.contains(words), "nobody is blamed the first time")
        #expect(asked.body.contains("name=\"shown\""))
        for _ in 0..<8 {
            let again = try await client.submit(path, ["shown": "1", "current": "", "proof": ""])
            #expect(again.status == 422 && again.body.contains(words))
        }
        let right = try await client.submit(path, ["shown": "1", "current": Self.password])
        #expect(right.status == 303)
    }

    /// What would be refused is not offered.
    @Test func nobodyActsForAnOrganiser() async throws {
        let visitor = try await client.store.accounts.create(
            email: "visitor@example.com",
            name: "Visitor",
            part: .visitor,
            language: .en,
            password: nil,
            by: "test"
        )
        let page = try await client.get("/organiser/accounts").body
        #expect(page.contains("/organiser/accounts/\(visitor.id)/act\""))
        #expect(!page.contains("/organiser/accounts/\(other.id)/act\""))
        #expect(try await client.submit("/organiser/accounts/\(other.id)/act").status == 400)
    }
}

import FairwayCore
import FairwayStore
import TextAnalysis

/// Letters that tell organisers who else has become one.
extension Letters {
    /// - Parameters:
    ///   - made: The new organiser's account.
    ///   - maker: Whoever made it.
    ///   - reader: The organiser whom the letter goes to; the maker too, since it may have been a thief with their sign-in.
    ///   - address: Of the site, as people type it.
    ///   - seconds: When it was made, Unix time.
    static func organiserMade(
        _ made: Account,
        by maker: Account,
        to reader: Account,
        _ address: String,
        at seconds: Double
    ) -> LetterText {
        let (language, time) = (reader.language, TimeWords.utc(seconds))
        let (new, old) = (named(made), named(maker))
        let subject = language.pick(
            zh: "新增主办方账户",
            ru: "Новая учётная запись организатора",
            en: "There is a new organiser account"
        )
        let facts = language.pick(
            zh: """
                Fairway 新增了一个主办方账户，该账户可以查看和更改展会的全部内容。

                新账户：\(new)
                创建人：\(old)
                时间：\(time)

                可在“账户”页面查看：
                \(address)/organiser/accounts
                """,
            ru: """
                В Fairway создана учётная запись организатора с доступом ко всем данным и настройкам выставки.

                Новая учётная запись: \(new)
                Кто создал: \(old)
                Время: \(time)

                Она показана на странице «Учётные записи»:
                \(address)/organiser/accounts
                """,
            en: """
                A new organiser account was made in Fairway; it can see and change everything of the expo.

                New account: \(new)
                Made by: \(old)
                Time: \(time)

                It is listed on “Accounts”:
                \(address)/organiser/accounts
                """
        )
        let advice = reader.id == maker.id ? adviceToMaker(language) : adviceToOthers(language)
        return (subject, "\(facts)\n\n\(advice)\n")
    }

    private static func adviceToMaker(_ language: Language) -> String {
        language.pick(
            zh: "如果不是您本人操作，请立即在该页面停用新账户，在“我的账户”中退出其他所有设备并更改密码，"
                + "同时告知其他主办方人员。",
            ru: "Если это не вы, сразу отключите там новую учётную запись, на странице «Моя учётная запись» "
                + "завершите остальные сеансы, смените пароль и сообщите другим организаторам.",
            en: "If this was not you, disable the new account there at once, sign out everywhere else "
                + "on “My account”, change the password and tell the other organisers."
        )
    }

    private static func adviceToOthers(_ language: Language) -> String {
        language.pick(
            zh: "如果您不知道此事，请当面或通过已知的电话向创建人核实；若不是其本人操作，请立即在该页面停用新账户。",
            ru: "Если вы об этом не знали, спросите того, кто её создал, лично или по известному вам "
                + "телефону. Если это сделал кто-то другой, сразу отключите там новую учётную запись.",
            en: "If you did not know of it, ask whoever made it, face to face or by a telephone number "
                + "that you know. If it was somebody else, disable the new account there at once."
        )
    }

    /// Name and address; of a name with an address in it, which would be a link in the letter, the account's address alone.
    private static func named(_ account: Account) -> String {
        guard !account.name.isEmpty, TextSafety.addressMark(in: account.name) == nil else {
            return account.email
        }
        return "\(TextSafety.isolated(account.name)) <\(account.email)>"
    }
}

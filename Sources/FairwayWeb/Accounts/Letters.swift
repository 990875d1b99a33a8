import FairwayCore
import TextAnalysis

/// The letters that Fairway writes, each in the reader's language.
enum Letters {
    static func signIn(_ code: String, link: String, in language: Language) -> (subject: String, body: String)
    {
        let spaced = "\(code.prefix(4)) \(code.suffix(4))"
        return (
            language.pick(
                zh: "Fairway 登录验证码",
                ru: "Код для входа в Fairway",
                en: "Your Fairway sign-in code"
            ),
            language.pick(
                zh: """
                    验证码：\(spaced)

                    或打开链接并确认：
                    \(link)

                    15 分钟内有效，只能使用一次。如果不是您本人操作，请忽略此邮件。
                    """,
                ru: """
                    Код: \(spaced)

                    Или откройте ссылку и подтвердите вход:
                    \(link)

                    Код и ссылка действуют 15 минут и один раз. Если входили не вы, ничего делать не нужно.
                    """,
                en: """
                    Code: \(spaced)

                    Or open this link and confirm:
                    \(link)

                    Either works once, within 15 minutes. If this was not you, there is nothing to do.
                    """
            )
        )
    }

    static func invitation(name: String, address: String, in language: Language) -> (
        subject: String, body: String
    ) {
        let name = TextSafety.isolated(name)
        return (
            language.pick(zh: "您的 Fairway 账户", ru: "Ваша учётная запись Fairway", en: "Your Fairway account"),
            language.pick(
                zh: "\(name)，您好！\n\n您的账户已开通。请在此登录（输入邮箱获取验证码）：\n\(address)/sign-in\n",
                ru: "Здравствуйте, \(name)!\n\nДля вас создана учётная запись. "
                    + "Войдите здесь, код придёт на этот адрес:\n\(address)/sign-in\n",
                en: "Hello \(name),\n\nthere is an account for you now. "
                    + "Sign in here, the code comes to this address:\n\(address)/sign-in\n"
            )
        )
    }
}

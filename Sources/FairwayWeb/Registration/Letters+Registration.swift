import FairwayCore

/// The letters about a registration, each in the reader's language.
extension Letters {
    static func registration(_ code: String, link: String, in language: Language) -> (
        subject: String, body: String
    ) {
        let spaced = "\(code.prefix(4)) \(code.suffix(4))"
        return (
            language.pick(
                zh: "继续填写展会注册",
                ru: "Код для регистрации на выставке",
                en: "Your code for the registration"
            ),
            language.pick(
                zh: """
                    验证码：\(spaced)

                    或打开链接并确认：
                    \(link)

                    1 小时内有效，只能使用一次。以后在任何设备上输入您的邮箱，即可再次获取并继续填写。
                    """,
                ru: """
                    Код: \(spaced)

                    Или откройте ссылку и подтвердите:
                    \(link)

                    Код и ссылка действуют один час и один раз. Чтобы продолжить позже или на другом устройстве, \
                    запросите новый код на этот же адрес.
                    """,
                en: """
                    Code: \(spaced)

                    Or open this link and confirm:
                    \(link)

                    Either works once, within an hour. To go on later or on another device, ask for a new one with this address.
                    """
            )
        )
    }

    /// To an address that has an account: it needs no registration.
    static func knownAlready(address: String, in language: Language) -> (subject: String, body: String) {
        (
            language.pick(
                zh: "您已有 Fairway 账户",
                ru: "У вас уже есть учётная запись",
                en: "You have an account already"
            ),
            language.pick(
                zh: "此邮箱已有账户，请直接登录：\n\(address)/sign-in\n",
                ru: "Для этого адреса уже есть учётная запись. Войдите здесь:\n\(address)/sign-in\n",
                en: "There is an account for this address already. Sign in here:\n\(address)/sign-in\n"
            )
        )
    }

    static func declined(enterprise: String, reason: String, in language: Language) -> (
        subject: String, body: String
    ) {
        (
            language.pick(
                zh: "您的注册未获通过",
                ru: "Регистрация отклонена",
                en: "Your registration was declined"
            ),
            language.pick(
                zh: "\(enterprise)：注册未获通过。\n\n主办方说明：\n\(reason)\n",
                ru: "\(enterprise): регистрация отклонена.\n\nПричина:\n\(reason)\n",
                en: "\(enterprise): the registration was declined.\n\nThe reason:\n\(reason)\n"
            )
        )
    }

    static func asked(enterprise: String, question: String, address: String, in language: Language) -> (
        subject: String, body: String
    ) {
        (
            language.pick(
                zh: "请补充注册信息",
                ru: "Нужно дополнить регистрацию",
                en: "Your registration needs more"
            ),
            language.pick(
                zh: "\(enterprise)：主办方请您补充以下内容。\n\n\(question)\n\n在此继续（输入邮箱获取验证码）：\n\(address)/register\n",
                ru: "\(enterprise): организатор просит дополнить регистрацию.\n\n\(question)\n\n"
                    + "Продолжить можно здесь, код придёт на этот адрес:\n\(address)/register\n",
                en: "\(enterprise): the organiser asks for more.\n\n\(question)\n\n"
                    + "Go on here, the code comes to this address:\n\(address)/register\n"
            )
        )
    }
}

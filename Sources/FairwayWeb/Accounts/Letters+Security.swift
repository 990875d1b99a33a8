import FairwayCore
import FairwayStore

/// Letters that tell someone what was changed of how they sign in.
extension Letters {
    /// What was changed.
    enum SecurityChange: CaseIterable {
        case passwordSet, factorSet, factorRemoved, recoveryCodesMade, removalAsked, factorReset
    }

    /// A code by which someone who is signed in shows whose the mailbox is.
    static func proof(_ code: String, in language: Language) -> LetterText {
        let spaced = "\(code.prefix(4)) \(code.suffix(4))"
        return (
            language.pick(
                zh: "Fairway 身份确认验证码",
                ru: "Код подтверждения Fairway",
                en: "Your Fairway confirmation code"
            ),
            language.pick(
                zh: "验证码：\(spaced)\n\n用于确认您登录后申请的操作，15 分钟内有效。"
                    + "请勿告诉任何人。如果不是您本人操作，请立即登录并退出其他所有设备。\n",
                ru:
                    "Код: \(spaced)\n\nОн подтверждает изменение, которое вы запросили, войдя в систему, и действует "
                    + "15 минут. Никому его не сообщайте. Если это не вы, войдите и завершите все остальные сеансы.\n",
                en:
                    "Code: \(spaced)\n\nIt confirms a change that you asked for while signed in, within 15 minutes. "
                    + "Tell it to nobody. If this was not you, sign in and sign out everywhere else.\n"
            )
        )
    }

    /// - Parameter seconds: When it was changed, Unix time.
    static func changed(
        _ change: SecurityChange,
        of account: Account,
        _ address: String,
        at seconds: Double
    ) -> LetterText {
        let (language, time) = (account.language, TimeWords.utc(seconds))
        return (
            subject(of: change, in: language),
            sentence(about: change, in: language) + "\n\n"
                + language.pick(
                    zh: "账户：\(account.email)\n时间：\(time)\n\n如果不是您本人操作，请立即登录（\(address)/sign-in，可用邮件验证码），"
                        + "在“我的账户”中退出其他所有设备并更改密码，同时告知主办方。\n",
                    ru: "Учётная запись: \(account.email)\nВремя: \(time)\n\nЕсли это не вы, сразу войдите "
                        + "(\(address)/sign-in, можно по коду из письма), на странице «Моя учётная запись» завершите "
                        + "остальные сеансы, смените пароль и сообщите организатору.\n",
                    en: "Account: \(account.email)\nTime: \(time)\n\nIf this was not you, sign in at once "
                        + "(\(address)/sign-in, a code by mail will do), sign out everywhere else on “My account”, "
                        + "change the password and tell the organiser.\n"
                )
        )
    }

    private static func subject(of change: SecurityChange, in language: Language) -> String {
        switch change {
        case .passwordSet:
            language.pick(zh: "您的密码已更改", ru: "Пароль изменён", en: "Your password was changed")
        case .factorSet:
            language.pick(
                zh: "两步验证已启用或更换",
                ru: "Второй фактор включён или заменён",
                en: "Your second factor was set"
            )
        case .factorRemoved, .factorReset:
            language.pick(zh: "两步验证已停用", ru: "Второй фактор отключён", en: "Your second factor was removed")
        case .recoveryCodesMade:
            language.pick(
                zh: "恢复码已重新生成",
                ru: "Созданы новые коды восстановления",
                en: "New recovery codes were made"
            )
        case .removalAsked:
            language.pick(
                zh: "24 小时后将停用两步验证",
                ru: "Через 24 часа второй фактор будет отключён",
                en: "Your second factor will be removed in 24 hours"
            )
        }
    }

    private static func sentence(about change: SecurityChange, in language: Language) -> String {
        switch change {
        case .passwordSet:
            language.pick(
                zh: "您的 Fairway 密码已更改，其他设备和访问令牌均已失效。",
                ru: "Пароль Fairway изменён; остальные сеансы и токены доступа завершены.",
                en: "Your Fairway password was changed; other sign-ins and access tokens have ended."
            )
        case .factorSet:
            language.pick(
                zh: "您的账户已启用新的验证器应用和恢复码，此前的已失效。",
                ru:
                    "Для учётной записи включены новый аутентификатор и новые коды восстановления; прежние недействительны.",
                en:
                    "A new authenticator and new recovery codes are in use for your account; earlier ones have ended."
            )
        case .factorRemoved:
            language.pick(
                zh: "您的账户已停用两步验证。",
                ru: "Второй фактор для учётной записи отключён.",
                en: "The second factor of your account is off."
            )
        case .recoveryCodesMade:
            language.pick(
                zh: "您的账户有了新的恢复码，旧的恢复码已失效。",
                ru: "Для учётной записи созданы новые коды восстановления; прежние недействительны.",
                en: "There are new recovery codes for your account; the earlier ones have ended."
            )
        case .removalAsked:
            language.pick(
                zh: "有人用发到此邮箱的验证码申请停用您账户的两步验证，将在 24 小时后生效。"
                    + "在此之前，登录后可在“我的账户”中取消。",
                ru:
                    "По коду из письма на этот адрес запрошено отключение второго фактора. Оно произойдёт через 24 часа; "
                    + "до этого его можно отменить на странице «Моя учётная запись».",
                en:
                    "Somebody with a code from this mailbox asked to remove the second factor of your account. It happens "
                    + "in 24 hours; until then “My account” has a button that stops it."
            )
        case .factorReset:
            language.pick(
                zh: "主办方已停用您账户的两步验证，所有设备和访问令牌均已失效。请重新登录并再次启用两步验证。",
                ru:
                    "Организатор отключил второй фактор вашей учётной записи; все сеансы и токены доступа завершены. "
                    + "Войдите и включите второй фактор снова.",
                en:
                    "The organiser removed the second factor of your account; all sign-ins and access tokens have ended. "
                    + "Sign in and set a second factor again."
            )
        }
    }
}

/// Who may read something of a company's representatives, from the nearest to the farthest: the one table that pages, programs
/// and files follow, and that the privacy page shows row by row.
///
/// What a company does with its names is its people's to decide: nobody gets them by asking for a meeting, only by being asked
/// for one, by agreeing on one, or because the person released them.
package enum PersonReader: String, Sendable, CaseIterable {
    case ownCompany
    /// The agency that leads the company's delegation.
    case ownAgency
    case organiser
    /// A company that the person's company asked for a meeting, or with which it agreed on one; and the agency that leads it.
    case partner
    /// One who interprets a meeting of the company in the published programme.
    case interpreter
    /// Another approved company, or an agency.
    case participant
    /// Visitors, staff of the halls, other interpreters, search engines.
    case others

    package enum Access: String, Sendable {
        case always, ifReleased, never
    }

    /// Of names and positions.
    package var nameAccess: Access {
        switch self {
        case .ownCompany, .ownAgency, .organiser, .partner, .interpreter: .always
        case .participant: .ifReleased
        case .others: .never
        }
    }

    /// Of e-mail addresses and telephone numbers.
    package var contactAccess: Access {
        switch self {
        case .ownCompany, .ownAgency, .organiser: .always
        case .partner, .interpreter, .participant, .others: .never
        }
    }

    package func seesName(of person: Representative) -> Bool {
        switch nameAccess {
        case .always: true
        case .ifReleased: person.isReleased
        case .never: false
        }
    }
}

extension PersonReader {
    package func words(in language: Language) -> String {
        switch self {
        case .ownCompany:
            language.pick(zh: "本企业", ru: "сама компания", en: "the person's own company")
        case .ownAgency:
            language.pick(
                zh: "本代表团的组团机构",
                ru: "ведомство делегации",
                en: "the agency that leads its delegation"
            )
        case .organiser: language.pick(zh: "主办方", ru: "организатор", en: "the organiser")
        case .partner:
            language.pick(
                zh: "本企业发出洽谈预约的企业、双方已同意洽谈的企业，及其组团机构",
                ru:
                    "компании, которым ваша компания отправила запрос на встречу или с которыми встреча согласована, и их ведомства",
                en:
                    "companies that yours has asked for a meeting or agreed to meet, and the agencies that lead them"
            )
        case .interpreter:
            language.pick(
                zh: "已排定洽谈的译员",
                ru: "переводчик назначенной встречи",
                en: "the interpreter of a scheduled meeting"
            )
        case .participant:
            language.pick(
                zh: "其他参展企业和组团机构",
                ru: "другие компании и ведомства",
                en: "other companies and agencies"
            )
        case .others:
            language.pick(
                zh: "访客、展馆工作人员、其他译员、搜索引擎",
                ru: "посетители, сотрудники залов, другие переводчики, поисковые системы",
                en: "visitors, hall staff, other interpreters, search engines"
            )
        }
    }
}

extension PersonReader.Access {
    package func words(in language: Language) -> String {
        switch self {
        case .always: language.pick(zh: "可见", ru: "видят", en: "yes")
        case .ifReleased:
            language.pick(zh: "本人同意公开后可见", ru: "если сотрудник разрешил", en: "if the person has released it")
        case .never: language.pick(zh: "不可见", ru: "не видят", en: "no")
        }
    }
}

/// Why an enterprise cannot ask another for a meeting: one reason, the first that stands.
package enum RequestObstacle: Equatable, Sendable {
    case requestsClosed
    case notApproved
    case partnerNotApproved
    case oneself
    case alreadyAsked(MeetingRequest.ID, MeetingRequest.Status)
    /// They asked first: who asks now accepts that, and wants it as much.
    case askedByThem(MeetingRequest.ID)
    /// They asked first, for this half of the day; asking for the other one is no yes.
    case askedForSession(MeetingRequest.ID, Session)
    case ownNoThanks
    /// They want no request of yours; the words do not say more than that.
    case partnerTakesNone
    case barred(RequestRules.Pair)
    case sameDelegation
    case limitReached(Int)
}

/// What is known of two enterprises when one asks the other.
package struct RequestFacts: Sendable {
    package var requester: Enterprise
    package var recipient: Enterprise
    package var rules: RequestRules
    /// Requests between the two, in either direction.
    package var between: [MeetingRequest]
    /// The requester's that wait or are accepted.
    package var openCount: Int
    package var hasNoThanks: Bool
    package var isRefused: Bool

    package init(
        requester: Enterprise,
        recipient: Enterprise,
        rules: RequestRules,
        between: [MeetingRequest],
        openCount: Int,
        hasNoThanks: Bool,
        isRefused: Bool
    ) {
        self.requester = requester
        self.recipient = recipient
        self.rules = rules
        self.between = between
        self.openCount = openCount
        self.hasNoThanks = hasNoThanks
        self.isRefused = isRefused
    }

    /// Nil when nothing stands in the way.
    package var obstacle: RequestObstacle? {
        if requester.id == recipient.id { return .oneself }
        if requester.status != .approved { return .notApproved }
        if recipient.status != .approved { return .partnerNotApproved }
        let live = between.filter { $0.status == .pending || $0.status == .accepted }
        if let own = live.first(where: { $0.requester == requester.id || $0.status == .accepted }) {
            return .alreadyAsked(own.id, own.status)
        }
        if let theirs = live.first { return .askedByThem(theirs.id) }
        if !rules.isOpen { return .requestsClosed }
        if hasNoThanks { return .ownNoThanks }
        let wasDeclined = between.contains { $0.requester == requester.id && $0.status == .declined }
        if isRefused || wasDeclined { return .partnerTakesNone }
        if let pair = rules.barringPair(requester.roles, recipient.roles) { return .barred(pair) }
        if !rules.withinDelegation, let own = requester.delegation, own == recipient.delegation {
            return .sameDelegation
        }
        if let limit = rules.limit(for: requester.roles), openCount >= limit { return .limitReached(limit) }
        return nil
    }
}

extension RequestObstacle {
    /// One sentence, beside the button that is not there.
    package func words(in language: Language) -> String {
        switch self {
        case .requestsClosed:
            language.pick(
                zh: "主办方已停止接受洽谈申请。",
                ru: "Организатор больше не принимает заявок.",
                en: "The organiser takes no more requests."
            )
        case .notApproved:
            language.pick(
                zh: "贵企业的注册尚待主办方批准，批准后即可申请洽谈。",
                ru: "Ваша регистрация ещё не одобрена организатором; после этого можно просить о встречах.",
                en:
                    "Your registration waits for the organiser's approval; after that you can ask for meetings."
            )
        case .partnerNotApproved:
            language.pick(
                zh: "该企业的注册尚未获批准。",
                ru: "Регистрация этого предприятия ещё не одобрена.",
                en: "This enterprise's registration is not approved yet."
            )
        case .oneself:
            language.pick(
                zh: "这是贵企业自己。",
                ru: "Это ваше собственное предприятие.",
                en: "This is your own enterprise."
            )
        case .alreadyAsked(_, .accepted):
            language.pick(
                zh: "双方已同意洽谈，时间由日程确定。",
                ru: "Встреча уже согласована; время назначит программа.",
                en: "You have agreed to meet; the programme gives the time."
            )
        case .alreadyAsked:
            language.pick(
                zh: "已向对方提出申请，正在等待答复。",
                ru: "Вы уже попросили о встрече; ответа пока нет.",
                en: "You have asked already; the answer is still to come."
            )
        case .askedByThem:
            language.pick(
                zh: "对方已向您提出申请：可在“申请”中接受，也可在此表示同样重视。",
                ru:
                    "Они уже просят о встрече с вами: примите заявку в разделе «Заявки» или ответьте здесь взаимным интересом.",
                en:
                    "They have asked you: accept it under “Requests”, or say here that you are interested, too."
            )
        case .askedForSession(_, let session):
            Self.sessionWords(session, language)
        case .ownNoThanks:
            language.pick(
                zh: "您已标记不与该企业洽谈，取消标记后即可申请。",
                ru: "Вы отметили «не встречаться»; снимите отметку, чтобы попросить о встрече.",
                en: "You marked “no, thanks” here; take the mark away to ask."
            )
        case .partnerTakesNone:
            language.pick(
                zh: "该企业不接受您的申请。",
                ru: "Это предприятие не принимает ваших заявок.",
                en: "This enterprise takes no request from you."
            )
        case .barred(let pair):
            Self.barredWords(pair, language)
        case .sameDelegation:
            language.pick(
                zh: "按主办方规定，同一代表团的企业之间不安排洽谈。",
                ru: "По правилам организатора предприятия одной делегации друг с другом не встречаются.",
                en: "By the organiser's rules members of one delegation do not meet each other."
            )
        case .limitReached(let limit):
            Self.limitWords(limit, language)
        }
    }

    private static func sessionWords(_ session: Session, _ language: Language) -> String {
        let half = language.quoted(session.displayName(in: language))
        return language.pick(
            zh: "对方已申请在\(half)洽谈：请在“申请”中答复，或不指定半天再申请。",
            ru:
                "Они просят о встрече в другое время (\(half)): ответьте в разделе «Заявки» или не указывайте половину дня.",
            en: "They have asked for \(half): answer that under “Requests”, or ask for no half of the day."
        )
    }

    private static func barredWords(_ pair: RequestRules.Pair, _ language: Language) -> String {
        let (one, other) = (pair.one.displayName(in: language), pair.other.displayName(in: language))
        return language.pick(
            zh: "按主办方规定，“\(one)”与“\(other)”之间不安排洽谈。",
            ru: "По правилам организатора встречи «\(one)» — «\(other)» не назначаются.",
            en: "By the organiser's rules “\(one)” and “\(other)” do not meet."
        )
    }

    private static func limitWords(_ limit: Int, _ language: Language) -> String {
        language.pick(
            zh: "待答复和已同意的申请最多 \(limit) 个，撤回一个后即可再申请。",
            ru: "Открытых заявок может быть не больше \(limit): отзовите одну, чтобы подать новую.",
            en: "You may have \(limit) requests open at a time: withdraw one to ask anew."
        )
    }
}

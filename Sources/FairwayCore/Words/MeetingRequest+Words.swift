extension MeetingRequest.Status {
    package func displayName(in language: Language) -> String {
        switch self {
        case .pending: language.pick(zh: "待答复", ru: "Ожидает ответа", en: "Pending")
        case .accepted: language.pick(zh: "已接受", ru: "Принята", en: "Accepted")
        case .declined: language.pick(zh: "已婉拒", ru: "Отклонена", en: "Declined")
        case .withdrawn: language.pick(zh: "已撤回", ru: "Отозвана", en: "Withdrawn")
        }
    }
}

extension Outcome.Kind {
    package func displayName(in language: Language) -> String {
        switch self {
        case .met: language.pick(zh: "已会面", ru: "Встреча состоялась", en: "Met")
        case .noShow: language.pick(zh: "未到场", ru: "Неявка", en: "No show")
        case .lead: language.pick(zh: "合作线索", ru: "Деловой контакт", en: "Lead")
        case .letterOfIntent: language.pick(zh: "意向书", ru: "Письмо о намерениях", en: "Letter of intent")
        case .contract: language.pick(zh: "合同", ru: "Контракт", en: "Contract")
        }
    }
}

extension Enterprise.Role {
    package func displayName(in language: Language) -> String {
        switch self {
        case .manufacturer: language.pick(zh: "生产企业", ru: "Производитель", en: "Manufacturer")
        case .brand: language.pick(zh: "品牌商", ru: "Бренд", en: "Brand")
        case .distributor: language.pick(zh: "经销商", ru: "Дистрибьютор", en: "Distributor")
        case .retailChain: language.pick(zh: "连锁零售商", ru: "Торговая сеть", en: "Retail chain")
        case .logistics: language.pick(zh: "物流企业", ru: "Логистическая компания", en: "Logistics company")
        case .investor: language.pick(zh: "投资方", ru: "Инвестор", en: "Investor")
        case .agency: language.pick(zh: "代理机构", ru: "Агентство", en: "Agency")
        case .service: language.pick(zh: "服务机构", ru: "Компания услуг", en: "Service provider")
        }
    }
}

extension Enterprise.Status {
    package func displayName(in language: Language) -> String {
        switch self {
        case .registered: language.pick(zh: "已登记", ru: "Зарегистрировано", en: "Registered")
        case .approved: language.pick(zh: "已通过", ru: "Одобрено", en: "Approved")
        case .declined: language.pick(zh: "未通过", ru: "Отклонено", en: "Declined")
        }
    }
}

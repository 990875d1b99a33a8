extension Agency.Kind {
    package func displayName(in language: Language) -> String {
        switch self {
        case .exportCentre: language.pick(zh: "出口中心", ru: "Центр поддержки экспорта", en: "Export centre")
        case .province: language.pick(zh: "省级政府", ru: "Администрация провинции", en: "Provincial government")
        case .federalEntity:
            language.pick(zh: "联邦主体政府", ru: "Правительство субъекта РФ", en: "Government of a federal entity")
        case .chamber: language.pick(zh: "商会", ru: "Торгово-промышленная палата", en: "Chamber of commerce")
        case .ministry: language.pick(zh: "部委", ru: "Министерство", en: "Ministry")
        }
    }
}

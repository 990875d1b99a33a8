extension ProfileStep {
    /// What to add.
    package func action(in language: Language) -> String {
        switch kind {
        case .goods:
            language.pick(
                zh: "写明提供什么或寻求什么",
                ru: "Расскажите, что вы предлагаете или ищете",
                en: "Say what you offer or seek"
            )
        case .productCodes:
            language.pick(
                zh: "为产品填写 HS 编码",
                ru: "Добавьте коды ТН ВЭД к товарам",
                en: "Add HS codes to your products"
            )
        case .demandCodes:
            language.pick(
                zh: "为采购需求填写 HS 编码",
                ru: "Добавьте коды ТН ВЭД к запросам",
                en: "Add HS codes to your demands"
            )
        case .demands: language.pick(zh: "填写采购需求", ru: "Добавьте, что вы ищете", en: "Add what you seek")
        case .roles: language.pick(zh: "选择企业角色", ru: "Отметьте роль предприятия", en: "Choose your roles")
        case .sectors: language.pick(zh: "选择行业", ru: "Отметьте отрасли", en: "Choose your sectors")
        case .languages:
            language.pick(
                zh: "选择会谈语言",
                ru: "Отметьте языки переговоров",
                en: "Choose the languages you speak"
            )
        case .targets:
            language.pick(
                zh: "写明希望与哪些国家和地区合作",
                ru: "Укажите страны и регионы, где ищете партнёров",
                en: "Say where your partners should be"
            )
        case .region: language.pick(zh: "选择所在地区", ru: "Укажите свой регион", en: "Choose your region")
        case .about:
            language.pick(zh: "介绍企业", ru: "Расскажите о предприятии", en: "Tell about your enterprise")
        case .translations:
            language.pick(
                zh: "补充其他语言的企业名称",
                ru: "Добавьте название на других языках",
                en: "Add your name in the other languages"
            )
        case .people:
            language.pick(
                zh: "填写一位代表的联系方式",
                ru: "Добавьте контакт представителя",
                en: "Add how a representative is reached"
            )
        case .reach:
            language.pick(zh: "填写渠道规模", ru: "Укажите охват", en: "Say how far your distribution goes")
        case .website: language.pick(zh: "填写网站", ru: "Добавьте сайт", en: "Add your website")
        }
    }

    /// What it brings: partners where they can be counted, else its share of the meter.
    package func gainWords(in language: Language) -> String {
        if let morePartners {
            let counted = CountedNoun.partner.counted(morePartners, in: language)
            return language.pick(zh: "将增加 \(counted)", ru: "ещё \(counted)", en: "\(counted) more")
        }
        let points = max(1, Int((gain * 100).rounded()))
        return "+\(points)\(language.pick(zh: "%", ru: "\u{A0}%", en: "%"))"
    }
}

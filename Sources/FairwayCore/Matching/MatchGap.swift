/// What a proposed pair lacks, as far as the expo knows.
package enum MatchGap: Equatable, Sendable, Codable {
    /// They share no language, and the expo has no interpreter between them.
    case noInterpreter(LanguagePair)
    /// One side states no language.
    case languageNotStated(Enterprise.ID)
    /// The seller is in none of the places that the demand names.
    case elsewhere(demand: Demand.ID)
    /// The goods agree in the chapter only.
    case chapterOnly(product: Product.ID, demand: Demand.ID)
    /// No product of the seller meets a demand of the buyer.
    case noOfferForDemand
}

extension Match {
    /// What speaks for the pair, the strongest first; at most three.
    package var strengths: [MatchReason] {
        reasons.filter { if case .missing = $0 { false } else { true } }
    }

    /// What the pair lacks.
    package var gaps: [MatchGap] {
        reasons.compactMap { if case .missing(let gap) = $0 { gap } else { nil } }
    }
}

extension MatchGap {
    /// One short sentence without a full stop.
    package func words(in language: Language, names: MatchReason.Names = .init()) -> String {
        switch self {
        case .noInterpreter(let pair):
            let pair = pair.displayName(in: language)
            return language.pick(
                zh: "欠缺：没有共同语言，也没有该语对的翻译（\(pair)）",
                ru: "Не хватает: нет ни общего языка, ни переводчика (\(pair))",
                en: "Missing: no common language and no interpreter of the pair (\(pair))"
            )
        case .languageNotStated(let enterprise):
            return language.pick(
                zh: "欠缺：\(enterprise.code) 未注明语言",
                ru: "Не хватает: \(enterprise.code) не указывает языков",
                en: "Missing: \(enterprise.code) states no language"
            )
        case .elsewhere(let demand):
            let wish = language.quoted(names.demands[demand]?.nearest(to: language)?.text ?? demand.code)
            return language.pick(
                zh: "欠缺：卖方不在需求\(wish)指定的地区",
                ru: "Не хватает: продавец не из тех мест, что названы в запросе \(wish)",
                en: "Missing: the seller is outside the places that the demand \(wish) names"
            )
        case .chapterOnly(let product, let demand):
            return chapterWords(product, demand, language, names)
        case .noOfferForDemand:
            return language.pick(
                zh: "欠缺：卖方没有产品符合买方的需求",
                ru: "Не хватает: ни один товар продавца не отвечает запросам покупателя",
                en: "Missing: no product of the seller meets a demand of the buyer"
            )
        }
    }

    private func chapterWords(
        _ product: Product.ID,
        _ demand: Demand.ID,
        _ language: Language,
        _ names: MatchReason.Names
    ) -> String {
        let offer = language.quoted(names.products[product]?.nearest(to: language)?.text ?? product.code)
        let wish = language.quoted(names.demands[demand]?.nearest(to: language)?.text ?? demand.code)
        return language.pick(
            zh: "欠缺：产品\(offer)与需求\(wish)仅 HS 章相同",
            ru: "Не хватает: у товара \(offer) и запроса \(wish) общая только группа ТН\u{A0}ВЭД",
            en: "Missing: the product \(offer) and the demand \(wish) share only an HS chapter"
        )
    }
}

extension MatchReason {
    /// The names that sentences about reasons mention; what is not listed is told by its code.
    package struct Names: Sendable {
        package var products: [Product.ID: LocalizedText]
        package var demands: [Demand.ID: LocalizedText]
        /// By ISO 3166-1 or 3166-2 code.
        package var places: [String: LocalizedText]

        package init(
            products: [Product.ID: LocalizedText] = [:],
            demands: [Demand.ID: LocalizedText] = [:],
            places: [String: LocalizedText] = [:]
        ) {
            self.products = products
            self.demands = demands
            self.places = places
        }
    }

    /// One short sentence without a full stop.
    package func words(in language: Language, names: Names = Names()) -> String {
        switch self {
        case .offerMeetsDemand(let product, let demand, let sharedDigits):
            offerWords(product, demand, sharedDigits, language, names)
        case .similarMeaning(let product, let demand):
            meaningWords(product, demand, language, names)
        case .roleFit(let seller, let buyer):
            roleWords(seller, buyer, language)
        case .targetRegion(let code):
            placeWords(names.places[code].nonEmptyText(in: language) ?? code, language)
        case .commonLanguage(let tag):
            languageWords(tag.displayName(in: language), language)
        case .interpreterNeeded(let pair):
            interpreterWords(pair.displayName(in: language), language)
        case .missing(let gap):
            gap.words(in: language, names: names)
        case .commonSector(let sector):
            sectorWords(Sector.sector(sector)?.name.text(in: language) ?? sector.code, language)
        }
    }

    private func offerWords(
        _ product: Product.ID,
        _ demand: Demand.ID,
        _ digits: Int,
        _ language: Language,
        _ names: Names
    ) -> String {
        let offer = language.quoted(names.products[product].nonEmptyText(in: language) ?? product.code)
        let wish = language.quoted(names.demands[demand].nonEmptyText(in: language) ?? demand.code)
        let digitNoun = CountedNoun.digit.form(after: digits, in: .ru)
        return language.pick(
            zh: "产品\(offer)符合需求\(wish)（HS 编码前 \(digits) 位一致）",
            ru:
                "Товар \(offer) отвечает запросу \(wish) (совпадают первые \(digits)\u{A0}\(digitNoun) кода ТН\u{A0}ВЭД)",
            en: "The product \(offer) meets the demand \(wish) (first \(digits) HS digits agree)"
        )
    }

    private func meaningWords(
        _ product: Product.ID,
        _ demand: Demand.ID,
        _ language: Language,
        _ names: Names
    ) -> String {
        let offer = language.quoted(names.products[product].nonEmptyText(in: language) ?? product.code)
        let wish = language.quoted(names.demands[demand].nonEmptyText(in: language) ?? demand.code)
        return language.pick(
            zh: "产品\(offer)与需求\(wish)含义相近",
            ru: "Товар \(offer) близок по смыслу к запросу \(wish)",
            en: "The product \(offer) is close in meaning to the demand \(wish)"
        )
    }

    private func roleWords(_ seller: Enterprise.Role, _ buyer: Enterprise.Role, _ language: Language)
        -> String
    {
        let one = seller.displayName(in: language)
        let other = buyer.displayName(in: language)
        return language.pick(
            zh: "角色互补：\(one) → \(other)",
            ru: "Роли подходят: \(one.lowercased()) → \(other.lowercased())",
            en: "Roles fit: \(one.lowercased()) → \(other.lowercased())"
        )
    }

    private func placeWords(_ place: String, _ language: Language) -> String {
        language.pick(
            zh: "卖方位于买方指定的地区：\(place)",
            ru: "Продавец оттуда, где ищет покупатель: \(place)",
            en: "The seller is where the buyer looks: \(place)"
        )
    }

    private func languageWords(_ name: String, _ language: Language) -> String {
        language.pick(zh: "共同语言：\(name)", ru: "Общий язык: \(name)", en: "Language in common: \(name)")
    }

    private func interpreterWords(_ pair: String, _ language: Language) -> String {
        language.pick(zh: "需要翻译：\(pair)", ru: "Нужен переводчик: \(pair)", en: "Interpreter needed: \(pair)")
    }

    private func sectorWords(_ name: String, _ language: Language) -> String {
        language.pick(zh: "同属行业：\(name)", ru: "Общая отрасль: \(name)", en: "Sector in common: \(name)")
    }
}

extension LocalizedText? {
    fileprivate func nonEmptyText(in language: Language) -> String? {
        self?.nearest(to: language)?.text
    }
}

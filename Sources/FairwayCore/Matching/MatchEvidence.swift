/// Finds the reasons for one proposed pair, the strongest first.
struct MatchEvidence {
    /// At most so many reasons are told.
    static let mostReasons = 3

    let index: MatchIndex
    let served: Set<LanguagePair>

    init(index: MatchIndex, interpreters: [Interpreter]) {
        self.index = index
        served = Set(interpreters.flatMap(\.pairs))
    }

    func reasons(seller: Int, buyer: Int) -> [MatchReason] {
        let met = metDemands(seller: seller, buyer: buyer)
        var reasons = met.map { ($0.reason, MatchWeights.goods * $0.value) }
        if met.isEmpty, let sector = commonSector(seller, buyer) {
            reasons.append((.commonSector(sector), MatchWeights.goods * MatchWeights.commonSector))
        }
        if let roles = roleReason(seller, buyer) { reasons.append(roles) }
        if let code = targetCode(seller, met.map(\.demand)) {
            reasons.append((.targetRegion(code: code), MatchWeights.place))
        }
        if let language = languageReason(seller, buyer) { reasons.append(language) }
        // Equal contributions keep the order above.
        let strengths = reasons.enumerated()
            .sorted { ($1.element.1, $0.offset) < ($0.element.1, $1.offset) }
            .map(\.element.0)
        return strengths.prefix(Self.mostReasons) + gaps(seller, buyer, met: met).map(MatchReason.missing)
    }

    private func gaps(_ seller: Int, _ buyer: Int, met: [MetDemand]) -> [MatchGap] {
        [goodsGap(buyer, met), placeGap(seller, met), languageGap(seller, buyer)].compactMap { $0 }
    }

    private func goodsGap(_ buyer: Int, _ met: [MetDemand]) -> MatchGap? {
        guard let best = met.first else {
            return index.demands(of: buyer).isEmpty ? nil : .noOfferForDemand
        }
        guard case .offerMeetsDemand(let product, let demand, 2) = best.reason,
            index.demands[best.demand].hsPrefix.map({ $0.digits.utf8.count > 2 }) ?? false
        else { return nil }
        return .chapterOnly(product: product, demand: demand)
    }

    /// Told when every met demand names places and the seller is in none of them.
    private func placeGap(_ seller: Int, _ met: [MetDemand]) -> MatchGap? {
        guard let best = met.first, met.allSatisfy({ index.place(of: seller, demand: $0.demand) == 0 }) else {
            return nil
        }
        return .elsewhere(demand: index.demands[best.demand].id)
    }

    private func languageGap(_ seller: Int, _ buyer: Int) -> MatchGap? {
        let sides = [index.enterprises[seller], index.enterprises[buyer]]
        if let silent = sides.first(where: { $0.languages.isEmpty }) { return .languageNotStated(silent.id) }
        let fit = LanguageFit(sides[0].languages, sides[1].languages, served: served)
        guard fit == .noInterpreter else { return nil }
        let pairs = sides[0].languages.flatMap { one in
            sides[1].languages.compactMap { LanguagePair(one, $0) }
        }
        return pairs.min().map(MatchGap.noInterpreter)
    }

    private struct MetDemand {
        var demand: Int
        var value: Double
        var reason: MatchReason
    }

    private func metDemands(seller: Int, buyer: Int) -> [MetDemand] {
        let met = index.demands(of: buyer).compactMap { bestOffer(of: seller, for: $0) }
        return met.sorted { ($1.value, $0.demand) < ($0.value, $1.demand) }
    }

    private func bestOffer(of seller: Int, for demand: Int) -> MetDemand? {
        var best: MetDemand?
        for product in index.products(of: seller) {
            let id = index.products[product].id
            let (digits, value) = index.overlap(product: product, demand: demand)
            if value > best?.value ?? 0 {
                let reason = MatchReason.offerMeetsDemand(
                    product: id,
                    demand: index.demands[demand].id,
                    sharedDigits: digits
                )
                best = MetDemand(demand: demand, value: value, reason: reason)
            }
            guard !index.links.isEmpty else { continue }
            for link in index.links[product] where Int(link.demand) == demand && link.value > best?.value ?? 0
            {
                let reason = MatchReason.similarMeaning(product: id, demand: index.demands[demand].id)
                best = MetDemand(demand: demand, value: link.value, reason: reason)
            }
        }
        return best
    }

    private func commonSector(_ seller: Int, _ buyer: Int) -> Sector.ID? {
        let common = index.sectorMasks[seller] & index.sectorMasks[buyer]
        return common == 0 ? nil : Sector.all[common.trailingZeroBitCount].id
    }

    private func roleReason(_ seller: Int, _ buyer: Int) -> (MatchReason, Double)? {
        let best = RoleFit.best(
            sellers: index.enterprises[seller].roles,
            buyers: index.enterprises[buyer].roles
        )
        guard let best, best.value >= RoleFit.plausible else { return nil }
        return (.roleFit(seller: best.seller, buyer: best.buyer), MatchWeights.roles * best.value)
    }

    private func targetCode(_ seller: Int, _ demands: [Int]) -> String? {
        let codes = demands.compactMap { index.targets.code(of: index.enterprises[seller], demand: $0) }
        return codes.first { $0.contains("-") } ?? codes.first
    }

    private func languageReason(_ seller: Int, _ buyer: Int) -> (MatchReason, Double)? {
        let sold = Set(index.enterprises[seller].languages).sorted()
        let bought = Set(index.enterprises[buyer].languages).sorted()
        let weight = MatchWeights.language
        if let common = sold.first(where: bought.contains) {
            return (.commonLanguage(common), weight * LanguageFit.common.value)
        }
        let pairs = sold.flatMap { one in bought.compactMap { LanguagePair(one, $0) } }.sorted()
        guard let pair = pairs.first(where: served.contains) else { return nil }
        return (.interpreterNeeded(pair), weight * LanguageFit.interpreter.value)
    }
}

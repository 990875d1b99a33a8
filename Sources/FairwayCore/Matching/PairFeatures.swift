/// What a pair is judged by, each 0 … 1 and none lowering the score when it grows.
package struct PairFeatures: Equatable, Sendable {
    /// 1 when a product meets a demand or the sectors meet, else 0.
    package var line: Double
    package var goods: Double
    package var roles: Double
    package var place: Double
    package var language: Double

    package init(goods: Double, roles: Double, place: Double, language: Double) {
        line = goods > 0 ? 1 : 0
        self.goods = goods
        self.roles = roles
        self.place = place
        self.language = language
    }

    package static let names = ["line", "goods", "roles", "place", "language"]

    package var values: [Double] { [line, goods, roles, place, language] }
}

extension MatchIndex {
    /// The features of a pair whose goods flow from `seller` to `buyer`.
    func features(seller: Int, buyer: Int) -> PairFeatures {
        var goods = 0.0
        var place = 0.0
        for demand in demands(of: buyer) {
            let value = products(of: seller).map { best(product: $0, demand: demand) }.max() ?? 0
            guard value > 0 else { continue }
            goods = 1 - (1 - goods) * (1 - value)
            place = max(place, self.place(of: seller, demand: demand))
        }
        if goods == 0, sectorMasks[seller] & sectorMasks[buyer] != 0 { goods = MatchWeights.commonSector }
        return PairFeatures(
            goods: goods,
            roles: pairs.roleFit(seller: seller, buyer: buyer),
            place: place,
            language: pairs.languageFit(seller, buyer)
        )
    }

    private func best(product: Int, demand: Int) -> Double {
        let byCode = overlap(product: product, demand: demand).value
        guard !links.isEmpty else { return byCode }
        return links[product].reduce(byCode) { Int($1.demand) == demand ? max($0, $1.value) : $0 }
    }
}

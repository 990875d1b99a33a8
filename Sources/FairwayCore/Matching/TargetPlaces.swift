/// The places that demands name, by demand; codes are ISO 3166-1 or 3166-2, compared without regard to case.
struct TargetPlaces {
    private var codes: [[String]]

    init(demands: [Demand]) { codes = demands.map(Self.codes) }

    mutating func replace(_ range: Range<Int>, with demands: [Demand]) {
        codes.replaceSubrange(range, with: demands.map(Self.codes))
    }

    private static func codes(_ demand: Demand) -> [String] { demand.targetRegions.map { $0.uppercased() } }

    /// 1 when the demand names the seller's place, `MatchWeights.anywhere` when it names none, else 0.
    func value(of seller: Enterprise, demand: Int) -> Double {
        guard !codes[demand].isEmpty else { return MatchWeights.anywhere }
        return code(of: seller, demand: demand) == nil ? 0 : 1
    }

    /// The seller's place as the demand names it: its region, else its economy; nil when the demand names neither.
    func code(of seller: Enterprise, demand: Int) -> String? {
        let names = codes[demand]
        if let region = seller.region?.code, names.contains(region) { return region }
        return names.contains(seller.economy.code) ? seller.economy.code : nil
    }
}

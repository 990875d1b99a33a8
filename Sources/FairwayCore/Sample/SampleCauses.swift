/// How readily two enterprises of the sample come to meet once they have noticed each other.
///
/// Rules of the sample's own, on purpose other ones than the matcher's: what a score of the matcher says of these requests it has
/// not been told by sharing their code. The numbers are ours; no survey stands behind them.
struct SampleCauses {
    private let enterprises: [Enterprise]
    /// The places that each enterprise's demands name.
    private let places: [Set<String>]
    private let interpreted: Set<LanguagePair>
    /// How ready each is to meet anyone at all, 0.5 … 1: nothing in a profile tells it.
    private let openness: [Double]

    init(_ data: ExpoData, seed: UInt64) {
        enterprises = data.enterprises
        let numbers = Dictionary(
            uniqueKeysWithValues: data.enterprises.indices.map { (data.enterprises[$0].id, $0) }
        )
        var places = Array(repeating: Set<String>(), count: data.enterprises.count)
        for demand in data.demands {
            if let number = numbers[demand.enterprise] { places[number].formUnion(demand.targetRegions) }
        }
        self.places = places
        interpreted = Set(data.interpreters.flatMap(\.pairs))
        var random = SampleRandom(seed: seed, stream: 23)
        openness = data.enterprises.map { _ in 0.5 + 0.5 * random.unit() }
    }

    /// 0 … 1.
    func chance(_ seller: Int, _ buyer: Int) -> Double {
        let (one, other) = (enterprises[seller], enterprises[buyer])
        return talk(one, other) * errand(one, named: places[buyer]) * novelty(one, other) * trade(one, other)
            * (openness[seller] * openness[buyer]).squareRoot()
    }

    /// Whoever shares a first language talks at once; another common one costs a little, an interpreter more.
    private func talk(_ one: Enterprise, _ other: Enterprise) -> Double {
        if let own = one.languages.first, own == other.languages.first { return 1 }
        if one.languages.contains(where: other.languages.contains) { return 0.85 }
        let canBeInterpreted = one.languages.contains { mine in
            other.languages.contains { LanguagePair(mine, $0).map(interpreted.contains) ?? false }
        }
        return canBeInterpreted ? 0.5 : 0.25
    }

    /// A buyer who looks for goods of a place seldom sees anyone else.
    private func errand(_ seller: Enterprise, named: Set<String>) -> Double {
        let isThere =
            named.contains(seller.economy.code) || seller.region.map { named.contains($0.code) } == true
        return named.isEmpty || isThere ? 1 : 0.4
    }

    /// At an international expo a partner from the next street is hardly news.
    private func novelty(_ one: Enterprise, _ other: Enterprise) -> Double {
        if let region = one.region, region == other.region { return 0.5 }
        return one.economy == other.economy ? 0.7 : 1
    }

    /// Goods go down the chain from makers to shelves, a step or two at a time; whoever stands beside the chain is met now
    /// and then by all.
    private func trade(_ seller: Enterprise, _ buyer: Enterprise) -> Double {
        let steps = seller.roles.flatMap { from in
            buyer.roles.map { to -> Double in
                guard let one = Self.place(in: from), let other = Self.place(in: to) else { return 0.45 }
                return switch other - one {
                case 1: 0.95
                case 2: 1
                case 3...: 0.8
                case 0: 0.35
                default: 0.15
                }
            }
        }
        return steps.max() ?? 0.4
    }

    /// Where in the chain of supply a role stands; nil for those beside it.
    private static func place(in role: Enterprise.Role) -> Int? {
        switch role {
        case .manufacturer: 0
        case .brand: 1
        case .distributor: 2
        case .retailChain: 3
        case .logistics, .investor, .agency, .service: nil
        }
    }
}

/// How readily two enterprises of the sample come to meet once they have noticed each other.
struct SampleCauses {
    private let enterprises: [Enterprise]
    /// The places that each enterprise's demands name.
    private let places: [Set<String>]
    private let served: Set<LanguagePair>

    init(_ data: ExpoData) {
        enterprises = data.enterprises
        let numbers = Dictionary(
            uniqueKeysWithValues: data.enterprises.indices.map { (data.enterprises[$0].id, $0) }
        )
        var places = Array(repeating: Set<String>(), count: data.enterprises.count)
        for demand in data.demands {
            if let number = numbers[demand.enterprise] { places[number].formUnion(demand.targetRegions) }
        }
        self.places = places
        served = Set(data.interpreters.flatMap(\.pairs))
    }

    /// 0.03 … 1; lower without a common language, outside the places sought, and for roles that seldom trade.
    func chance(_ seller: Int, _ buyer: Int) -> Double {
        let (one, other) = (enterprises[seller], enterprises[buyer])
        let language: Double =
            switch LanguageFit(one.languages, other.languages, served: served) {
            case .common: 1
            case .interpreter: 0.6
            case .unknown, .noInterpreter: 0.35
            }
        let named = places[buyer]
        let isNamed = named.contains(one.economy.code) || one.region.map { named.contains($0.code) } ?? false
        let place = named.isEmpty || isNamed ? 1 : 0.45
        let roles = RoleFit.best(sellers: one.roles, buyers: other.roles)?.value ?? 0.5
        return language * place * (0.15 + 0.85 * roles)
    }
}

/// Pairs that asked to meet and pairs that did not, split for fitting the score and for checking it.
///
/// Positive are the accepted requests. For each, its seller is paired with the buyers of `negativesPerPositive` other
/// accepted requests, drawn by chance, that it did not ask nor was asked by: so the base rate is one in five, and being
/// sought after by all is not mistaken for affinity. A request is held out by a hash of its identifier and the seed (30 %).
package struct MatchCalibration: Sendable {
    package static let negativesPerPositive = 4

    package private(set) var training: [LogisticFit.Example] = []
    package private(set) var heldOut: [LogisticFit.Example] = []

    package init(_ data: ExpoData, affinity: SemanticAffinity? = nil, seed: UInt64) {
        let index = MatchIndex(data, affinity: affinity)
        let numbers = Dictionary(
            uniqueKeysWithValues: index.enterprises.indices.map { (index.enterprises[$0].id, $0) }
        )
        let requests = data.requests.sorted { $0.id < $1.id }.compactMap { request in
            numbers[request.requester].flatMap { one in
                numbers[request.recipient].map { (request: request, one: one, other: $0) }
            }
        }
        let count = index.enterprises.count
        let asked = Set(requests.map { min($0.one, $0.other) * count + max($0.one, $0.other) })
        let accepted = requests.filter { $0.request.status == .accepted }
            .map { (id: $0.request.id, pair: Self.directed($0.one, $0.other, index)) }
        var random = SampleRandom(seed: seed, stream: 21)
        for (id, pair) in accepted {
            let isHeldOut = Self.isHeldOut(id, seed: seed)
            add(pair.features, isPositive: true, isHeldOut: isHeldOut)
            for _ in 0..<Self.negativesPerPositive {
                let (one, other) = (pair.seller, random.pick(accepted).pair.buyer)
                guard one != other, !asked.contains(min(one, other) * count + max(one, other)) else {
                    continue
                }
                let features = Self.directed(one, other, index).features
                add(features, isPositive: false, isHeldOut: isHeldOut)
            }
        }
    }

    private mutating func add(_ features: PairFeatures, isPositive: Bool, isHeldOut: Bool) {
        let example = LogisticFit.Example(features: features.values, isPositive: isPositive)
        if isHeldOut { heldOut.append(example) } else { training.append(example) }
    }

    /// A pair is judged in the direction in which the goods flow better, then in which the roles fit better.
    private static func directed(_ one: Int, _ other: Int, _ index: MatchIndex)
        -> (seller: Int, buyer: Int, features: PairFeatures)
    {
        let there = index.features(seller: one, buyer: other)
        let back = index.features(seller: other, buyer: one)
        let isBack = (there.goods, there.roles, there.place) < (back.goods, back.roles, back.place)
        return isBack ? (other, one, back) : (one, other, there)
    }

    /// FNV-1a (Fowler, Noll, Vo) over the identifier, started from the seed, stirred by SplitMix64.
    private static func isHeldOut(_ id: MeetingRequest.ID, seed: UInt64) -> Bool {
        let hash = id.code.utf8.reduce(0xCBF2_9CE4_8422_2325 ^ seed) {
            ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3
        }
        var random = SampleRandom(seed: hash, stream: 22)
        return random.chance(0.3)
    }
}

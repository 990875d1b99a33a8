/// Proposes partners: for every enterprise the best buyers of what it offers and the best sellers of what it seeks.
///
/// All pairs in both directions are weighed by `MatchWeights.score`. A pair is plausible when a product meets a demand
/// (by HS code, or by meaning when an affinity is given), or when the roles fit and either the sectors meet or the roles
/// serve every sector. The same data gives the same matches, whatever its order.
///
/// - Complexity: O(pairs of product and demand in the same chapter + enterprises²), a few flat array reads for each.
package enum MatchEngine {
    /// - Parameters:
    ///   - data: The expo; enterprises, products, demands and interpreters are used.
    ///   - perEnterprise: How many partners each enterprise is given as seller, and as many again as buyer.
    ///   - affinity: What is known about likeness in meaning.
    /// - Returns: The best score first, then by seller and buyer; each ordered pair at most once.
    package static func matches(
        of data: ExpoData,
        perEnterprise: Int,
        affinity: SemanticAffinity? = nil
    ) -> [Match] {
        let index = MatchIndex(data, affinity: affinity)
        let evidence = MatchEvidence(index: index, interpreters: data.interpreters)
        return bestPairs(of: index, perEnterprise: max(0, perEnterprise)).map { pair in
            Match(
                seller: index.enterprises[pair.seller].id,
                buyer: index.enterprises[pair.buyer].id,
                score: pair.score,
                reasons: evidence.reasons(seller: pair.seller, buyer: pair.buyer)
            )
        }
    }

    private struct Pair {
        var seller: Int
        var buyer: Int
        var score: Double
    }

    private static func bestPairs(of index: MatchIndex, perEnterprise: Int) -> [Pair] {
        let count = index.enterprises.count
        let ties = TieOrder(index.enterprises)
        var bySeller = TopMatches(ties: ties, capacity: perEnterprise)
        var byBuyer = TopMatches(ties: ties, capacity: perEnterprise)
        var goods = GoodsSweep(index)
        for seller in 0..<count {
            goods.sweep(seller)
            for buyer in 0..<count where buyer != seller {
                guard let score = score(seller, buyer, goods: goods, index: index) else { continue }
                bySeller.offer(buyer, score: score, to: seller)
                byBuyer.offer(seller, score: score, to: buyer)
            }
        }
        return union(bySeller, byBuyer, count: count)
    }

    @inline(__always)
    private static func score(_ seller: Int, _ buyer: Int, goods: GoodsSweep, index: MatchIndex) -> Double? {
        let roles = index.pairs.roleFit(seller: seller, buyer: buyer)
        var met = goods.value(buyer)
        if met == 0 {
            let hasCommonSector = index.sectorMasks[seller] & index.sectorMasks[buyer] != 0
            let isPlausible =
                hasCommonSector
                ? roles >= RoleFit.plausible : index.pairs.isAcrossSectors(seller: seller, buyer: buyer)
            guard isPlausible else { return nil }
            met = hasCommonSector ? MatchWeights.commonSector : 0
        }
        return MatchWeights.score(
            goods: met,
            roles: roles,
            place: goods.place(buyer),
            language: index.pairs.languageFit(seller, buyer)
        )
    }

    private static func union(_ bySeller: TopMatches, _ byBuyer: TopMatches, count: Int) -> [Pair] {
        var pairs: [Pair] = []
        for enterprise in 0..<count {
            pairs += bySeller.best(of: enterprise).map {
                Pair(seller: enterprise, buyer: $0.partner, score: $0.score)
            }
            pairs += byBuyer.best(of: enterprise).map {
                Pair(seller: $0.partner, buyer: enterprise, score: $0.score)
            }
        }
        pairs.sort { ($1.score, $0.seller, $0.buyer) < ($0.score, $1.seller, $1.buyer) }
        var unique: [Pair] = []
        for pair in pairs where unique.last?.seller != pair.seller || unique.last?.buyer != pair.buyer {
            unique.append(pair)
        }
        return unique
    }
}

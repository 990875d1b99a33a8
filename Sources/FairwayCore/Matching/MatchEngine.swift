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
        MatchBoard(data, perEnterprise: perEnterprise, affinity: affinity).matches
    }
}

/// How closely the texts of products and demands mean the same, found outside this module, whatever their language.
///
/// Only pairs worth proposing are listed: a link makes its seller and buyer a candidate pair even when their HS codes
/// share nothing, and never lowers a score.
package struct SemanticAffinity: Equatable, Sendable {
    package struct Link: Equatable, Sendable {
        package var product: Product.ID
        package var demand: Demand.ID
        /// 0 (nothing in common) … 1 (the same thing), calibrated; values outside are clamped.
        package var strength: Double

        package init(product: Product.ID, demand: Demand.ID, strength: Double) {
            self.product = product
            self.demand = demand
            self.strength = strength
        }
    }

    package var links: [Link]

    package init(links: [Link]) {
        self.links = links
    }
}

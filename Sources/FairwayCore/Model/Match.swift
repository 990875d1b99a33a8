/// A proposed partnership: `seller` offers what `buyer` seeks, with a score and the reasons for it.
package struct Match: Equatable, Sendable, Codable {
    package var seller: Enterprise.ID
    package var buyer: Enterprise.ID
    /// 0 … 1: how probable it is that both want to meet; see `MatchWeights` for the base rate.
    package var score: Double
    /// At most three, the strongest first; then what is missing.
    package var reasons: [MatchReason]

    package init(seller: Enterprise.ID, buyer: Enterprise.ID, score: Double, reasons: [MatchReason]) {
        self.seller = seller
        self.buyer = buyer
        self.score = score
        self.reasons = reasons
    }
}

/// One piece of evidence behind a match.
package enum MatchReason: Equatable, Sendable, Codable {
    /// A product meets a demand in this many leading digits (2, 4 or 6).
    case offerMeetsDemand(product: Product.ID, demand: Demand.ID, sharedDigits: Int)
    case roleFit(seller: Enterprise.Role, buyer: Enterprise.Role)
    /// The seller is in a region that the buyer's demand names.
    case targetRegion(code: String)
    case commonLanguage(LanguageTag)
    case interpreterNeeded(LanguagePair)
    /// Both work in this sector; told only where no product meets a demand.
    case commonSector(Sector.ID)
    /// A product's text means what a demand's text asks for, whatever their HS codes.
    case similarMeaning(product: Product.ID, demand: Demand.ID)
    /// Not a reason for the pair but what it lacks; told after the reasons.
    case missing(MatchGap)
}

/// What a profile has, in plain numbers.
package struct ProfileFacts: Equatable, Sendable {
    package var products = 0
    package var productsWithCode = 0
    package var demands = 0
    package var demandsWithCode = 0
    package var demandsWithTarget = 0
    package var roles = 0
    package var sectors = 0
    package var languages = 0
    package var hasRegion = false
    package var hasReach = false
    package var hasWebsite = false
    package var people = 0
    package var peopleWithContact = 0
    /// In how many of the three languages there is a name, and a text about the enterprise.
    package var nameLanguages = 0
    package var aboutLanguages = 0
    /// How many more partners would match after a step, where it can be told.
    package var morePartners: [ProfileStep.Kind: Int] = [:]

    package init() {}

    package init(_ draft: ProfileDraft) {
        let draft = draft.withoutEmptyRows
        products = draft.products.count
        productsWithCode = draft.products.count { HSCode($0.hs) != nil }
        demands = draft.demands.count
        demandsWithCode = draft.demands.count { HSCode($0.hs) != nil }
        demandsWithTarget = draft.demands.count { !$0.targetCodes.isEmpty }
        roles = draft.roles.count
        sectors = draft.sectors.count
        languages = draft.languages.count
        hasRegion = !draft.region.isEmpty
        hasReach = ![draft.chains, draft.stores, draft.distributors].allSatisfy(\.isEmpty)
        hasWebsite = !draft.website.isEmpty
        people = draft.people.count { !$0.names.isEmpty }
        peopleWithContact = draft.people.count { !$0.email.isEmpty || !$0.phone.isEmpty }
        nameLanguages = Language.allCases.count { !(draft.name[$0] ?? "").isEmpty }
        aboutLanguages = Language.allCases.count { !(draft.about[$0] ?? "").isEmpty }
    }
}

/// Something to add to a profile, and what it would bring.
package struct ProfileStep: Equatable, Sendable {
    package enum Kind: String, Sendable, CaseIterable {
        case goods, productCodes, demandCodes, demands, roles, sectors, languages, targets, region
        case about, translations, people, reach, website
    }

    package var kind: Kind
    /// What is gained on the scale of the meter, 0 … 1.
    package var gain: Double
    /// How many more partners would match, where it can be told.
    package var morePartners: Int?

    package init(_ kind: Kind, gain: Double, morePartners: Int? = nil) {
        self.kind = kind
        self.gain = gain
        self.morePartners = morePartners
    }
}

/// How much of what a match is made of a profile has told.
///
/// Four fifths of the scale are the parts of a match score in fixed shares (not the log odds of `MatchWeights`); one fifth is what a
/// partner reads before saying yes.
package struct ProfileMeter: Equatable, Sendable {
    /// 0 … 1.
    package var share: Double
    /// The step that brings most comes first.
    package var steps: [ProfileStep]

    package static let matching = 0.8

    package init(_ facts: ProfileFacts) {
        let parts = Self.parts(facts)
        share = min(1, parts.reduce(0) { $0 + $1.weight * $1.fill })
        steps = parts.filter { $0.fill < 1 }
            .map { part in
                ProfileStep(
                    part.kind,
                    gain: part.weight * (1 - part.fill),
                    morePartners: facts.morePartners[part.kind].flatMap { $0 > 0 ? $0 : nil }
                )
            }
            .enumerated().sorted { ($1.element.gain, $0.offset) < ($0.element.gain, $1.offset) }
            .map(\.element)
    }

    private struct Part {
        var kind: ProfileStep.Kind
        var weight: Double
        var fill: Double
    }

    /// What each part of a match is worth to a profile; together 1.
    private enum Shares {
        static let goods = 0.6
        static let roles = 0.2
        static let place = 0.1
        static let language = 0.1
    }

    private static func parts(_ facts: ProfileFacts) -> [Part] {
        let goods = matching * Shares.goods
        let hasGoods = facts.products + facts.demands > 0
        var parts = [
            Part(kind: .roles, weight: matching * Shares.roles, fill: facts.roles > 0 ? 1 : 0),
            // A common sector is goods' evidence where no code is.
            Part(kind: .sectors, weight: goods * MatchWeights.commonSector, fill: facts.sectors > 0 ? 1 : 0),
            Part(
                kind: .languages,
                weight: matching * Shares.language,
                fill: min(1, Double(facts.languages) / 2)
            ),
            Part(kind: .region, weight: matching * Shares.place / 2, fill: facts.hasRegion ? 1 : 0),
            Part(kind: .about, weight: 0.07, fill: facts.aboutLanguages > 0 ? 1 : 0),
            Part(
                kind: .translations,
                weight: 0.05,
                fill: Double(max(0, facts.nameLanguages - 1)) / 2
            ),
            Part(kind: .people, weight: 0.05, fill: facts.peopleWithContact > 0 ? 1 : 0),
            Part(kind: .reach, weight: 0.02, fill: facts.hasReach ? 1 : 0),
            Part(kind: .website, weight: 0.01, fill: facts.hasWebsite ? 1 : 0),
        ]
        let left = goods * (1 - MatchWeights.commonSector)
        if hasGoods {
            parts.append(Part(kind: .goods, weight: left * 0.3, fill: 1))
            let coded = share(facts.productsWithCode, facts.products)
            let sought = share(facts.demandsWithCode, facts.demands)
            // One who only sells, or only buys, is whole too: the other side weighs a fifth.
            let sells = facts.products > 0
            parts.append(
                Part(kind: .productCodes, weight: left * (sells ? 0.5 : 0.2), fill: coded)
            )
            parts.append(
                facts.demands > 0 || !sells
                    ? Part(kind: .demandCodes, weight: left * (sells ? 0.2 : 0.5), fill: sought)
                    : Part(kind: .demands, weight: left * 0.2, fill: 0)
            )
        } else {
            parts.append(Part(kind: .goods, weight: left, fill: 0))
        }
        let hasTarget = facts.demandsWithTarget > 0
        parts.append(
            Part(kind: .targets, weight: matching * Shares.place / 2, fill: hasTarget ? 1 : 0)
        )
        return parts
    }

    private static func share(_ part: Int, _ whole: Int) -> Double {
        whole == 0 ? 0 : Double(part) / Double(whole)
    }
}

import Glibc

/// The numbers behind a match score, and the formula that joins them.
///
///     score = 1 / (1 + e^−x),  x = intercept + Σ weight · feature
///
/// so each feature multiplies the odds. The score is the probability that the two agree to meet where one pair in five
/// does: among the accepted requests and four times as many pairs that did not ask. Weights were fitted by
/// `LogisticFit` on the sample's training part (`fairway match --calibration` fits them anew and checks them).
///
/// - line: 1 when a product meets a demand or the sectors meet.
/// - goods: for each demand of the buyer the best product of the seller counts `overlap(…)`; several met demands join as
///   1 − Π(1 − overlap). Without any, a common sector counts `commonSector`.
/// - roles: the best pair in the table of `RoleFit`.
/// - place: 1 when a met demand names the seller's region or economy, ½ when a met demand names none, else 0.
/// - language: see `LanguageFit`.
///
/// Every part grows or stays when the evidence for it grows; a deeper HS overlap always counts more than a shallower one,
/// however rare the shallower one is.
package enum MatchWeights {
    static let intercept = -2.88
    static let line = 1.35
    static let goods = 4.09
    /// Set, not fitted: the sample gives roles no weight beside goods (0), but of equal goods the fitting role goes first.
    static let roles = 0.3
    static let place = 0.18
    static let language = 0.35
    /// What a common sector counts as goods; less than the weakest HS overlap.
    package static let commonSector = 0.12
    /// The most a likeness in meaning counts as goods: less than six common digits, more than two.
    package static let meaning = 0.6
    /// The place part of a met demand that names no place.
    package static let anywhere = 0.5

    package static func score(goods: Double, roles: Double, place: Double, language: Double) -> Double {
        let line = goods > 0 ? line : 0
        let logit =
            intercept + line + self.goods * goods + self.roles * roles + self.place * place
            + self.language * language
        return LogisticFit.logistic(logit)
    }

    package static func score(_ pair: PairFeatures) -> Double {
        score(goods: pair.goods, roles: pair.roles, place: pair.place, language: pair.language)
    }

    /// What a product and a demand with this many common digits count as goods, 0 … 0.9.
    ///
    /// A rare prefix says more than a common one: of `all` selling enterprises, `sharing` offer something under it.
    package static func overlap(sharedDigits: Int, sharing: Int, all: Int) -> Double {
        let base: Double =
            switch sharedDigits {
            case 2: 0.35
            case 4: 0.65
            case 6: 0.9
            default: 0
            }
        return base * (0.75 + 0.25 * rarity(sharing: sharing, all: all))
    }

    /// 1 for a prefix that one of many offers, falling with the logarithm to 0 for one that all offer.
    private static func rarity(sharing: Int, all: Int) -> Double {
        guard all > 1, sharing > 1 else { return 1 }
        return max(0, 1 - log(Double(sharing)) / log(Double(all)))
    }
}

/// How two enterprises can talk, worst first.
package enum LanguageFit: UInt8, Sendable {
    /// They share no language and the expo has no interpreter between them.
    case noInterpreter
    /// One of them states no language.
    case unknown
    /// They share none, but the expo has interpreters of such a pair.
    case interpreter
    case common

    package var value: Double {
        switch self {
        case .noInterpreter: 0.1
        case .unknown: 0.2
        case .interpreter: 0.5
        case .common: 1
        }
    }

    package init(_ one: [LanguageTag], _ other: [LanguageTag], served: Set<LanguagePair>) {
        if one.isEmpty || other.isEmpty {
            self = .unknown
        } else if one.contains(where: other.contains) {
            self = .common
        } else {
            let isServed = one.contains { tag in
                other.contains { LanguagePair(tag, $0).map(served.contains) ?? false }
            }
            self = isServed ? .interpreter : .noInterpreter
        }
    }
}

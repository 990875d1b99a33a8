/// The numbers behind the order of what a search finds, and the formula that joins them.
///
///     score = 1 − (1 − words · w) · (1 − name · n) · (1 − heading · h) · (1 − meaning · m)
///
/// - w: BM25 of the query's words (Robertson, Zaragoza 2009) over the fields, divided by the best hit's, 0 … 1;
///   halved when not all words are there.
/// - n: the share of the name's keys in other scripts that meet, divided by the best hit's.
/// - h: how surely the query means the customs heading of the product or demand.
/// - m: likeness in meaning, calibrated to 0 … 1.
enum SearchWeights {
    static let words = 0.85
    static let name = 0.7
    static let heading = 0.5
    static let meaning = 0.6
    /// What is left of `w` when some words of the query are missing.
    static let partly = 0.5

    /// BM25 weights of name, about, firm and keys.
    static let fields = "8.0, 2.0, 2.0, 4.0"
    /// Hits taken from each kind of evidence.
    static let mostCandidates = 1000
    /// More texts than this are not ranked by their words.
    static let mostRanked = 3000
    /// With fewer hits that have all words, those that have some are taken, too.
    static let enough = 20
    /// A heading that the query means at least so surely is shown to the reader.
    static let sure = 0.2

    static func score(words w: Double, name n: Double, heading h: Double, meaning m: Double) -> Double {
        1 - (1 - words * w) * (1 - name * n) * (1 - heading * h) * (1 - meaning * m)
    }
}

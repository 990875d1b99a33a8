/// Matches chosen so that nobody is shown too often, and what that costs.
package struct BoundedExposure: Equatable, Sendable {
    /// In the order in which they came.
    package let matches: [Match]
    /// Nobody is shown more often than this, but for those without whom another would be shown to nobody.
    package let cap: Int
    /// The sum of the scores kept by the sum of all, 0 … 1.
    package let keptScore: Double

    /// Keeps the best matches first, while both sides are below the cap; every enterprise keeps at least its best match.
    ///
    /// - Parameter matches: The best first, as `MatchEngine` gives them.
    package init(_ matches: [Match], cap: Int) {
        var shown: [Enterprise.ID: Int] = [:]
        var kept = Array(repeating: false, count: matches.count)
        func keep(_ number: Int) {
            kept[number] = true
            shown[matches[number].seller, default: 0] += 1
            shown[matches[number].buyer, default: 0] += 1
        }
        // The first match of each enterprise, so that nobody is shown to nobody.
        for (number, match) in matches.enumerated()
        where shown[match.seller] == nil && shown[match.buyer] == nil {
            keep(number)
        }
        for (number, match) in matches.enumerated()
        where shown[match.seller] == nil || shown[match.buyer] == nil {
            if max(shown[match.seller] ?? 0, shown[match.buyer] ?? 0) < cap { keep(number) }
        }
        for (number, match) in matches.enumerated()
        where shown[match.seller] == nil || shown[match.buyer] == nil {
            keep(number)
        }
        for (number, match) in matches.enumerated() where !kept[number] {
            if max(shown[match.seller] ?? 0, shown[match.buyer] ?? 0) < cap { keep(number) }
        }
        self.cap = cap
        self.matches = matches.indices.filter { kept[$0] }.map { matches[$0] }
        let all = matches.reduce(0) { $0 + $1.score }
        keptScore = all == 0 ? 1 : self.matches.reduce(0) { $0 + $1.score } / all
    }

    /// The loosest cap whose concentration is at most `gini`; the tightest (1) when none is.
    ///
    /// Caps are halved until one meets the bound; then the gap to the last that did not is searched by halves.
    package static func bounded(_ matches: [Match], enterprises: [Enterprise.ID], gini: Double)
        -> BoundedExposure
    {
        var cap = max(1, MatchExposure(matches, enterprises: enterprises).most)
        var chosen = BoundedExposure(matches, cap: cap)
        func isMet(_ bounded: BoundedExposure) -> Bool {
            MatchExposure(bounded.matches, enterprises: enterprises).gini <= gini
        }
        if isMet(chosen) { return chosen }
        var tooLoose = cap
        while cap > 1 {
            cap /= 2
            chosen = BoundedExposure(matches, cap: cap)
            if isMet(chosen) { break }
            tooLoose = cap
        }
        while isMet(chosen), tooLoose - chosen.cap > 1 {
            let middle = BoundedExposure(matches, cap: (tooLoose + chosen.cap) / 2)
            if isMet(middle) { chosen = middle } else { tooLoose = middle.cap }
        }
        return chosen
    }
}

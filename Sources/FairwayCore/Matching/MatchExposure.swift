/// How evenly proposals are spread: how often each enterprise is shown to others.
///
/// A match shows its seller to its buyer and its buyer to its seller.
package struct MatchExposure: Equatable, Sendable {
    /// In order of identifiers.
    package let enterprises: [Enterprise.ID]
    package let shown: [Int]

    package init(_ matches: [Match], enterprises: [Enterprise.ID]) {
        let sorted = enterprises.sorted()
        var counts = Dictionary(sorted.map { ($0, 0) }, uniquingKeysWith: { first, _ in first })
        for match in matches {
            counts[match.seller]? += 1
            counts[match.buyer]? += 1
        }
        self.enterprises = sorted
        shown = sorted.map { counts[$0] ?? 0 }
    }

    /// Enterprises that are shown to nobody.
    package var unseen: [Enterprise.ID] {
        zip(enterprises, shown).filter { $0.1 == 0 }.map(\.0)
    }

    package var most: Int { shown.max() ?? 0 }

    /// 0 when all are shown equally often … nearly 1 when one is shown alone (Gini 1912, over ranks).
    package var gini: Double { Self.gini(shown) }

    static func gini(_ counts: [Int]) -> Double {
        let sum = counts.reduce(0, +)
        guard sum > 0 else { return 0 }
        let ranked = counts.sorted().enumerated().reduce(0) { $0 + ($1.offset + 1) * $1.element }
        let count = Double(counts.count)
        return 2 * Double(ranked) / (count * Double(sum)) - (count + 1) / count
    }
}

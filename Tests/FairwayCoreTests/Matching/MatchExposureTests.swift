import Testing

@testable import FairwayCore

struct MatchExposureTests {
    @Test(
        arguments: [([1, 1, 1], 0.0), ([0, 0, 3], 2.0 / 3), ([0, 0], 0), ([1, 3], 0.25)] as [([Int], Double)]
    )
    func giniOfKnownCounts(counts: [Int], expected: Double) {
        #expect(abs(MatchExposure.gini(counts) - expected) < 1e-12)
    }

    @Test(arguments: 1...8 as ClosedRange<UInt64>)
    func aCapHoldsAndNobodyIsLost(seed: UInt64) {
        var rng = TestRandom(seed: seed)
        let fixture = MatchFixture.random(enterprises: 40, using: &rng)
        let all = fixture.matches(12)
        let ids = fixture.data.enterprises.map(\.id)
        for cap in [1, 3, 8] {
            let bounded = BoundedExposure(all, cap: cap)
            let before = MatchExposure(all, enterprises: ids)
            let after = MatchExposure(bounded.matches, enterprises: ids)
            #expect(after.unseen == before.unseen, "seed \(seed)")
            #expect((0...1).contains(bounded.keptScore))
            let over = Set(zip(after.enterprises, after.shown).filter { $0.1 > cap }.map(\.0))
            #expect(over.allSatisfy { isNeeded($0, in: bounded.matches) }, "seed \(seed), cap \(cap)")
        }
        #expect(BoundedExposure(all, cap: .max).matches == all)
        #expect(BoundedExposure(all, cap: .max).keptScore == 1)
    }

    /// Whether somebody would be shown to nobody without this enterprise.
    private func isNeeded(_ id: Enterprise.ID, in matches: [Match]) -> Bool {
        matches.contains { match in
            guard match.seller == id || match.buyer == id else { return false }
            let partner = match.seller == id ? match.buyer : match.seller
            return matches.filter { $0.seller == partner || $0.buyer == partner }.count == 1
        }
    }

    @Test(arguments: 1...4 as ClosedRange<UInt64>)
    func concentrationIsBounded(seed: UInt64) {
        var rng = TestRandom(seed: seed)
        let fixture = MatchFixture.random(enterprises: 60, using: &rng)
        let all = fixture.matches(4)
        let ids = fixture.data.enterprises.map(\.id)
        let gini = MatchExposure(all, enterprises: ids).gini
        let bounded = BoundedExposure.bounded(all, enterprises: ids, gini: gini * 0.8)
        let tightest = BoundedExposure(all, cap: 1)
        let reached = MatchExposure(bounded.matches, enterprises: ids).gini
        let least = MatchExposure(tightest.matches, enterprises: ids).gini
        #expect(reached <= max(gini * 0.8, least), "seed \(seed)")
        #expect(BoundedExposure.bounded(all, enterprises: ids, gini: 1).matches == all)
    }
}

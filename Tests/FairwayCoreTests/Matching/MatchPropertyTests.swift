import Testing

@testable import FairwayCore

struct MatchPropertyTests {
    @Test(arguments: 1...12 as ClosedRange<UInt64>)
    func agreesWithBruteForce(seed: UInt64) {
        var rng = TestRandom(seed: seed)
        let fixture = MatchFixture.random(enterprises: 30, using: &rng)
        for perEnterprise in [1, 3, 40] {
            let expected = BruteForceMatches(fixture.data).pairs(perEnterprise: perEnterprise)
            let found = fixture.matches(perEnterprise)
            #expect(
                found.map { [$0.seller.code, $0.buyer.code] }
                    == expected.map { [$0.seller.code, $0.buyer.code] }
            )
            for (match, pair) in zip(found, expected) {
                #expect(abs(match.score - pair.score) < 1e-12, "seed \(seed), \(match)")
                #expect((0...1).contains(match.score))
                #expect(!match.reasons.isEmpty)
            }
        }
    }

    @Test(arguments: 1...5 as ClosedRange<UInt64>)
    func doesNotDependOnTheOrderOfTheData(seed: UInt64) {
        var rng = TestRandom(seed: seed)
        let fixture = MatchFixture.random(enterprises: 40, using: &rng)
        var shuffled = fixture
        shuffled.data.enterprises.shuffle(using: &rng)
        shuffled.data.products.shuffle(using: &rng)
        shuffled.data.demands.shuffle(using: &rng)
        #expect(shuffled.matches(4) == fixture.matches(4))
    }

    @Test(arguments: 1...5 as ClosedRange<UInt64>)
    func everyEnterpriseWithAPartnerGetsAProposal(seed: UInt64) {
        var rng = TestRandom(seed: seed)
        let fixture = MatchFixture.random(enterprises: 40, using: &rng)
        let all = fixture.matches(40)
        let few = fixture.matches(1)
        #expect(Set(few.flatMap { [$0.seller, $0.buyer] }) == Set(all.flatMap { [$0.seller, $0.buyer] }))
        #expect(few.count < all.count)
    }

    /// Product codes that share 0, 2, 4 and 6 digits with the demand, in turn.
    @Test(arguments: 1...10 as ClosedRange<UInt64>)
    func aDeeperOverlapNeverLowersTheScore(seed: UInt64) throws {
        var rng = TestRandom(seed: seed)
        var fixture = MatchFixture.random(enterprises: 25, using: &rng)
        fixture.add("SELLER", [.manufacturer], sectors: ["S04"], languages: ["zh"])
        fixture.add("BUYER", [.distributor], sectors: ["S04"], languages: ["zh"])
        fixture.seek("WISH", by: "BUYER", "180632")
        var scores: [Double] = []
        for code in ["640110", "180500", "180690", "180632"] {
            var variant = fixture
            variant.offer("OFFER", by: "SELLER", code)
            let all = variant.matches(100)
            scores.append(try #require(all.first { $0.seller == "SELLER" && $0.buyer == "BUYER" }).score)
        }
        #expect(scores == scores.sorted())
        #expect(Set(scores).count == 4, "seed \(seed): \(scores)")
    }

    @Test(arguments: [2, 4])
    func aDeeperOverlapCountsMoreHoweverCommon(digits: Int) {
        let rareShallow = MatchWeights.overlap(sharedDigits: digits, sharing: 1, all: 5000)
        let commonDeep = MatchWeights.overlap(sharedDigits: digits + 2, sharing: 5000, all: 5000)
        #expect(commonDeep > rareShallow)
    }

    @Test func aRarerPrefixCountsMore() {
        let values = [1, 2, 10, 100, 1000].map {
            MatchWeights.overlap(sharedDigits: 4, sharing: $0, all: 1000)
        }
        #expect(values == values.sorted(by: >))
        #expect(Set(values).count == 5)
    }

    @Test func weighsEveryPairOfRoles() {
        for seller in Enterprise.Role.allCases {
            for buyer in Enterprise.Role.allCases {
                #expect((0...1).contains(RoleFit.value(seller: seller, buyer: buyer)))
            }
            #expect(RoleFit.value(seller: .logistics, buyer: seller) > 0)
        }
        #expect(RoleFit.value(seller: .manufacturer, buyer: .distributor) == 1)
    }
}

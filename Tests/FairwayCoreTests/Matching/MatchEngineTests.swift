import Testing

@testable import FairwayCore

struct MatchEngineTests {
    @Test func tellsWhichProductMeetsWhichDemand() throws {
        var fixture = MatchFixture()
        fixture.add("A")
        fixture.add("B")
        fixture.offer("P1", by: "A", "170490")
        fixture.offer("P2", by: "A", "180690")
        fixture.seek("D1", by: "B", "1806")
        let match = try #require(fixture.match("A", "B"))
        #expect(match.strengths == [.offerMeetsDemand(product: "P2", demand: "D1", sharedDigits: 4)])
        #expect(fixture.match("B", "A") == nil)
    }

    @Test func tellsRolesThatFit() throws {
        var fixture = MatchFixture()
        fixture.add("A", [.manufacturer, .service], sectors: ["S04"])
        fixture.add("B", [.distributor], sectors: ["S04", "S05"])
        let match = try #require(fixture.match("A", "B"))
        #expect(match.reasons.contains(.roleFit(seller: .manufacturer, buyer: .distributor)))
        #expect(match.reasons.contains(.commonSector("S04")))
    }

    @Test func tellsTheSellersRegionBeforeItsEconomy() throws {
        var fixture = MatchFixture()
        fixture.add("A", economy: "CN", region: "CN-HL")
        fixture.add("B")
        fixture.add("C")
        fixture.add("D")
        fixture.offer("P", by: "A", "1806")
        fixture.seek("D1", by: "B", "1806", in: ["cn", "CN-HL"])
        fixture.seek("D2", by: "C", "1806", in: ["RU", "CN"])
        fixture.seek("D3", by: "D", "1806", in: ["RU"])
        let region = try #require(fixture.match("A", "B"))
        let economy = try #require(fixture.match("A", "C"))
        let neither = try #require(fixture.match("A", "D"))
        #expect(region.reasons.contains(.targetRegion(code: "CN-HL")))
        #expect(economy.reasons.contains(.targetRegion(code: "CN")))
        #expect(neither.strengths.count == 1)
        #expect(region.score == economy.score)
        #expect(neither.score < economy.score)
    }

    @Test func prefersACommonLanguageToAnInterpreterToNone() throws {
        var fixture = MatchFixture()
        fixture.add("A", languages: ["zh"])
        fixture.add("B", languages: ["ru", "zh"])
        fixture.add("C", languages: ["ru", "ar"])
        fixture.add("D", languages: ["ar"])
        fixture.offer("P", by: "A", "1806")
        for buyer in ["B", "C", "D"] {
            fixture.seek(Demand.ID("D" + buyer), by: Enterprise.ID(buyer), "1806")
        }
        fixture.interpret(.zh, .ru)
        let matches = fixture.matches()
        #expect(matches.map(\.buyer.code) == ["B", "C", "D"])
        #expect(matches[0].strengths.last == .commonLanguage(LanguageTag(.zh)))
        let arabic = try #require(LanguageTag("ar"))
        let served = try #require(LanguagePair(LanguageTag(.zh), LanguageTag(.ru)))
        let unserved = try #require(LanguagePair(LanguageTag(.zh), arabic))
        #expect(matches[1].strengths.last == .interpreterNeeded(served))
        #expect(matches[2].gaps == [.noInterpreter(unserved)])
        #expect(matches[0].gaps.isEmpty)
    }

    @Test func likenessInMeaningMakesAPair() throws {
        var fixture = MatchFixture()
        fixture.add("A")
        fixture.add("B")
        fixture.offer("P", by: "A", "180690")
        fixture.seek("D", by: "B", "2106")
        #expect(fixture.matches().isEmpty)
        let affinity = SemanticAffinity(links: [.init(product: "P", demand: "D", strength: 0.9)])
        let match = try #require(fixture.matches(affinity: affinity).first)
        #expect(match.strengths == [.similarMeaning(product: "P", demand: "D")])
        let unknown = SemanticAffinity(links: [.init(product: "X", demand: "D", strength: 1)])
        #expect(fixture.matches(affinity: unknown).isEmpty)
    }

    @Test func likenessInMeaningNeverLowersAScore() throws {
        var fixture = MatchFixture()
        fixture.add("A")
        fixture.add("B")
        fixture.offer("P", by: "A", "180690")
        fixture.seek("D", by: "B", "180690")
        let plain = try #require(fixture.matches().first)
        for strength in [-1, 0, 0.5, 1, 7] {
            let link = SemanticAffinity.Link(product: "P", demand: "D", strength: strength)
            let match = try #require(fixture.matches(affinity: SemanticAffinity(links: [link])).first)
            #expect(match.score >= plain.score)
            #expect(match.score <= 1)
        }
    }

    @Test func enterprisesWithoutGoodsMatchByRoleAndSector() {
        var fixture = MatchFixture()
        fixture.add("A", [.logistics])
        fixture.add("B", [.manufacturer], sectors: ["S04"])
        fixture.add("C", [.retailChain], sectors: ["S04"])
        fixture.add("D", [.retailChain], sectors: ["S17"])
        let pairs = fixture.matches().map { [$0.seller.code, $0.buyer.code] }
        #expect(pairs.contains(["A", "B"]))
        #expect(pairs.contains(["A", "D"]))
        #expect(pairs.contains(["B", "C"]))
        #expect(!pairs.contains(["B", "D"]))
    }

    @Test func leavesOutDeclinedEnterprises() {
        var fixture = MatchFixture()
        fixture.add("A", status: .declined)
        fixture.add("B")
        fixture.offer("P", by: "A", "1806")
        fixture.seek("D", by: "B", "1806")
        #expect(fixture.matches().isEmpty)
    }

    @Test func keepsTheBestOfEachSide() {
        var fixture = MatchFixture()
        fixture.add("A")
        fixture.offer("P", by: "A", "180690")
        for (buyer, code) in zip(["B", "C", "D", "E"], ["18", "1806", "180690", "180690"]) {
            fixture.add(Enterprise.ID(buyer))
            fixture.seek(Demand.ID("D" + buyer), by: Enterprise.ID(buyer), code)
        }
        // A has one best buyer, but A is each buyer's best seller.
        let matches = fixture.matches(1)
        #expect(matches.map(\.buyer.code) == ["D", "E", "C", "B"])
        #expect(fixture.matches(0).isEmpty)
        #expect(MatchEngine.matches(of: ExpoData(), perEnterprise: 5).isEmpty)
    }

    @Test func equalPartnersAreSpreadOverEnterprises() {
        var fixture = MatchFixture()
        for number in 10..<20 { fixture.add(Enterprise.ID("L\(number)"), [.logistics]) }
        for number in 10..<90 { fixture.add(Enterprise.ID("M\(number)"), [.retailChain]) }
        let before = firstSellers(fixture.matches(1))
        #expect(before.count == 80)
        #expect(Set(before.values).count == 10)
        // One more carrier changes only the proposals that it takes over.
        fixture.add("L99", [.logistics])
        let after = firstSellers(fixture.matches(1))
        #expect(after.values.contains("L99"))
        #expect(after.allSatisfy { $0.value == "L99" || $0.value == before[$0.key] })
    }

    private func firstSellers(_ matches: [Match]) -> [Enterprise.ID: Enterprise.ID] {
        Dictionary(matches.map { ($0.buyer, $0.seller) }) { first, _ in first }
    }

    @Test func mirroredEnterprisesScoreAlike() throws {
        var fixture = MatchFixture()
        fixture.add("A", [.distributor], economy: "CN", languages: ["zh", "en"])
        fixture.add("B", [.distributor], economy: "RU", languages: ["ru", "en"])
        fixture.offer("P1", by: "A", "180690")
        fixture.seek("D1", by: "A", "8471", in: ["RU"])
        fixture.offer("P2", by: "B", "847130")
        fixture.seek("D2", by: "B", "1806", in: ["CN"])
        let there = try #require(fixture.match("A", "B"))
        let back = try #require(fixture.match("B", "A"))
        #expect(there.score == back.score)
        #expect(there.strengths.count == back.strengths.count)
    }
}

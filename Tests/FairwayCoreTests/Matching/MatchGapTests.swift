import Testing

@testable import FairwayCore

struct MatchGapTests {
    @Test func tellsAtMostThreeReasons() {
        var rng = TestRandom(seed: 3)
        let fixture = MatchFixture.random(enterprises: 40, using: &rng)
        let matches = fixture.matches(10)
        #expect(matches.contains { $0.strengths.count == 3 })
        #expect(matches.allSatisfy { $0.strengths.count <= 3 })
    }

    @Test func tellsThatGoodsMeetInTheChapterOnly() throws {
        var fixture = pair()
        fixture.offer("P", by: "A", "180100")
        fixture.seek("D", by: "B", "1806")
        let match = try #require(fixture.match("A", "B"))
        #expect(match.gaps == [.chapterOnly(product: "P", demand: "D")])
    }

    @Test func tellsThatTheSellerIsElsewhere() throws {
        var fixture = pair()
        fixture.offer("P", by: "A", "180690")
        fixture.seek("D", by: "B", "1806", in: ["RU"])
        #expect(try #require(fixture.match("A", "B")).gaps == [.elsewhere(demand: "D")])
        fixture.seek("D2", by: "B", "1806")
        #expect(try #require(fixture.match("A", "B")).gaps.isEmpty)
    }

    @Test func tellsThatALanguageIsNotStated() throws {
        var fixture = MatchFixture()
        fixture.add("A", languages: ["zh"])
        fixture.add("B")
        fixture.offer("P", by: "A", "180690")
        fixture.seek("D", by: "B", "1806")
        #expect(try #require(fixture.match("A", "B")).gaps == [.languageNotStated("B")])
    }

    @Test func tellsThatNothingOfferedIsSought() throws {
        var fixture = MatchFixture()
        fixture.add("A", [.manufacturer], sectors: ["S04"], languages: ["zh"])
        fixture.add("B", [.distributor], sectors: ["S04"], languages: ["zh"])
        fixture.seek("D", by: "B", "8471")
        #expect(try #require(fixture.match("A", "B")).gaps == [.noOfferForDemand])
    }

    private func pair() -> MatchFixture {
        var fixture = MatchFixture()
        fixture.add("A", languages: ["zh"])
        fixture.add("B", languages: ["zh"])
        return fixture
    }
}

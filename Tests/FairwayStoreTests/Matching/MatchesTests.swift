import FairwayCore
import FairwayStore
import Testing

struct MatchesTests {
    private let matches = [
        Match(
            seller: "E1",
            buyer: "E3",
            score: 0.5,
            reasons: [.commonSector("S04"), .roleFit(seller: .brand, buyer: .distributor)]
        ),
        Match(seller: "E2", buyer: "E3", score: 0.75, reasons: [.targetRegion(code: "RU-PRI")]),
        Match(
            seller: "E3",
            buyer: "E1",
            score: 0.25,
            reasons: [.offerMeetsDemand(product: "P1", demand: "N1", sharedDigits: 4)]
        ),
    ]

    @Test func bothDirectionsComeBestFirstWithTheirReasons() throws {
        var data = try ExpoFixture.data()
        for index in data.enterprises.indices { data.enterprises[index].status = .approved }
        let temporary = try TemporaryStore(data)
        try temporary.store.replaceMatches(matches, by: "test")
        let found = try temporary.store.matches(of: "E3", limit: 10)
        #expect(found.map(\.match) == [matches[1], matches[0], matches[2]])
        #expect(found.map(\.partner.id) == ["E2", "E1", "E1"])
        #expect(try temporary.store.matches(of: "E3", limit: 1).map(\.match) == [matches[1]])
        #expect(try temporary.store.matches(of: "E4", limit: 10).isEmpty)
    }

    /// E2 waits for approval: nobody learns of it by being proposed to it.
    @Test func whoIsNotApprovedIsProposedToNobody() throws {
        let temporary = try TemporaryStore(try ExpoFixture.data())
        try temporary.store.replaceMatches(matches, by: "test")
        #expect(try temporary.store.matches(of: "E3", limit: 10).map(\.partner.id) == ["E1", "E1"])
    }

    @Test func newMatchesReplaceTheOldOnes() throws {
        let temporary = try TemporaryStore(try ExpoFixture.data())
        try temporary.store.replaceMatches(matches, by: "test")
        #expect(try temporary.store.matchCount() == 3)
        try temporary.store.replaceMatches([matches[0]], by: "test")
        #expect(try temporary.store.matchCount() == 1)
    }
}

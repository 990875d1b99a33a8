import FairwayCore
import GRDB
import Testing

@testable import FairwayStore

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

    /// How many rows of any table are changed by what `body` does.
    private func changes(_ store: ExpoStore, _ body: () throws -> Void) throws -> Int {
        func count() throws -> Int { try store.write(as: "test") { $0.totalChangesCount } }
        let before = try count()
        let none = try count() - before
        try body()
        return try count() - before - 2 * none
    }

    /// Others wait for what is written, so what is the same is not written again.
    @Test func onlyWhatDiffersIsWritten() throws {
        let store = try TemporaryStore(try ExpoFixture.data()).store
        let first = try changes(store) { try store.replaceMatches(matches, by: "test") }
        let again = try changes(store) { try store.replaceMatches(matches.reversed(), by: "test") }
        #expect(first == again + 3)
        var other = matches
        other[1].score = 0.5
        other[2].reasons = []
        #expect(try changes(store) { try store.replaceMatches(other, by: "test") } == again + 2)
        #expect(try Set(store.storedMatches().map { "\($0)" }) == Set(other.map { "\($0)" }))
    }

    /// Any proposals in place of any others, with codes whose order differs in bytes and in characters.
    @Test(arguments: 1...20 as ClosedRange<UInt64>)
    func anyReplaceAnyOthers(seed: UInt64) throws {
        var data = try ExpoFixture.data()
        let codes = ["A", "B", "a", "É", "E\u{301}", "z", "Я", "大", "\u{1F600}", "\u{FB01}"]
        let pattern = try #require(data.enterprises.first)
        data.enterprises += codes.map { code in
            Enterprise(
                id: .init(code),
                name: pattern.name,
                economy: pattern.economy,
                roles: pattern.roles,
                sectors: pattern.sectors,
                languages: pattern.languages,
                status: .approved,
                registeredOn: pattern.registeredOn
            )
        }
        let store = try TemporaryStore(data).store
        var state = seed
        func chance(_ count: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % count
        }
        for _ in 0..<4 {
            var proposals: [Match] = []
            for seller in codes {
                for buyer in codes where seller != buyer && chance(3) == 0 {
                    let score = Double(chance(3)) / 4
                    proposals.append(
                        Match(
                            seller: .init(seller),
                            buyer: .init(buyer),
                            score: score,
                            reasons: chance(2) == 0 ? [] : [.commonSector("S04")]
                        )
                    )
                }
            }
            try store.replaceMatches(proposals, by: "test")
            let stored = try store.storedMatches()
            #expect(stored.count == proposals.count, "seed \(seed)")
            #expect(Set(stored.map { "\($0)" }) == Set(proposals.map { "\($0)" }), "seed \(seed)")
        }
    }
}

extension ExpoStore {
    fileprivate func storedMatches() throws -> [Match] {
        try read { db in
            try Row.fetchAll(db, sql: "SELECT seller, buyer, score, reasons FROM match").map { row in
                Match(
                    seller: .init(row[0] as String),
                    buyer: .init(row[1] as String),
                    score: row[2],
                    reasons: try JSONText.decode([MatchReason].self, from: row[3])
                )
            }
        }
    }
}

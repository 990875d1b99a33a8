import FairwayCore
import Dispatch
import StoreSQL
import Synchronization
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

    /// Others wait for what is written, so what is the same is not written again.
    @Test func onlyWhatDiffersIsWritten() throws {
        let store = try TemporaryStore(try ExpoFixture.data()).store
        try store.write(as: "test") { db in
            try db.execute(sql: "CREATE TABLE touched (pair TEXT)")
            for (event, row) in [("INSERT", "NEW"), ("UPDATE", "NEW"), ("DELETE", "OLD")] {
                try db.execute(
                    sql: """
                        CREATE TRIGGER touched_by_\(event) AFTER \(event) ON match
                        BEGIN INSERT INTO touched VALUES ('\(event) ' || \(row).seller || \(row).buyer); END
                        """
                )
            }
        }
        func touched(by new: [Match]) throws -> [String] {
            try store.replaceMatches(new, by: "test")
            return try store.write(as: "test") { db in
                defer { try? db.execute(sql: "DELETE FROM touched") }
                return try String.fetchAll(db, sql: "SELECT pair FROM touched ORDER BY pair")
            }
        }
        #expect(try touched(by: matches) == ["INSERT E1E3", "INSERT E2E3", "INSERT E3E1"])
        #expect(try touched(by: matches.reversed()) == [])
        var other = Array(matches.dropFirst())
        other[0].score = 0.5
        other[1].reasons = []
        #expect(try touched(by: other) == ["DELETE E1E3", "UPDATE E2E3", "UPDATE E3E1"])
        #expect(try Set(store.storedMatches().map { "\($0)" }) == Set(other.map { "\($0)" }))
        #expect(try touched(by: []).count == 2)
    }

    /// What differs is found before the transaction: then it may be another's that it differs from.
    @Test func replacementsAtTheSameTimeDoNotMix() throws {
        let store = try TemporaryStore(try ExpoFixture.data()).store
        let sets = (0..<16).map { number in
            matches.enumerated().filter { number >> $0.offset & 1 == 1 }.map { element in
                Match(
                    seller: element.element.seller,
                    buyer: element.element.buyer,
                    score: Double(number) / 16,
                    reasons: []
                )
            }
        }
        let failures = Mutex<[String]>([])
        for _ in 0..<10 {
            DispatchQueue.concurrentPerform(iterations: sets.count) { number in
                do { try store.replaceMatches(sets[number], by: "test") } catch {
                    failures.withLock { $0.append("\(error)") }
                }
            }
            let stored = Set(try store.storedMatches().map { "\($0)" })
            #expect(sets.contains { Set($0.map { "\($0)" }) == stored }, "\(stored)")
        }
        #expect(failures.withLock { $0 } == [])
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

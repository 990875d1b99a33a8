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

    @Test func bothDirectionsComeBestFirstWithTheirReasons() async throws {
        var data = try ExpoFixture.data()
        for index in data.enterprises.indices { data.enterprises[index].status = .approved }
        let temporary = try await TemporaryStore(data)
        try await temporary.store.matches.replace(matches, by: "test")
        let found = try await temporary.store.matches.all(of: "E3", limit: 10)
        #expect(found.map(\.match) == [matches[1], matches[0], matches[2]])
        #expect(found.map(\.partner.id) == ["E2", "E1", "E1"])
        #expect(try await temporary.store.matches.all(of: "E3", limit: 1).map(\.match) == [matches[1]])
        #expect(try await temporary.store.matches.all(of: "E4", limit: 10).isEmpty)
    }

    /// E2 waits for approval: nobody learns of it by being proposed to it.
    @Test func whoIsNotApprovedIsProposedToNobody() async throws {
        let temporary = try await TemporaryStore(try ExpoFixture.data())
        try await temporary.store.matches.replace(matches, by: "test")
        #expect(try await temporary.store.matches.all(of: "E3", limit: 10).map(\.partner.id) == ["E1", "E1"])
    }

    @Test func newMatchesReplaceTheOldOnes() async throws {
        let temporary = try await TemporaryStore(try ExpoFixture.data())
        try await temporary.store.matches.replace(matches, by: "test")
        #expect(try await temporary.store.matches.count() == 3)
        try await temporary.store.matches.replace([matches[0]], by: "test")
        #expect(try await temporary.store.matches.count() == 1)
    }

    /// Others wait for what is written, so what is the same is not written again.
    @Test func onlyWhatDiffersIsWritten() async throws {
        let store = try await TemporaryStore(try ExpoFixture.data()).store
        try await store.database.write(as: "test") { db in
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
        func touched(by new: [Match]) async throws -> [String] {
            try await store.matches.replace(new, by: "test")
            return try await store.database.write(as: "test") { db in
                defer { try? db.execute(sql: "DELETE FROM touched") }
                return try String.fetchAll(db, sql: "SELECT pair FROM touched ORDER BY pair")
            }
        }
        #expect(try await touched(by: matches) == ["INSERT E1E3", "INSERT E2E3", "INSERT E3E1"])
        #expect(try await touched(by: matches.reversed()) == [])
        var other = Array(matches.dropFirst())
        other[0].score = 0.5
        other[1].reasons = []
        #expect(try await touched(by: other) == ["DELETE E1E3", "UPDATE E2E3", "UPDATE E3E1"])
        #expect(try Set(store.storedMatches().map { "\($0)" }) == Set(other.map { "\($0)" }))
        #expect(try await touched(by: []).count == 2)
    }

    /// What differs is found before the transaction: then it may be another's that it differs from.
    @Test func replacementsAtTheSameTimeDoNotMix() async throws {
        let store = try await TemporaryStore(try ExpoFixture.data()).store
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
        for _ in 0..<10 {
            try await withThrowingTaskGroup(of: Void.self) { group in
                for set in sets { group.addTask { try await store.matches.replace(set, by: "test") } }
                try await group.waitForAll()
            }
            let stored = Set(try store.storedMatches().map { "\($0)" })
            #expect(sets.contains { Set($0.map { "\($0)" }) == stored }, "\(stored)")
        }
    }

    /// Any proposals in place of any others, with codes whose order differs in bytes and in characters.
    @Test(arguments: 1...20 as ClosedRange<UInt64>)
    func anyReplaceAnyOthers(seed: UInt64) async throws {
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
        let store = try await TemporaryStore(data).store
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
            try await store.matches.replace(proposals, by: "test")
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

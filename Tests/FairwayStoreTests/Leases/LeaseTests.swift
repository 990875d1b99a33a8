import FairwayCore
@testable import FairwayStore
import Testing

struct LeaseTests {
    private let servers: TwoServers

    init() async throws {
        servers = try TwoServers(try await TemporaryStore(try ExpoFixture.data()))
    }

    @Test func oneAtATimeHoldsIt() async throws {
        let lease = try #require(try await servers.one.leases.claim("matching", for: "a"))
        #expect(lease.term == 1)
        #expect(try await servers.other.leases.claim("matching", for: "b") == nil)
        #expect(try await servers.other.leases.claim("letters", for: "b")?.term == 1, "another thing")
    }

    @Test func itsHolderRenewsItInTheSameTerm() async throws {
        _ = try await servers.one.leases.claim("matching", for: "a")
        servers.wait(LeaseRepository.seconds - 1)
        #expect(try await servers.one.leases.claim("matching", for: "a")?.term == 1)
        servers.wait(LeaseRepository.seconds - 1)
        #expect(try await servers.other.leases.claim("matching", for: "b") == nil)
    }

    @Test func aSilentHolderLosesItToTheNextTerm() async throws {
        _ = try await servers.one.leases.claim("matching", for: "a")
        servers.wait(LeaseRepository.seconds)
        #expect(try await servers.other.leases.claim("matching", for: "b")?.term == 2)
        #expect(try await servers.one.leases.claim("matching", for: "a") == nil)
    }

    @Test func whatIsLetGoIsTakenAtOnce() async throws {
        let lease = try #require(try await servers.one.leases.claim("matching", for: "a"))
        try await servers.one.leases.release(lease)
        #expect(try await servers.other.leases.claim("matching", for: "b")?.term == 2)
    }

    /// A holder that dies, and a clock that is set back by a day: nobody waits for that day.
    @Test func aClockThatIsSetBackKeepsNobodyWaiting() async throws {
        _ = try await servers.one.leases.claim("matching", for: "a")
        servers.wait(-86_400)
        #expect(try await servers.other.leases.claim("matching", for: "b")?.term == 2)
    }

    /// It stood still, another took over, and then it goes on.
    @Test func whatALostHolderWritesIsRefused() async throws {
        let lease = try #require(try await servers.one.leases.claim("matching", for: "a"))
        servers.wait(LeaseRepository.seconds)
        let next = try #require(try await servers.other.leases.claim("matching", for: "b"))
        let matches = [
            Match(seller: "E1", buyer: "E3", score: 0.5, reasons: [.targetRegion(code: "RU-PRI")])
        ]
        try await servers.other.matches.replace(matches, by: "b", under: .lease(next))
        await #expect(throws: LeaseLost(name: "matching")) {
            try await servers.one.matches.replace([], by: "a", under: .lease(lease))
        }
        #expect(try await servers.one.matches.count() == 1)
    }

    @Test func ofManyWhoAskAtOnceOneGetsIt() async throws {
        let taken = try await withThrowingTaskGroup(of: Bool.self) { group in
            for number in 0..<20 {
                let store = number.isMultiple(of: 2) ? servers.one : servers.other
                group.addTask { try await store.leases.claim("matching", for: "\(number)") != nil }
            }
            return try await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(taken == 1)
    }
}

import FairwayCore
import Testing

@testable import FairwayStore

/// The board beside a count by hand.
struct DelegationBoardTests {
    private func published() async throws -> ExpoStore {
        let store = try await TemporaryStore(DelegationFixture.data()).store
        let run = try await store.programmes.save(
            DelegationFixture.programme,
            seed: 1,
            timeLimitSeconds: 1,
            elapsedSeconds: 1,
            startedAt: 0,
            by: "test"
        )
        _ = try await store.publishUnchecked(run.id, by: "test")
        return store
    }

    @Test func countsAreThoseOfAHandCount() async throws {
        let store = try await published()
        let board = try await store.delegations.board(of: "D2", orderedIn: .en)
        #expect(board.map(\.enterprise.id.code).sorted() == ["E1", "E2"])
        let first = try #require(board.first { $0.enterprise.id == "E1" })
        #expect(first.stands == 2 && first.products == 1 && first.demands == 0)
        #expect(first.sent == 1 && first.received == 0 && first.waiting == 0)
        #expect(first.accepted == 1 && first.meetings == 1 && first.seenAt == nil)
        #expect(first.representatives.map(\.id.code) == ["R1"])
        #expect(first.gaps == [] && first.tasks == [.programme])
        let second = try #require(board.first { $0.enterprise.id == "E2" })
        #expect(second.sent == 1 && second.received == 1 && second.waiting == 1)
        #expect(second.accepted == 1 && second.meetings == 1)
        #expect(second.gaps == [.about, .contact])
        #expect(second.tasks == [.profile, .goods, .answers, .programme])
        let third = try #require(try await store.delegations.board(of: "D1", orderedIn: .ru).first)
        #expect(third.demands == 1 && third.sent == 1 && third.received == 2 && third.accepted == 2)
        #expect(third.meetings == 2 && third.waiting == 0)
        #expect(try await store.delegations.board(of: "nothing", orderedIn: .en).isEmpty)
    }

    @Test func withdrawnRequestsDoNotCountAndDeclinedMembersHaveNothingToDo() async throws {
        var data = try DelegationFixture.data()
        for index in data.requests.indices { data.requests[index].status = .withdrawn }
        data.enterprises[0].status = .declined
        let board = try await TemporaryStore(data).store.delegations.board(of: "D2", orderedIn: .en)
        #expect(board.allSatisfy { $0.sent + $0.received + $0.accepted + $0.waiting == 0 })
        #expect(board.first { $0.enterprise.id == "E1" }?.tasks == [])
    }

    @Test func useOfQuotasIsThatOfAHandCount() async throws {
        let store = try await published()
        let expected = DelegationUse(stands: 3, meetings: 2, interpreterMinutes: 50, acceptedRequests: 2)
        #expect(try await store.delegations.use(of: "D2") == expected)
        #expect(try await store.delegations.use(of: "D1").stands == 0)
        #expect(try await store.delegations.use(of: "D1").meetings == 2)
    }

    @Test func meetingBetweenTwoMembersCountsOnce() async throws {
        var data = try DelegationFixture.data()
        for index in data.enterprises.indices { data.enterprises[index].delegation = "D1" }
        let store = try await TemporaryStore(data).store
        #expect(try await store.delegations.use(of: "D1").acceptedRequests == 2)
        #expect(try await store.delegations.tree().first { $0.delegation.id == "D1" }?.acceptedRequests == 2)
    }

    @Test func quotasAreKeptAndLogged() async throws {
        let store = try await published()
        #expect(try await store.delegations.quota(of: "D2") == DelegationQuota())
        let quota = DelegationQuota(stands: 2, meetings: 1, interpreterHours: nil)
        try await store.delegations.setQuota(quota, of: "D2", by: "account 1")
        #expect(try await store.delegations.quota(of: "D2") == quota)
        #expect(try await store.delegations.use(of: "D2").requestsBeyond(quota) == 1)
        #expect(try await store.delegations.use(of: "D2").requestsBeyond(DelegationQuota(meetings: 5)) == 0)
        let line = try #require(try await store.auditLog.latest(limit: 1).first)
        #expect(line.table == "delegation_quota" && line.rowID == "D2" && line.actor == "account 1")
    }

    @Test func firstLookAtEachPublicationIsNoted() async throws {
        let store = try await published()
        try await store.publications.noteView(of: "E1", by: "account 7")
        try await store.sightings.write()
        let seen = try await store.delegations.board(of: "D2", orderedIn: .en).first {
            $0.enterprise.id == "E1"
        }?.seenAt
        #expect(seen != nil)
        try await store.publications.noteView(of: "E1", by: "account 7")
        try await store.sightings.write()
        #expect(
            try await store.delegations.board(of: "D2", orderedIn: .en).first { $0.enterprise.id == "E1" }?
                .seenAt == seen
        )
        let run = try #require(try await store.programmes.latestRun())
        _ = try await store.publishUnchecked(run.id, by: "test")
        let later = try await store.delegations.board(of: "D2", orderedIn: .en).first {
            $0.enterprise.id == "E1"
        }
        #expect(later?.seenAt == nil && later?.tasks == [.programme])
    }

    @Test func withoutAPublicationNothingIsSeen() async throws {
        let store = try await TemporaryStore(DelegationFixture.data()).store
        try await store.publications.noteView(of: "E1", by: "account 7")
        try await store.sightings.write()
        #expect(
            try await store.delegations.board(of: "D2", orderedIn: .en).allSatisfy {
                $0.seenAt == nil && $0.meetings == 0
            }
        )
    }

    @Test func treeIsByEconomyAndAgency() async throws {
        let store = try await published()
        let tree = try await store.delegations.tree()
        #expect(tree.map(\.delegation.id.code) == ["D2", "D1"])
        #expect(tree.map(\.members) == [2, 1] && tree.map(\.representatives) == [1, 0])
        #expect(tree.map(\.stands) == [3, 0])
        #expect(tree.map(\.acceptedRequests) == [2, 2] && tree.map(\.meetings) == [2, 2])
        #expect(try await store.delegations.tree(of: "AG1").map(\.delegation.id.code) == ["D1"])
    }

    /// A replaced expo takes quotas, letters and looks with it.
    @Test func expoCanStillBeReplaced() async throws {
        let store = try await published()
        try await store.delegations.setQuota(DelegationQuota(stands: 1), of: "D2", by: "test")
        try await store.publications.noteView(of: "E1", by: "account 7")
        try await store.sightings.write()
        try await store.publications.noteView(of: "E2", by: "account 8")
        try await store.expo.replaceAll(with: DelegationFixture.data(), by: "test")
        try await store.sightings.write()
        #expect(try await store.delegations.quota(of: "D2") == DelegationQuota())
    }

    @Test func recordHasMembersRequestsOnly() async throws {
        let store = try await published()
        let record = try await store.delegations.record(of: "D2")
        #expect(record.members == ["E1", "E2"])
        #expect(record.data.requests.map(\.id.code) == ["Q1", "Q2", "Q3"])
        #expect(record.data.enterprises.map(\.id.code) == ["E1", "E2", "E3"])
        #expect(record.meetings.map(\.request.code) == ["Q1", "Q2"])
        #expect(record.data.outcomes.map(\.request.code) == ["Q1"])
    }
}

import FairwayCore
import FairwayStore
import Testing

/// Asking while the other side's own request waits.
struct MutualRequestTests {
    private let temporary: TemporaryStore
    private var store: ExpoStore { temporary.store }

    init() async throws {
        var data = try ExpoFixture.data()
        for index in data.enterprises.indices { data.enterprises[index].status = .approved }
        data.requests = []
        data.outcomes = []
        temporary = try await TemporaryStore(data)
    }

    private func ask(
        _ other: Enterprise.ID,
        as own: Enterprise.ID,
        priority: Int = 2,
        _ message: String? = nil,
        session: Session? = nil
    ) async throws -> RequestOutcome {
        try await store.requests.ask(
            other,
            for: own,
            priority: priority,
            message: message,
            session: session,
            seenBy: .organiser,
            by: "test"
        )
    }

    private var all: [MeetingRequest] { get async throws { try await store.expo.data().requests } }

    @Test func askingBackAcceptsTheirRequestAsMutual() async throws {
        let first = try await ask("E2", as: "E1", priority: 2, "Здравствуйте").request
        #expect(try await ask("E1", as: "E2", priority: 4, "您好") == .agreed(#require(try all.first)))
        let agreed = try await #require(try all.first)
        #expect(try await all.count == 1)
        #expect(agreed.id == first.id && agreed.requester == "E1")
        #expect(agreed.status == .accepted && agreed.isMutual && agreed.priority == 4)
        #expect(agreed.message == "Здравствуйте\n您好")
    }

    @Test func askingAgainInOnesOwnDirectionIsStillRefused() async throws {
        let first = try await ask("E2", as: "E1").request
        await #expect(throws: RequestError.obstacle(.alreadyAsked(first.id, .pending))) {
            try await ask("E2", as: "E1")
        }
        _ = try await ask("E1", as: "E2")
        await #expect(throws: RequestError.obstacle(.alreadyAsked(first.id, .accepted))) {
            try await ask("E1", as: "E2")
        }
    }

    @Test func anotherHalfOfTheDayIsNoYes() async throws {
        let first = try await ask("E2", as: "E1", session: .am).request
        await #expect(throws: RequestError.obstacle(.askedForSession(first.id, .am))) {
            try await ask("E1", as: "E2", session: .pm)
        }
        #expect(try await all == [first])
        #expect(try await ask("E1", as: "E2").request.session == .am)
    }

    /// Closed requests and limits keep new ones out; saying yes they never did.
    @Test func askingBackIsAnAnswerAndNoNewRequest() async throws {
        _ = try await ask("E2", as: "E1")
        try await store.requests.setRules(RequestRules(isOpen: false, limits: [.manufacturer: 0]), by: "test")
        #expect(try await ask("E1", as: "E2").request.isMutual)
    }

    /// As a store of before, or an import without the one row, may have it.
    @Test func acceptingTakesOnesOwnRequestIn() async throws {
        var data = try await store.expo.data()
        data.requests = [
            MeetingRequest(id: "Q1", requester: "E1", recipient: "E2", priority: 1, status: .pending),
            MeetingRequest(
                id: "Q2",
                requester: "E2",
                recipient: "E1",
                priority: 5,
                message: "Auch",
                status: .pending
            ),
            MeetingRequest(id: "Q3", requester: "E2", recipient: "E3", priority: 5, status: .pending),
        ]
        let other = try await TemporaryStore(data)
        let both = other.store
        let accepted = try await both.requests.take(.accept, with: "Q1", as: "E2", by: "test")
        #expect(accepted.isMutual && accepted.priority == 5 && accepted.message == "Auch")
        #expect(try await both.expo.data().requests.map(\.status) == [.accepted, .withdrawn, .pending])
        #expect(try await both.expo.data().requests.first == accepted)
    }

    @Test func acceptingLeavesARequestForTheOtherHalfOfTheDay() async throws {
        var data = try await store.expo.data()
        data.requests = [
            MeetingRequest(
                id: "Q1",
                requester: "E1",
                recipient: "E2",
                priority: 1,
                status: .pending,
                session: .am
            ),
            MeetingRequest(
                id: "Q2",
                requester: "E2",
                recipient: "E1",
                priority: 5,
                status: .pending,
                session: .pm
            ),
        ]
        let other = try await TemporaryStore(data)
        let both = other.store
        #expect(try await both.requests.take(.accept, with: "Q1", as: "E2", by: "test").isMutual == false)
        #expect(try await both.expo.data().requests.map(\.status) == [.accepted, .pending])
    }
}

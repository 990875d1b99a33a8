import FairwayCore
import FairwayStore
import Testing

/// Asking while the other side's own request waits.
struct MutualRequestTests {
    private let temporary: TemporaryStore
    private var store: ExpoStore { temporary.store }

    init() throws {
        var data = try ExpoFixture.data()
        for index in data.enterprises.indices { data.enterprises[index].status = .approved }
        data.requests = []
        data.outcomes = []
        temporary = try TemporaryStore(data)
    }

    private func ask(
        _ other: Enterprise.ID,
        as own: Enterprise.ID,
        priority: Int = 2,
        _ message: String? = nil,
        session: Session? = nil
    ) throws -> RequestOutcome {
        try store.ask(
            other,
            for: own,
            priority: priority,
            message: message,
            session: session,
            seenBy: .organiser,
            by: "test"
        )
    }

    private var all: [MeetingRequest] { get throws { try store.expoData().requests } }

    @Test func askingBackAcceptsTheirRequestAsMutual() throws {
        let first = try ask("E2", as: "E1", priority: 2, "Здравствуйте").request
        #expect(try ask("E1", as: "E2", priority: 4, "您好") == .agreed(#require(try all.first)))
        let agreed = try #require(try all.first)
        #expect(try all.count == 1)
        #expect(agreed.id == first.id && agreed.requester == "E1")
        #expect(agreed.status == .accepted && agreed.isMutual && agreed.priority == 4)
        #expect(agreed.message == "Здравствуйте\n您好")
    }

    @Test func askingAgainInOnesOwnDirectionIsStillRefused() throws {
        let first = try ask("E2", as: "E1").request
        #expect(throws: RequestError.obstacle(.alreadyAsked(first.id, .pending))) { try ask("E2", as: "E1") }
        _ = try ask("E1", as: "E2")
        #expect(throws: RequestError.obstacle(.alreadyAsked(first.id, .accepted))) { try ask("E1", as: "E2") }
    }

    @Test func anotherHalfOfTheDayIsNoYes() throws {
        let first = try ask("E2", as: "E1", session: .am).request
        #expect(throws: RequestError.obstacle(.askedForSession(first.id, .am))) {
            try ask("E1", as: "E2", session: .pm)
        }
        #expect(try all == [first])
        #expect(try ask("E1", as: "E2").request.session == .am)
    }

    /// Closed requests and limits keep new ones out; saying yes they never did.
    @Test func askingBackIsAnAnswerAndNoNewRequest() throws {
        _ = try ask("E2", as: "E1")
        try store.setRequestRules(RequestRules(isOpen: false, limits: [.manufacturer: 0]), by: "test")
        #expect(try ask("E1", as: "E2").request.isMutual)
    }

    /// As a store of before, or an import without the one row, may have it.
    @Test func acceptingTakesOnesOwnRequestIn() throws {
        var data = try store.expoData()
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
        let other = try TemporaryStore(data)
        let both = other.store
        let accepted = try both.take(.accept, with: "Q1", as: "E2", by: "test")
        #expect(accepted.isMutual && accepted.priority == 5 && accepted.message == "Auch")
        #expect(try both.expoData().requests.map(\.status) == [.accepted, .withdrawn, .pending])
        #expect(try both.expoData().requests.first == accepted)
    }

    @Test func acceptingLeavesARequestForTheOtherHalfOfTheDay() throws {
        var data = try store.expoData()
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
        let other = try TemporaryStore(data)
        let both = other.store
        #expect(try both.take(.accept, with: "Q1", as: "E2", by: "test").isMutual == false)
        #expect(try both.expoData().requests.map(\.status) == [.accepted, .pending])
    }
}

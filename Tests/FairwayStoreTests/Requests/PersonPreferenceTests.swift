import FairwayCore
import Testing

@testable import FairwayStore

/// Preferences for people of an enterprise, and what they mean for its requests.
struct PersonPreferenceTests {
    private static func store() throws -> TemporaryStore {
        var data = try ExpoFixture.data()
        data.representatives = [
            Representative(
                id: "A",
                enterprise: "E3",
                name: LocalizedText(en: "Ann"),
                position: LocalizedText(),
                languages: []
            ),
            Representative(
                id: "B",
                enterprise: "E3",
                name: LocalizedText(en: "Bob"),
                position: LocalizedText(),
                languages: []
            ),
        ]
        return try TemporaryStore(data)
    }

    private func request(_ code: MeetingRequest.ID, _ store: ExpoStore) throws -> MeetingRequest {
        try #require(try store.expoData().requests.first { $0.id == code })
    }

    @Test func oneRefusedPersonLeavesTheOthers() throws {
        let temporary = try Self.store()
        try temporary.store.prefer(.noThanks, "E3", person: "A", as: "E1", seenBy: .organiser, by: "test")
        #expect(try request("Q1", temporary.store).status == .accepted)
    }

    @Test func whoRefusesEverybodyRefusesTheEnterprise() throws {
        let temporary = try Self.store()
        try temporary.store.prefer(.noThanks, "E3", person: "A", as: "E1", seenBy: .organiser, by: "test")
        try temporary.store.prefer(.noThanks, "E3", person: "B", as: "E1", seenBy: .organiser, by: "test")
        #expect(try request("Q1", temporary.store).status == .withdrawn)
        #expect(try temporary.store.obstacles(from: "E1", to: ["E3"])["E3"] != nil)
    }

    @Test func mustMeetAPersonCountsForTheirEnterprise() throws {
        let temporary = try Self.store()
        try temporary.store.prefer(.mustMeet, "E3", person: "B", as: "E2", seenBy: .organiser, by: "test")
        let raised = try request("Q2", temporary.store)
        #expect(raised.status == .accepted)
        #expect(raised.priority == 5)
    }
}

import FairwayCore
import Testing

@testable import FairwayStore

/// Preferences for people of an enterprise, and what they mean for its requests.
struct PersonPreferenceTests {
    private static func store() async throws -> TemporaryStore {
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
        return try await TemporaryStore(data)
    }

    private func request(_ code: MeetingRequest.ID, _ store: ExpoStore) async throws -> MeetingRequest {
        try #require(try await store.expo.data().requests.first { $0.id == code })
    }

    @Test func oneRefusedPersonLeavesTheOthers() async throws {
        let temporary = try await Self.store()
        try await temporary.store.preferences.set(
            .noThanks,
            "E3",
            person: "A",
            as: "E1",
            seenBy: .organiser,
            by: "test"
        )
        #expect(try await request("Q1", temporary.store).status == .accepted)
    }

    @Test func whoRefusesEverybodyRefusesTheEnterprise() async throws {
        let temporary = try await Self.store()
        try await temporary.store.preferences.set(
            .noThanks,
            "E3",
            person: "A",
            as: "E1",
            seenBy: .organiser,
            by: "test"
        )
        try await temporary.store.preferences.set(
            .noThanks,
            "E3",
            person: "B",
            as: "E1",
            seenBy: .organiser,
            by: "test"
        )
        #expect(try await request("Q1", temporary.store).status == .withdrawn)
        #expect(try await temporary.store.requests.obstacles(from: "E1", to: ["E3"])["E3"] != nil)
    }

    @Test func mustMeetAPersonCountsForTheirEnterprise() async throws {
        let temporary = try await Self.store()
        try await temporary.store.preferences.set(
            .mustMeet,
            "E3",
            person: "B",
            as: "E2",
            seenBy: .organiser,
            by: "test"
        )
        let raised = try await request("Q2", temporary.store)
        #expect(raised.status == .accepted)
        #expect(raised.priority == 5)
    }
}

import FairwayCore
@testable import FairwayStore
import Testing

/// What the audit log keeps of people: that they changed, and never to what.
struct AuditOfPeopleTests {
    private static let name = "Незабудкина"

    @Test func aChangedNameIsLoggedWithoutTheName() async throws {
        let temporary = try await TemporaryStore(try ExpoFixture.data())
        let store = temporary.store
        let id = try #require(try ExpoFixture.data().representatives.first?.enterprise)
        var present = try #require(try await store.profiles.draft(of: id))
        present.draft.people[0].names = PersonNames(display: Self.name)
        try await store.profiles.save(present.draft, of: id, version: present.version, by: "olga")
        let entry = try #require(
            try await store.auditLog.latest(limit: 10).first {
                $0.table == "representative" && $0.action == "update"
            }
        )
        #expect(entry.actor == "olga")
        #expect(entry.after?.contains("\"personal_data_changed\":1") == true)
        #expect(entry.after?.contains(Self.name) == false)
        let change = try await store.auditLog.changeNumber()
        present = try #require(try await store.profiles.draft(of: id))
        try await store.profiles.save(present.draft, of: id, version: present.version, by: "olga")
        #expect(try await store.auditLog.changeNumber() == change, "the same again is no change")
    }
}

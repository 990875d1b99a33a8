import FairwayCore
@testable import FairwayStore
import Foundation
import GRDB
import Testing

/// What the audit log keeps of people: nothing, from the sixth version on and of what was logged before.
struct RegistrationSchemaTests {
    private static let name = "Незабудкина"

    /// A file of the fourth version in which a representative came, changed and went.
    private func oldFile(_ folder: TemporaryStore) throws -> String {
        let path = folder.path("old.sqlite")
        let queue = try DatabaseQueue(path: path)
        try Schema.migrator.migrate(queue, upTo: "4: accounts, sign-ins and mail")
        try queue.write { db in
            try db.execute(sql: "INSERT INTO economy VALUES ('RU', NULL, 'Россия', NULL)")
            try db.execute(
                sql: """
                    INSERT INTO enterprise VALUES ('E1', NULL, 'Луг', NULL, NULL, NULL, NULL, 'RU', NULL, '[]', '[]', '[]',
                      NULL, NULL, NULL, NULL, NULL, 'approved', '2031-01-01', 1, NULL, '[]', 'луг', x'', x'', x'');
                    INSERT INTO representative VALUES ('P1', 'E1', NULL, '\(Self.name)', NULL, NULL, 'юрист', NULL, '[]',
                      'n@example.com', '+7');
                    UPDATE representative SET name_ru = 'Анна \(Self.name)';
                    INSERT INTO interpreter VALUES ('I1', NULL, 'Ива \(Self.name)', NULL, '["ru-zh"]', '[]', NULL)
                    """
            )
            let lines = try Int.fetchOne(
                db,
                sql: "SELECT COUNT(*) FROM audit_log WHERE after LIKE '%\(Self.name)%'"
            )
            #expect(lines == 3)
        }
        try queue.close()
        return path
    }

    @Test func whatWasLoggedOfPeopleIsBlanked() throws {
        let folder = try TemporaryStore(try ExpoFixture.data())
        let store = try TemporaryStore.open(try oldFile(folder))
        let log = try store.auditLog(limit: 100)
        for entry in log {
            for text in [entry.before ?? "", entry.after ?? ""] {
                #expect(!text.contains(Self.name) && !text.contains("example.com") && !text.contains("юрист"))
            }
        }
        #expect(log.count { $0.table == "representative" } == 2, "the lines themselves stay")
        #expect(log.first { $0.table == "representative" }?.after?.contains("\"enterprise\":\"E1\"") == true)
        #expect(try store.enterprise("E1")?.representatives.first?.name.ru == "Анна \(Self.name)")
    }

    @Test func theLogIsStillAppendOnly() throws {
        let folder = try TemporaryStore(try ExpoFixture.data())
        let store = try TemporaryStore.open(try oldFile(folder))
        #expect(throws: DatabaseError.self) {
            try store.pool.write { try $0.execute(sql: "UPDATE audit_log SET actor = 'x'") }
        }
    }

    @Test func aChangedNameIsLoggedWithoutTheName() throws {
        let temporary = try TemporaryStore(try ExpoFixture.data())
        let store = temporary.store
        let id = try #require(try ExpoFixture.data().representatives.first?.enterprise)
        var present = try #require(try store.profileDraft(of: id))
        present.draft.people[0].names = PersonNames(display: Self.name)
        try store.saveProfile(present.draft, of: id, version: present.version, by: "olga")
        let entry = try #require(
            try store.auditLog(limit: 10).first { $0.table == "representative" && $0.action == "update" }
        )
        #expect(entry.actor == "olga")
        #expect(entry.after?.contains("\"personal_data_changed\":1") == true)
        #expect(entry.after?.contains(Self.name) == false)
        let change = try store.changeNumber()
        present = try #require(try store.profileDraft(of: id))
        try store.saveProfile(present.draft, of: id, version: present.version, by: "olga")
        #expect(try store.changeNumber() == change, "the same again is no change")
    }

    @Test func theFileSaysItsVersion() throws {
        let temporary = try TemporaryStore(try ExpoFixture.data())
        let version = try temporary.store.read { try Int32.fetchOne($0, sql: "PRAGMA user_version") }
        #expect((version ?? 0) >= 6)
        #expect(version == Schema.version)
    }
}

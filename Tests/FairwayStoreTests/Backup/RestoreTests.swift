import FairwayCore
import FairwayStore
import Foundation
import StoreSQL
import StoreSQLite
import Testing

struct RestoreTests {
    private let temporary: TemporaryStore

    init() async throws {
        temporary = try await TemporaryStore(try ExpoFixture.data())
    }

    private func backUp() async throws -> String {
        let path = temporary.path("backup")
        try temporary.store.backUp(to: path) { _ in }
        return path
    }

    /// A store of its own to restore into, closed, with one expo more than the backup.
    private func target() async throws -> String {
        let path = temporary.path("target.sqlite")
        let store = try TemporaryStore.open(path)
        var data = try ExpoFixture.data()
        data.enterprises[0].website = "https://target.example"
        try await store.expo.replaceAll(with: data, by: "target")
        return path
    }

    private func expectRefusal(of backup: String, _ matches: (StoreFileError) -> Bool) async throws {
        let path = try await target()
        let before = try await TemporaryStore.open(path).expo.data()
        let error = #expect(throws: StoreFileError.self) { try SQLiteBackend.restore(from: backup, to: path) }
        #expect(error.map(matches) == true, "\(String(describing: error))")
        for language in Language.allCases {
            #expect(error?.words(in: language).contains(backup) == true, "the message names the file")
        }
        #expect(try await TemporaryStore.open(path).expo.data() == before)
        #expect(try !Files.names(in: temporary.folder).contains { $0.contains("restoring") })
    }

    @Test func aBackupComesBackWhole() async throws {
        let backup = try await backUp()
        let path = try await target()
        try SQLiteBackend.restore(from: backup, to: path)
        #expect(try await TemporaryStore.open(path).expo.data() == ExpoFixture.data())
        #expect(FileManager.default.fileExists(atPath: backup))
    }

    @Test func aBackupComesBackWhereNoStoreIs() async throws {
        let backup = try await backUp()
        try SQLiteBackend.restore(from: backup, to: temporary.path("new.sqlite"))
        #expect(try await TemporaryStore.open(temporary.path("new.sqlite")).expo.data() == ExpoFixture.data())
    }

    @Test func whatTheOldLogHeldDoesNotComeBack() async throws {
        let backup = try await backUp()
        var fixture = BatchFixture()
        fixture.add([try BatchFixture.enterprise("E9", "Лишняя")])
        _ = try await temporary.store.imports.apply(
            fixture.batch,
            by: "test",
            dryRun: false,
            skipBadRows: false
        )
        // A crash leaves the log beside the file: the store is not closed, its files are copied as they are.
        let path = temporary.path("crashed.sqlite")
        try Files.copy(temporary.path, path)
        try Files.copy(temporary.path + "-wal", path + "-wal")
        try SQLiteBackend.restore(from: backup, to: path)
        #expect(try await TemporaryStore.open(path).enterprises.find("E9") == nil)
    }

    @Test func aStoreInUseIsNotReplaced() async throws {
        let backup = try await backUp()
        let before = try await temporary.store.expo.data()
        var fixture = BatchFixture()
        fixture.add([try BatchFixture.enterprise("E9", "Новая")])
        _ = try await temporary.store.imports.apply(
            fixture.batch,
            by: "test",
            dryRun: false,
            skipBadRows: false
        )
        #expect(throws: StoreFileError.inUse(path: temporary.path)) {
            try SQLiteBackend.restore(from: backup, to: temporary.path)
        }
        #expect(try await temporary.store.enterprises.find("E9") != nil)
        #expect(try await temporary.store.expo.data() != before)
    }

    @Test func aDamagedStoreIsReplaced() async throws {
        let backup = try await backUp()
        let path = temporary.path("broken.sqlite")
        try Files.write(Data(repeating: 0x5A, count: 20_000), path)
        try SQLiteBackend.restore(from: backup, to: path)
        #expect(try await TemporaryStore.open(path).expo.data() == ExpoFixture.data())
    }

    @Test func aStoreIsNotRestoredFromItself() throws {
        #expect(throws: StoreFileError.sameFile(path: temporary.path)) {
            try SQLiteBackend.restore(from: temporary.path, to: temporary.path)
        }
        #expect(throws: StoreFileError.sameFile(path: temporary.path)) {
            try temporary.store.backUp(to: temporary.path) { _ in }
        }
    }

    @Test func openingAnotherProgramsDatabaseLeavesItAsItWas() async throws {
        let path = temporary.path("foreign.sqlite")
        _ = DirectConnection.run("CREATE TABLE song (title TEXT)", on: path)
        let before = try Files.bytes(path)
        #expect(throws: StoreFileError.notAStore(path: path)) { try TemporaryStore.open(path) }
        #expect(try Files.bytes(path) == before)
    }

    @Test func aMissingFileIsRefused() async throws {
        try await expectRefusal(of: temporary.path("missing")) {
            $0 == .noSuchFile(path: temporary.path("missing"))
        }
        #expect(!FileManager.default.fileExists(atPath: temporary.path("missing")))
    }

    @Test func aFileThatIsNoDatabaseIsRefused() async throws {
        let path = temporary.path("letter.txt")
        try Files.write(Data(String(repeating: "Dear exhibitors, ", count: 500).utf8), path)
        try await expectRefusal(of: path) { $0 == .notAStore(path: path) }
    }

    @Test func anEmptyFileIsRefused() async throws {
        let path = temporary.path("empty")
        try Files.write(Data(), path)
        try await expectRefusal(of: path) { $0 == .notAStore(path: path) }
    }

    @Test func anotherProgramsDatabaseIsRefused() async throws {
        let path = temporary.path("foreign.sqlite")
        _ = DirectConnection.run("CREATE TABLE song (title TEXT)", on: path)
        try await expectRefusal(of: path) { $0 == .notAStore(path: path) }
    }

    @Test func aNewerVersionsStoreIsRefused() async throws {
        let path = try await backUp()
        _ = DirectConnection.run("PRAGMA user_version = 99", on: path)
        try await expectRefusal(of: path) { $0 == .newerVersion(path: path, version: 99) }
    }

    /// Of the versions before 19 none was released.
    @Test func anOlderVersionsStoreIsRefusedAndLeftAsItWas() async throws {
        let path = try await backUp()
        #expect(DirectConnection.run("PRAGMA user_version = 18", on: path).succeeded)
        let before = try Files.bytes(path)
        try await expectRefusal(of: path) { $0 == .olderVersion(path: path, version: 18) }
        #expect(throws: StoreFileError.olderVersion(path: path, version: 18)) {
            try TemporaryStore.open(path)
        }
        #expect(try Files.bytes(path) == before)
    }

    @Test func aBrokenReferenceIsRefused() async throws {
        let path = try await backUp()
        let sql = "PRAGMA foreign_keys = OFF; DELETE FROM hall WHERE code = 'A'"
        #expect(DirectConnection.run(sql, on: path).succeeded)
        try await expectRefusal(of: path) {
            if case .failedIntegrityCheck = $0 { true } else { false }
        }
    }

    @Test func aDamagedFileIsRefused() async throws {
        let path = try await backUp()
        var bytes = try Files.bytes(path)
        for offset in stride(from: 8_192, to: bytes.count, by: 3) { bytes[offset] = 0xA5 }
        try Files.write(bytes, path)
        try await expectRefusal(of: path) {
            if case .failedIntegrityCheck = $0 { true } else { false }
        }
    }

    @Test func aTruncatedFileIsRefused() async throws {
        let path = try await backUp()
        let bytes = try Files.bytes(path)
        try Files.write(bytes.prefix(bytes.count / 2 / 4_096 * 4_096), path)
        try await expectRefusal(of: path) {
            if case .failedIntegrityCheck = $0 { true } else { false }
        }
    }
}

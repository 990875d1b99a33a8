import FairwayCore
@testable import FairwayStore
import Foundation
import PrivateFiles
import StoreSQL
import StoreSQLite
import Synchronization
import Testing

/// What a disk can do to a store, by a file system that says it: no test needs rights or a full disk of its own.
struct DiskErrorTests {
    private struct Case: Sendable {
        var code: Int32
        var error: @Sendable (String) -> StoreFileError
    }

    /// Codes of SQLite: FULL, READONLY, BUSY, IOERR_WRITE.
    private static let cases = [
        Case(code: 13) { .diskFull(path: $0) }, Case(code: 8) { .readOnly(path: $0) },
        Case(code: 5) { .busy(path: $0) },
        Case(code: 778) { .diskFailure(path: $0, reason: "SQLITE_IOERR_WRITE (778)") },
    ]

    @Test(arguments: cases.indices)
    func aWriteThatTheDiskRefusesIsNotAcknowledgedAndSaysWhy(index: Int) async throws {
        let disk = try PowerCutDisk(seed: 1)
        let store = try TemporaryStore.open(disk.path)
        try await store.expo.replaceAll(with: try ExpoFixture.data(), by: "setup")
        disk.failWrites(Self.cases[index].code)
        let expected = Self.cases[index].error(disk.path)
        let error = await #expect(throws: StoreFileError.self) {
            try await store.outbox.post(to: "a@b.example", subject: "lost", body: "")
        }
        #expect(
            error == expected || error.map(Self.hasSameCase(as: expected)) == true,
            "\(String(describing: error))"
        )
        for language in Language.allCases {
            #expect(error?.words(in: language).contains(disk.path) == true)
            #expect(error?.words(in: language).contains("not an error") == false)
        }
        disk.failWrites(0)
        try await store.outbox.post(to: "a@b.example", subject: "kept", body: "")
        #expect(try await store.outbox.letters(isWaiting: true, limit: 10).map(\.subject) == ["kept"])
        #expect(PowerCutDisk.fingerprint(disk.path).hasPrefix("ok"))
    }

    private static func hasSameCase(as expected: StoreFileError) -> (StoreFileError) -> Bool {
        { error in
            if case .diskFailure = error, case .diskFailure = expected { true } else { false }
        }
    }

    @Test func writersWhoShareACommitAreAllToldThatTheDiskIsFull() async throws {
        let disk = try PowerCutDisk(seed: 2)
        let store = try TemporaryStore.open(disk.path)
        let busy = await BusyWriter(store)
        let results = try await withThrowingTaskGroup(of: String.self) { group in
            for number in 0..<10 {
                group.addTask {
                    do {
                        try await store.outbox.post(to: "a@b.example", subject: "\(number)", body: "")
                        return "done"
                    } catch let error as StoreFileError {
                        return "\(error == .diskFull(path: disk.path))"
                    }
                }
            }
            try await store.wait(forWriters: 10)
            disk.failWrites(13)
            await busy.finish()
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(results == Array(repeating: "true", count: 10))
        disk.failWrites(0)
        #expect(try await store.outbox.letters(isWaiting: true, limit: 100).isEmpty)
    }

    @Test func aBackupToAFullDiskSaysSoAndLeavesNothing() async throws {
        let disk = try PowerCutDisk(seed: 3)
        let store = try await TemporaryStore(try ExpoFixture.data()).store
        disk.failWrites(13, after: 40_000)
        let target = disk.folder + "/copy.sqlite"
        let error = #expect(throws: StoreFileError.self) { try store.backUp(to: target) { _ in } }
        #expect(error == .diskFull(path: target))
        #expect(error?.words(in: .en).hasPrefix("The disk is full") == true)
        #expect(try Files.names(in: disk.folder).isEmpty)
    }

    @Test func aStoreOnAReadOnlyDiskSaysSo() async throws {
        let disk = try PowerCutDisk(seed: 4)
        do {
            let store = try TemporaryStore.open(disk.path)
            try await store.expo.replaceAll(with: try ExpoFixture.data(), by: "setup")
            try store.compact()
        }
        disk.openForReadingOnly()
        await #expect(throws: StoreFileError.readOnly(path: disk.path)) {
            try await TemporaryStore.open(disk.path).outbox.post(to: "a@b.example", subject: "x", body: "")
        }
    }

    @Test func aFolderThatIsNotThereOrAFileInItsPlaceIsSaid() async throws {
        let temporary = try await TemporaryStore(try ExpoFixture.data())
        #expect(throws: FileError.noSuchFolder(path: temporary.path("no/store.sqlite"))) {
            try TemporaryStore.open(temporary.path("no/store.sqlite"))
        }
        #expect(throws: FileError.noSuchFolder(path: temporary.path("no/copy.draft"))) {
            try temporary.store.backUp(to: temporary.path("no/copy")) { _ in }
        }
    }

    @Test func onlyTheOwnerMayReadTheStoreAndWhatIsBesideIt() async throws {
        let temporary = try await TemporaryStore(try ExpoFixture.data())
        try temporary.store.backUp(to: temporary.path("copy")) { _ in }
        try SQLiteBackend.restore(from: temporary.path("copy"), to: temporary.path("restored"))
        let names = try Files.names(in: temporary.folder)
        #expect(names == ["copy", "expo.sqlite", "expo.sqlite-shm", "expo.sqlite-wal", "restored"])
        for name in names { #expect(try rights(temporary.path(name)) == 0o600, "\(name)") }
    }

    @Test func aStoreThatOthersCouldReadIsNarrowedAtOpening() async throws {
        let temporary = try await TemporaryStore(try ExpoFixture.data())
        let path = temporary.path("old.sqlite")
        try temporary.store.backUp(to: path) { _ in }
        #expect(chmod(path, 0o644) == 0)
        let store = try TemporaryStore.open(path)
        try await store.outbox.post(to: "a@b.example", subject: "x", body: "")
        #expect(try ["", "-wal", "-shm"].map { try rights(path + $0) } == [0o600, 0o600, 0o600])
    }

    private func rights(_ path: String) throws -> Int {
        let attributes = try FileManager.default.attributesOfItem(atPath: path)
        return try #require(attributes[.posixPermissions] as? NSNumber).intValue
    }
}

/// What several threads found.
private final class Results: Sendable {
    private let found = Mutex<[String]>([])
    var all: [String] { found.withLock { $0 } }
    func add(_ text: String) { found.withLock { $0.append(text) } }
}

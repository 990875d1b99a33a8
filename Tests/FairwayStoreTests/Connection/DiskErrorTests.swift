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
    func aWriteThatTheDiskRefusesIsNotAcknowledgedAndSaysWhy(index: Int) throws {
        let disk = try PowerCutDisk(seed: 1)
        let store = try TemporaryStore.open(disk.path)
        try store.replaceAll(with: try ExpoFixture.data(), by: "setup")
        disk.failWrites(Self.cases[index].code)
        let expected = Self.cases[index].error(disk.path)
        let error = #expect(throws: StoreFileError.self) {
            try store.post(to: "a@b.example", subject: "lost", body: "")
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
        try store.post(to: "a@b.example", subject: "kept", body: "")
        #expect(try store.mail(isWaiting: true, limit: 10).map(\.subject) == ["kept"])
        #expect(PowerCutDisk.fingerprint(disk.path).hasPrefix("ok"))
    }

    private static func hasSameCase(as expected: StoreFileError) -> (StoreFileError) -> Bool {
        { error in
            if case .diskFailure = error, case .diskFailure = expected { true } else { false }
        }
    }

    @Test func writersWhoShareACommitAreAllToldThatTheDiskIsFull() throws {
        let disk = try PowerCutDisk(seed: 2)
        let store = try TemporaryStore.open(disk.path)
        let (begun, end, ended) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0), DispatchGroup())
        let results = Results()
        ended.enter()
        Thread.detachNewThread {
            try? store.write(as: "first") { _ in
                begun.signal()
                end.wait()
            }
            ended.leave()
        }
        begun.wait()
        for number in 0..<10 {
            ended.enter()
            Thread.detachNewThread {
                do {
                    try store.post(to: "a@b.example", subject: "\(number)", body: "")
                    results.add("done")
                } catch let error as StoreFileError {
                    results.add("\(error == .diskFull(path: disk.path))")
                } catch { results.add("\(error)") }
                ended.leave()
            }
        }
        while store.waitingWriters < 10 { Thread.sleep(forTimeInterval: 0.001) }
        disk.failWrites(13)
        end.signal()
        ended.wait()
        #expect(results.all == Array(repeating: "true", count: 10))
        disk.failWrites(0)
        #expect(try store.mail(isWaiting: true, limit: 100).isEmpty)
    }

    @Test func aBackupToAFullDiskSaysSoAndLeavesNothing() throws {
        let disk = try PowerCutDisk(seed: 3)
        let store = try TemporaryStore(try ExpoFixture.data()).store
        disk.failWrites(13, after: 40_000)
        let target = disk.folder + "/copy.sqlite"
        let error = #expect(throws: StoreFileError.self) { try store.backUp(to: target) { _ in } }
        #expect(error == .diskFull(path: target))
        #expect(error?.words(in: .en).hasPrefix("The disk is full") == true)
        #expect(try Files.names(in: disk.folder).isEmpty)
    }

    @Test func aStoreOnAReadOnlyDiskSaysSo() throws {
        let disk = try PowerCutDisk(seed: 4)
        do {
            let store = try TemporaryStore.open(disk.path)
            try store.replaceAll(with: try ExpoFixture.data(), by: "setup")
            try store.compact()
        }
        disk.openForReadingOnly()
        #expect(throws: StoreFileError.readOnly(path: disk.path)) {
            try TemporaryStore.open(disk.path).post(to: "a@b.example", subject: "x", body: "")
        }
    }

    @Test func aFolderThatIsNotThereOrAFileInItsPlaceIsSaid() throws {
        let temporary = try TemporaryStore(try ExpoFixture.data())
        #expect(throws: FileError.noSuchFolder(path: temporary.path("no/store.sqlite"))) {
            try TemporaryStore.open(temporary.path("no/store.sqlite"))
        }
        #expect(throws: FileError.noSuchFolder(path: temporary.path("no/copy.draft"))) {
            try temporary.store.backUp(to: temporary.path("no/copy")) { _ in }
        }
    }

    @Test func onlyTheOwnerMayReadTheStoreAndWhatIsBesideIt() throws {
        let temporary = try TemporaryStore(try ExpoFixture.data())
        try temporary.store.backUp(to: temporary.path("copy")) { _ in }
        try SQLiteBackend.restore(from: temporary.path("copy"), to: temporary.path("restored"))
        let names = try Files.names(in: temporary.folder)
        #expect(names == ["copy", "expo.sqlite", "expo.sqlite-shm", "expo.sqlite-wal", "restored"])
        for name in names { #expect(try rights(temporary.path(name)) == 0o600, "\(name)") }
    }

    @Test func aStoreThatOthersCouldReadIsNarrowedAtOpening() throws {
        let temporary = try TemporaryStore(try ExpoFixture.data())
        let path = temporary.path("old.sqlite")
        try temporary.store.backUp(to: path) { _ in }
        #expect(chmod(path, 0o644) == 0)
        let store = try TemporaryStore.open(path)
        try store.post(to: "a@b.example", subject: "x", body: "")
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

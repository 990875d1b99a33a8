import FairwayCore
import FairwayStore
import Foundation
import Synchronization
import Testing

struct BackupTests {
    private final class Writer: Sendable {
        let isDone = Atomic(false)
        let written = Atomic(0)
    }

    private func batch(_ number: Int) throws -> ImportBatch {
        var fixture = BatchFixture()
        fixture.add([
            try BatchFixture.enterprise(.init("W\(number)A"), "Пара \(number) левая"),
            try BatchFixture.enterprise(.init("W\(number)B"), "Пара \(number) правая"),
        ])
        return fixture.batch
    }

    @Test func aBackupHasEverything() async throws {
        let temporary = try await TemporaryStore(try ExpoFixture.data())
        let shares = Mutex<[Double]>([])
        try temporary.store.backUp(to: temporary.path("copy")) { share in shares.withLock { $0.append(share) }
        }
        let copy = try TemporaryStore.open(temporary.path("copy"))
        #expect(try await copy.expo.data() == temporary.store.expo.data())
        #expect(try await copy.auditLog.latest(limit: 10) == temporary.store.auditLog.latest(limit: 10))
        #expect(shares.withLock { $0.last } == 1)
        #expect(shares.withLock { $0.allSatisfy { (0...1).contains($0) } })
    }

    @Test func aBackupDuringWritesIsOneOfTheStatesBetweenThem() async throws {
        let temporary = try await TemporaryStore(try ExpoFixture.data())
        let store = temporary.store
        let writer = Writer()
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                while !writer.isDone.load(ordering: .acquiring) {
                    let number = writer.written.load(ordering: .relaxed)
                    _ = try await store.imports.apply(
                        self.batch(number),
                        by: "writer",
                        dryRun: false,
                        skipBadRows: false
                    )
                    writer.written.add(1, ordering: .releasing)
                }
            }
            for copy in 0..<5 {
                while writer.written.load(ordering: .acquiring) < copy + 1 { await Task.yield() }
                let path = temporary.path("copy\(copy)")
                try store.backUp(to: path) { _ in }
                let codes = try await TemporaryStore.open(path).expo.data().enterprises.map(\.id.code)
                let pairs = codes.filter { $0.hasPrefix("W") }
                #expect(pairs.count >= copy * 2 + 2)
                #expect(pairs.count % 2 == 0, "a transaction is in the copy whole or not at all")
                #expect(pairs.count { $0.hasSuffix("A") } == pairs.count / 2)
                let log = try await TemporaryStore.open(path).auditLog.latest(limit: 10_000)
                #expect(log.count { $0.action == "insert" } == pairs.count)
            }
            writer.isDone.store(true, ordering: .releasing)
            try await group.waitForAll()
        }
    }

    @Test func aBackupIsOneFileAndReplacesAnOlderOne() async throws {
        let temporary = try await TemporaryStore(try ExpoFixture.data())
        let folder = temporary.path("copies")
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try temporary.store.backUp(to: folder + "/copy") { _ in }
        _ = try await temporary.store.imports.apply(
            try batch(1),
            by: "writer",
            dryRun: false,
            skipBadRows: false
        )
        try temporary.store.backUp(to: folder + "/copy") { _ in }
        #expect(try Files.names(in: folder) == ["copy"])
        #expect(try await TemporaryStore.open(folder + "/copy").enterprises.find("W1A") != nil)
    }
}

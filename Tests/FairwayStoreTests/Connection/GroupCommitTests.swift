import FairwayCore
@testable import FairwayStore
import Foundation
import Synchronization
import Testing

struct GroupCommitTests {
    private struct Refusal: Error {}

    @Test func writersAtOneTimeShareSyncsOfTheDisk() throws {
        let disk = try PowerCutDisk(seed: 1)
        let store = try TemporaryStore.open(disk.path)
        let before = disk.syncPoints
        let start = DispatchSemaphore(value: 0)
        let isBusy = DispatchSemaphore(value: 0)
        let group = DispatchGroup()
        // One holds the writer until the others stand in line.
        Self.thread(group) {
            try? store.write(as: "first") { _ in
                isBusy.signal()
                start.wait()
            }
        }
        isBusy.wait()
        for number in 0..<40 {
            Self.thread(group) { try? store.post(to: "a@b.example", subject: "\(number)", body: "") }
        }
        while store.waitingWriters < 40 { Thread.sleep(forTimeInterval: 0.001) }
        start.signal()
        group.wait()
        #expect(try store.mail(isWaiting: true, limit: 100).count == 40)
        #expect(disk.syncPoints - before <= 3, "one for the first, one for the forty")
    }

    @Test func oneThatFailsTakesNobodyAlong() throws {
        let store = try TemporaryStore().store
        let start = DispatchSemaphore(value: 0)
        let isBusy = DispatchSemaphore(value: 0)
        let group = DispatchGroup()
        let refused = Mutex(0)
        Self.thread(group) {
            try? store.write(as: "first") { _ in
                isBusy.signal()
                start.wait()
            }
        }
        isBusy.wait()
        for number in 0..<20 {
            Self.thread(group) {
                do {
                    try store.write(as: "writer \(number)") { db in
                        try store.post(to: "a@b.example", "\(number)", "", db)
                        if number % 4 == 0 { throw Refusal() }
                    }
                } catch is Refusal {
                    refused.withLock { $0 += 1 }
                } catch {}
            }
        }
        while store.waitingWriters < 20 { Thread.sleep(forTimeInterval: 0.001) }
        start.signal()
        group.wait()
        #expect(refused.withLock { $0 } == 5)
        let subjects = try store.mail(isWaiting: true, limit: 100).compactMap { Int($0.subject) }
        #expect(subjects.sorted() == (0..<20).filter { $0 % 4 != 0 })
    }

    @Test func theLogNamesEachWriterOfAGroup() throws {
        let store = try TemporaryStore(try ExpoFixture.data()).store
        let start = DispatchSemaphore(value: 0)
        let isBusy = DispatchSemaphore(value: 0)
        let group = DispatchGroup()
        Self.thread(group) {
            try? store.write(as: "first") { _ in
                isBusy.signal()
                start.wait()
            }
        }
        isBusy.wait()
        for number in 0..<8 {
            Self.thread(group) {
                try? store.setUnavailable([number], of: "E1", by: "w\(number)") { _ in true }
            }
        }
        while store.waitingWriters < 8 { Thread.sleep(forTimeInterval: 0.001) }
        start.signal()
        group.wait()
        for entry in try store.auditLog(limit: 8) {
            let number = entry.actor.dropFirst()
            #expect(entry.after?.contains("\"unavailable_slots\":\"[\(number)]\"") == true, "\(entry)")
        }
        #expect(Set(try store.auditLog(limit: 8).map(\.actor)).count == 8)
    }

    private static func thread(_ group: DispatchGroup, _ body: @escaping @Sendable () -> Void) {
        group.enter()
        Thread.detachNewThread {
            body()
            group.leave()
        }
    }
}

import FairwayCore
@testable import FairwayStore
import Testing

struct GroupCommitTests {
    private struct Refusal: Error {}

    @Test func writersAtOneTimeShareSyncsOfTheDisk() async throws {
        let disk = try PowerCutDisk(seed: 1)
        let store = try TemporaryStore.open(disk.path)
        let before = disk.syncPoints
        // One holds the writer until the others stand in line.
        let busy = await BusyWriter(store)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 0..<40 {
                group.addTask {
                    try await store.outbox.post(to: "a@b.example", subject: "\(number)", body: "")
                }
            }
            try await store.wait(forWriters: 40)
            await busy.finish()
            try await group.waitForAll()
        }
        #expect(try await store.outbox.letters(isWaiting: true, limit: 100).count == 40)
        #expect(disk.syncPoints - before <= 3, "one for the first, one for the forty")
    }

    @Test func oneThatFailsTakesNobodyAlong() async throws {
        let store = try await TemporaryStore().store
        let busy = await BusyWriter(store)
        let refused = try await withThrowingTaskGroup(of: Bool.self) { group in
            for number in 0..<20 {
                group.addTask {
                    do {
                        try await store.database.write(as: "writer \(number)") { db in
                            try store.outbox.post(to: "a@b.example", "\(number)", "", db)
                            if number % 4 == 0 { throw Refusal() }
                        }
                        return false
                    } catch is Refusal {
                        return true
                    }
                }
            }
            try await store.wait(forWriters: 20)
            await busy.finish()
            return try await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(refused == 5)
        let subjects = try await store.outbox.letters(isWaiting: true, limit: 100).compactMap {
            Int($0.subject)
        }
        #expect(subjects.sorted() == (0..<20).filter { $0 % 4 != 0 })
    }

    @Test func theLogNamesEachWriterOfAGroup() async throws {
        let store = try await TemporaryStore(try ExpoFixture.data()).store
        let busy = await BusyWriter(store)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 0..<8 {
                group.addTask {
                    try await store.enterprises.setUnavailable([number], of: "E1", by: "w\(number)") { _ in
                        true
                    }
                }
            }
            try await store.wait(forWriters: 8)
            await busy.finish()
            try await group.waitForAll()
        }
        for entry in try await store.auditLog.latest(limit: 8) {
            let number = entry.actor.dropFirst()
            #expect(entry.after?.contains("\"unavailable_slots\":\"[\(number)]\"") == true, "\(entry)")
        }
        #expect(Set(try await store.auditLog.latest(limit: 8).map(\.actor)).count == 8)
    }
}

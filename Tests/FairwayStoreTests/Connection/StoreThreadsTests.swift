@testable import FairwayStore
import Foundation
import StoreSQL
import StoreSQLite
import Testing

/// Reads in place, on threads that may wait.
struct StoreThreadsTests {
    private let store: ExpoStore

    init() async throws { store = try await TemporaryStore().store }

    private func onAThread<Value: Sendable>(_ body: @escaping @Sendable () -> Value) async -> Value {
        await withCheckedContinuation { continuation in
            Thread.detachNewThread { continuation.resume(returning: body()) }
        }
    }

    @Test func onlyThreadsThatSaidSoMayWait() async {
        #expect(await onAThread { StoreThreads.isCurrent } == false)
        let isCurrent = await onAThread {
            StoreThreads.enter()
            return StoreThreads.isCurrent
        }
        #expect(isCurrent)
        #expect(await onAThread { StoreThreads.isCurrent } == false, "of that thread alone")
    }

    @Test func aReadInPlaceWaitsForNoOtherReader() async throws {
        let backend = store.backend
        let number = try backend.readIfFree { try Int.fetchOne($0, sql: "SELECT 7") }
        #expect(number == 7)
        // All connections but one are held by others.
        let (held, holding) = AsyncStream.makeStream(of: Void.self)
        let gate = DispatchSemaphore(value: 0)
        let readers = 5
        for _ in 0..<readers {
            Thread.detachNewThread {
                _ = try? backend.read { _ in
                    holding.yield()
                    gate.wait()
                }
                holding.yield()
            }
        }
        var signs = held.makeAsyncIterator()
        for _ in 0..<readers { await signs.next() }
        #expect(try backend.readIfFree { _ in 1 } == nil)
        #expect(try await store.database.read { try Int.fetchOne($0, sql: "SELECT 8") } == 8)
        for _ in 0..<readers { gate.signal() }
        for _ in 0..<readers { await signs.next() }
        #expect(try backend.readIfFree { _ in 1 } == 1)
    }

    /// However many come at once, one connection is left for those who suspend.
    @Test func readsInPlaceAreCountedBeforeTheyBegin() async {
        let backend = store.backend
        let gate = DispatchSemaphore(value: 0)
        let (signs, sign) = AsyncStream.makeStream(of: Bool.self)
        for _ in 0..<40 {
            Thread.detachNewThread {
                let read: Bool? = try? backend.readIfFree { _ in
                    gate.wait()
                    return true
                }
                sign.yield(read ?? false)
            }
        }
        // Those who may not read say so at once; the others wait for the gate.
        var answers = signs.makeAsyncIterator()
        for _ in 0..<35 { #expect(await answers.next() == false) }
        for _ in 0..<5 { gate.signal() }
        for _ in 0..<5 { #expect(await answers.next() == true) }
    }
}

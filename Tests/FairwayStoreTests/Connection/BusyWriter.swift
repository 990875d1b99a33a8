@testable import FairwayStore
import Foundation
import StoreSQL

/// Someone in the middle of a transaction.
struct BusyWriter: Sendable {
    private let end = DispatchSemaphore(value: 0)
    private let ended: AsyncStream<Void>

    /// Returns when the transaction has begun and `body` is done.
    init(_ store: ExpoStore, _ body: @escaping @Sendable (Database) -> Void = { _ in }) async {
        let (ended, ending) = AsyncStream.makeStream(of: Void.self)
        self.ended = ended
        await withCheckedContinuation { [end] begun in
            Thread.detachNewThread {
                try? store.backend.writeWithoutTransaction { db in
                    try db.inTransaction {
                        body(db)
                        begun.resume()
                        end.wait()
                    }
                }
                ending.finish()
            }
        }
    }

    /// Commits.
    func finish() async {
        end.signal()
        for await _ in ended {}
    }
}

extension ExpoStore {
    /// For tests that look into tables.
    func read<Value>(_ body: (Database) throws -> Value) throws -> Value { try database.read(body) }

    /// Returns when so many stand in line behind the one who writes.
    func wait(forWriters count: Int) async throws {
        while waitingWriters < count { try await Task.sleep(for: .milliseconds(1)) }
    }
}

import FairwayCore
import FairwayStore
import Foundation
import StatementLog
import Synchronization

/// A store in a folder of its own, and a clock that ticks a second a look.
///
/// The folders go when the process ends: a store may still open a connection after the last use of this value.
struct TemporaryStore: Sendable {
    let folder: String
    let store: ExpoStore

    init(_ data: ExpoData? = nil) async throws {
        folder = TemporaryStore.root + "/" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        store = try TemporaryStore.open(folder + "/expo.sqlite")
        if let data { try await store.expo.replaceAll(with: data, by: "setup") }
    }

    var path: String { folder + "/expo.sqlite" }

    func path(_ name: String) -> String { folder + "/" + name }

    static func open(_ path: String) throws -> ExpoStore {
        let clock = Mutex(1_000_000.0)
        return try ExpoStore(path: path, observing: StatementLog.observe) {
            clock.withLock { now in
                now += 1
                return now
            }
        }
    }

    private static let root: String = {
        atexit { try? FileManager.default.removeItem(atPath: TemporaryStore.rootPath) }
        return rootPath
    }()

    private static var rootPath: String {
        NSTemporaryDirectory() + "fairway-store-tests-\(ProcessInfo.processInfo.processIdentifier)"
    }
}

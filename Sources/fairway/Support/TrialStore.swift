import FairwayStore
import Foundation
import PrivateFiles

/// A store that a dry run works on where there is none yet, so that it leaves none behind.
struct TrialStore {
    let store: ExpoStore
    private let folder: String

    /// - Returns: nil when there is a store.
    init?(unlessExists path: String) throws {
        guard !FileManager.default.fileExists(atPath: path) else { return nil }
        folder = try TemporaryFolder.make()
        store = try ExpoStore(path: folder + "/expo.sqlite") {
            Date().timeIntervalSince1970
        }
    }

    func remove() {
        try? store.compact()
        try? FileManager.default.removeItem(atPath: folder)
    }
}

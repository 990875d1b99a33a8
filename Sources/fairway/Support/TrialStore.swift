import FairwayStore
import Foundation

/// A store that a dry run works on where there is none yet, so that it leaves none behind.
struct TrialStore {
    let store: ExpoStore
    private let folder: URL

    /// - Returns: nil when there is a store.
    init?(unlessExists path: String) throws {
        guard !FileManager.default.fileExists(atPath: path) else { return nil }
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("fairway-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        store = try ExpoStore(path: folder.appendingPathComponent("expo.sqlite").path) {
            Date().timeIntervalSince1970
        }
    }

    func remove() {
        try? store.compact()
        try? FileManager.default.removeItem(at: folder)
    }
}

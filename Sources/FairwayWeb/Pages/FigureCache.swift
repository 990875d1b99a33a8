import FairwayCore
import FairwayStore
import Synchronization

/// The statistics of the last dates asked for: counting the whole expo takes longer than a page may.
///
/// Another process may change the store (an import on the command line), so an answer is kept only while SQLite's data
/// version stays what it was.
final class FigureCache: Sendable {
    private let store: ExpoStore
    private let kept = Mutex<(version: Int64, answers: [CivilDate: ExpoStatistics])>((-1, [:]))

    init(_ store: ExpoStore) {
        self.store = store
    }

    func statistics(asOf date: CivilDate) async throws -> ExpoStatistics {
        let version = try await store.auditLog.changeNumber()
        let known = kept.withLock { $0.version == version ? $0.answers[date] : nil }
        if let known { return known }
        let fresh = try await store.statistics.figures(asOf: date)
        kept.withLock { state in
            if state.version != version || state.answers.count > 30 { state = (version, [:]) }
            state.answers[date] = fresh
        }
        return fresh
    }
}

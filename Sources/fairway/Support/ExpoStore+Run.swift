import FairwayCore
import FairwayStore

extension ExpoStore {
    /// The run that is meant: the latest unless another is named.
    func runID(_ chosen: Run.ID?) async throws -> Run.ID? {
        if let chosen { return chosen }
        return try await programmes.latestRun()?.id
    }

    /// The run that is meant: the published one unless another is named, and the latest while none is.
    func publishedRunID(_ chosen: Run.ID?) async throws -> Run.ID? {
        if let chosen { return chosen }
        if let published = try await publications.latest()?.run { return published }
        return try await programmes.latestRun()?.id
    }
}

import FairwayCore

@testable import FairwayStore

extension ExpoStore {
    /// Publishes without a look at the rules: for tests of what a publication does.
    func publishUnchecked(_ id: Run.ID, by actor: String) async throws -> Publication {
        try await publications.load(as: actor) { try PublicationRepository.publish(id, $0) }
    }
}

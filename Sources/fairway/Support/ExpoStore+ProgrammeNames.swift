import FairwayCore
import FairwayStore

extension ExpoStore {
    /// What sentences about a programme of this store call things.
    func programmeNames(_ language: Language) throws -> ProgrammeNames {
        ProgrammeNames(
            language,
            expo: try expo(),
            enterprises: try enterpriseNames(),
            halls: Dictionary(try halls().map { ($0.id, $0.name) }) { first, _ in first }
        )
    }
}

import FairwayCore
import FairwayStore

/// What sentences about a programme call things, in each language.
struct RunNames: Sendable {
    private let names: [Language: ProgrammeNames]

    init(_ store: ExpoStore) async throws {
        let (expo, enterprises) = (try await store.expo.find(), try await store.enterprises.names())
        let halls = Dictionary(try await store.expo.halls().map { ($0.id, $0.name) }) { first, _ in first }
        names = Dictionary(
            uniqueKeysWithValues: Language.allCases.map {
                ($0, ProgrammeNames($0, expo: expo, enterprises: enterprises, halls: halls))
            }
        )
    }

    /// The same sentence in each language.
    func said(_ sentence: (Language, ProgrammeNames) -> String?) -> LocalizedText {
        var text = LocalizedText()
        for language in Language.allCases {
            text[language] = names[language].flatMap { sentence(language, $0) }
        }
        return text
    }
}

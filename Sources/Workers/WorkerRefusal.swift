package import FairwayCore

/// Why a worker would not do what it was asked: an error of the task's own, in every language.
package struct WorkerRefusal: WordedError, Codable, Equatable {
    package var words: LocalizedText

    package init(_ error: some WordedError) {
        words = LocalizedText(
            zh: error.words(in: .zh),
            ru: error.words(in: .ru),
            en: error.words(in: .en)
        )
    }

    package func words(in language: Language) -> String { words.text(in: language) }
}

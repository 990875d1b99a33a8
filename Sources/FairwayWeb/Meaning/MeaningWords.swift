import FairwayCore
import FairwayStore
import Meaning

/// The state of meaning in words, for pages.
enum MeaningWords {
    /// - Parameter state: nil when the server was started without meaning.
    static func text(_ state: MeaningKeeper.State?, _ renderer: PageRenderer, _ language: Language) -> String
    {
        let numbers = NumberWords(language)
        func word(_ name: String) -> String { renderer.word("meaning.\(name)", language) }
        switch state {
        case nil, .unavailable: return word("none")
        case .starting: return word("starting")
        case .running(_, let progress):
            let (done, total) = (numbers.integer(progress.done), numbers.integer(progress.total))
            return "\(word("running")): \(done) / \(total)"
        case .upToDate(let model, let texts):
            return "\(word("upToDate")): \(numbers.integer(texts)) (\(model.name))"
        case .failed: return word("failed")
        }
    }
}

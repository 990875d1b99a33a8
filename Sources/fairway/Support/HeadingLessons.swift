import Dispatch
import Meaning
import Nomenclature
import Synchronization

/// The texts of the nomenclature from which the headings are learnt: each name, each word, and all words of a language together.
struct HeadingLessons {
    private(set) var texts: [String] = []
    /// The place of each text's heading.
    private(set) var headings: [Int] = []
    private let nomenclature: Nomenclature

    init(_ nomenclature: Nomenclature) {
        self.nomenclature = nomenclature
        for (place, heading) in nomenclature.headings.enumerated() {
            let words = heading.words.all
            let own = heading.name.all + words.flatMap { $0 } + words.map { $0.joined(separator: ", ") }
            texts += own
            headings += own.map { _ in place }
        }
    }

    /// Embeds some 62,000 texts and learns, which takes about a minute.
    /// - Parameter progress: Is told the share that is done, 0…1; from several threads, one at a time.
    func learn(with embedder: any TextEmbedder, seed: UInt64, progress: @Sendable (Double) -> Void)
        -> LabelModel
    {
        let vectors = vectors(embedder) { progress($0 / 2) }
        return LabelTrainer().model(
            of: vectors,
            labels: headings,
            count: nomenclature.headings.count,
            from: embedder.model,
            source: nomenclature.fingerprint,
            seed: seed
        ) { progress(0.5 + $0 / 2) }
    }

    private static let textsAtOnce = 512

    private func vectors(_ embedder: any TextEmbedder, progress: @Sendable (Double) -> Void) -> [Float] {
        let starts = Array(stride(from: 0, to: texts.count, by: Self.textsAtOnce))
        let parts = Mutex((vectors: [[Float]](repeating: [], count: starts.count), done: 0))
        DispatchQueue.concurrentPerform(iterations: starts.count) { part in
            let few = texts[starts[part]..<min(texts.count, starts[part] + Self.textsAtOnce)]
            let found: [Float] = embedder.vectors(of: Array(few))
            parts.withLock { parts in
                parts.vectors[part] = found
                parts.done += 1
                progress(Double(parts.done) / Double(starts.count))
            }
        }
        return parts.withLock { $0.vectors.flatMap { $0 } }
    }
}

import Meaning
import Nomenclature

/// The vectors of all headings, to say how near each is to a text in meaning.
///
/// A heading has two texts in each language, its name and its words; the nearest of the six counts.
struct HeadingMeaning: Sendable {
    private let embedder: any TextEmbedder
    private let index: VectorIndex
    private static let textsOfHeading = 6

    /// Embeds some 7,400 texts, which takes one or two seconds.
    init(_ nomenclature: Nomenclature, embedder: any TextEmbedder) {
        self.embedder = embedder
        var index = VectorIndex(
            dimension: embedder.model.dimension,
            capacity: nomenclature.headings.count * Self.textsOfHeading
        )
        let texts = nomenclature.headings.flatMap { heading in
            heading.name.all + heading.words.all.map { $0.joined(separator: ", ") }
        }
        index.append(embedder.vectors(of: texts))
        self.index = index
    }

    /// The cosine of the text to the nearest text of each heading, in the order of `Nomenclature.headings`.
    func similarities(to text: String) -> [Float] {
        let cosines = index.cosines(to: embedder.vector(of: text))
        return stride(from: 0, to: cosines.count, by: Self.textsOfHeading).map { start in
            cosines[start..<start + Self.textsOfHeading].max() ?? 0
        }
    }
}

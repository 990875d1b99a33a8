import Meaning
import Nomenclature

/// The vectors of all headings, to say how near each is to a text in meaning.
///
/// A heading has two texts in each language, its name and its words; the nearest of the six counts.
struct HeadingMeaning: Sendable {
    private let index: VectorIndex
    private static let textsOfHeading = 6

    /// The texts whose vectors it needs.
    static func texts(of nomenclature: Nomenclature) -> [String] {
        nomenclature.headings.flatMap { heading in
            heading.name.all + heading.words.all.map { $0.joined(separator: ", ") }
        }
    }

    /// - Parameter vectors: Of `texts(of:)`, one after another.
    init(vectors: [Float], dimension: Int) {
        var index = VectorIndex(dimension: dimension, capacity: vectors.count / dimension)
        index.append(vectors)
        self.index = index
    }

    /// Embeds some 7,400 texts, which takes one or two seconds.
    init(_ nomenclature: Nomenclature, embedder: any TextEmbedder) {
        let vectors: ([String]) -> [Float] = embedder.vectors(of:)
        self.init(vectors: vectors(Self.texts(of: nomenclature)), dimension: embedder.model.dimension)
    }

    /// The cosine of a vector to the nearest text of each heading, in the order of `Nomenclature.headings`; nil for a vector of
    /// another model.
    func similarities(to vector: [Float]) -> [Float]? {
        guard vector.count == index.dimension else { return nil }
        let cosines = index.cosines(to: vector)
        return stride(from: 0, to: cosines.count, by: Self.textsOfHeading).map { start in
            cosines[start..<start + Self.textsOfHeading].max() ?? 0
        }
    }
}

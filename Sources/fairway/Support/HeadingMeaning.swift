import Glibc
import Meaning
import Nomenclature

/// Says how near each heading is to a text in meaning.
///
/// For the model that Fairway installs this was learnt from every name and word of the nomenclature (`HeadingLessons`). For other
/// models a heading has two texts in each language, its name and its words, and the nearest of the six counts.
enum HeadingMeaning: Sendable {
    /// With the model that gives vectors to parts of a text.
    case learnt(LabelModel, any TextEmbedder)
    case nearest(VectorIndex)

    private static let textsOfHeading = 6

    /// How far it counts beside words.
    ///
    /// The nearest of six texts is right half as often as what was learnt (0.42 and 0.73 of `tune.tsv` in the first place), and at more
    /// than a quarter of the weight it does harm.
    var trust: Float {
        switch self {
        case .learnt: 1
        case .nearest: 0.25
        }
    }

    /// The texts whose vectors `nearest` needs.
    static func texts(of nomenclature: Nomenclature) -> [String] {
        nomenclature.headings.flatMap { heading in
            heading.name.all + heading.words.all.map { $0.joined(separator: ", ") }
        }
    }

    /// What was learnt for this model and this nomenclature; nil if it was for others, or there is none.
    /// - Throws: `ModelError` when the file is damaged.
    static func installed(for nomenclature: Nomenclature, _ source: any VectorSource) throws
        -> HeadingMeaning?
    {
        let path = Nomenclature.installedWeightsPath
        guard let embedder = source as? any TextEmbedder, access(path, R_OK) == 0 else { return nil }
        let learnt = try LabelModel(path: path)
        guard learnt.embedding == embedder.model, learnt.source == nomenclature.fingerprint,
            learnt.count == nomenclature.headings.count
        else { return nil }
        return .learnt(learnt, embedder)
    }

    /// - Parameter vectors: Of `texts(of:)`, one after another.
    init(vectors: [Float], dimension: Int) {
        var index = VectorIndex(dimension: dimension, capacity: vectors.count / dimension)
        index.append(vectors)
        self = .nearest(index)
    }

    /// How near each heading is, in the order of `Nomenclature.headings`; nil for a vector of another model, and for one that says
    /// nothing.
    /// - Parameters:
    ///   - vector: Of the whole text.
    ///   - goods: What names the goods in the text, if that is not all of it. It counts as much as the whole, and less when it is
    ///     less than half of it: what was learnt is of short texts, and the vector of a long one blurs what its words tell apart.
    func similarities(to vector: [Float], goods: GoodsPhrase? = nil) -> [Float]? {
        switch self {
        case .learnt(let model, let embedder):
            guard vector.count == model.embedding.dimension else { return nil }
            guard let whole = model.scores(of: vector) else { return nil }
            guard let goods, let part = model.scores(of: embedder.vector(of: goods.text)) else {
                return whole
            }
            let weight = min(1, 2 * goods.share)
            return zip(whole, part).map { $0 + weight * $1 }
        case .nearest(let index):
            guard vector.count == index.dimension else { return nil }
            let cosines = index.cosines(to: vector)
            return stride(from: 0, to: cosines.count, by: Self.textsOfHeading).map { start in
                cosines[start..<start + Self.textsOfHeading].max() ?? 0
            }
        }
    }
}

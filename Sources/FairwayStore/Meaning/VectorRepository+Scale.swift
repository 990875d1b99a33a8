package import FairwayCore
import StoreSQL
package import Meaning

extension VectorRepository {
    /// Products whose names are compared.
    private static let mostProducts = 1000

    /// How the cosines of a model read, by the names that products of this expo have in two languages: a product's own say the
    /// same, those of products of two chapters something else.
    ///
    /// The model that Fairway brings was measured once, with more care; its scale is known.
    package func scale(by model: EmbeddingModel) async throws -> MeaningScale {
        guard model.name != Self.knownModel else { return .sentenceEncoder }
        let names = Language.allCases.map { "CASE WHEN name_\($0) <> '' THEN 1 ELSE 0 END" }
        let sql = """
            SELECT SUBSTR(hs_code, 1, 2), name_zh, name_ru, name_en FROM product
            WHERE hs_code IS NOT NULL AND \(names.joined(separator: " + ")) > 1 ORDER BY code LIMIT \(Self.mostProducts)
            """
        let products = try await read { db in
            try Row.fetchAll(db, sql: sql).map { row in
                let names: [String?] = [row[1], row[2], row[3]]
                return (chapter: row[0] as String, names: names.compactMap { $0 })
            }
        }
        let pairs = try await readVectors(by: model) { vector in
            try products.compactMap { product -> (chapter: String, one: [Float], other: [Float])? in
                let known = try product.names.compactMap(vector)
                return known.count > 1 ? (product.chapter, known[0], known[known.count - 1]) : nil
            }
        }
        let same = pairs.map { Self.cosine($0.one, $0.other) }
        // Each with the one half a round away, so that neighbours of one enterprise are not compared.
        let unrelated = pairs.indices.compactMap { place -> Float? in
            let far = pairs[(place + pairs.count / 2) % pairs.count]
            return far.chapter == pairs[place].chapter ? nil : Self.cosine(pairs[place].one, far.other)
        }
        return MeaningScale(unrelated: unrelated, same: same) ?? .sentenceEncoder
    }

    /// As `scripts/install-model` names it.
    private static let knownModel = "use-multilingual-3"

    /// Of vectors of length 1.
    private static func cosine(_ one: [Float], _ other: [Float]) -> Float {
        zip(one, other).reduce(0) { $0 + $1.0 * $1.1 }
    }
}

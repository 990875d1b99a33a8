import FairwayCore
import StoreSQL
package import Meaning
import Synchronization

/// What the catalogue says of products, demands and enterprises, in memory, to be found by meaning.
package final class CatalogueMeaning: Sendable {
    private struct Content {
        var vectors: StoredVectors
        /// Whose text each row of the index is.
        var owners: [[Owner]]
        var scale: MeaningScale
    }

    private struct Owner: Hashable {
        var kind: SearchKind
        var code: String
    }

    /// With more new texts than this, all vectors are read at once.
    private static let fewTexts = 1000

    private let store: ExpoStore
    private let content = Mutex<Content?>(nil)

    package init(store: ExpoStore) { self.store = store }

    /// Takes in what has changed in the store.
    package func refresh(_ model: EmbeddingModel) async throws {
        let owners = try await store.vectors.owners()
        var vectors = content.withLock { $0?.vectors }
        if vectors?.model != model { vectors = nil }
        let missing = owners.keys.filter { vectors?.row(of: $0) == nil }.sorted()
        // Texts that have gone leave their rows behind.
        let isStale = (vectors?.index.count ?? 0) > 2 * max(Self.fewTexts, owners.count)
        if vectors == nil || isStale || missing.count > Self.fewTexts {
            // The old ones go first, or there would be two of the largest thing in memory; a moment's searches go by words.
            vectors = nil
            content.withLock { $0 = nil }
            vectors = try await store.vectors.all(of: model)
        } else {
            for (text, vector) in zip(missing, try await store.vectors.vectors(of: missing, by: model)) {
                if let vector { vectors?.append(vector, of: TextKey(text)) }
            }
        }
        guard let vectors else { return }
        var rows = [[Owner]](repeating: [], count: vectors.index.count)
        for (text, things) in owners {
            guard let row = vectors.row(of: text) else { continue }
            rows[row] = things.map { Owner(kind: $0.kind, code: $0.code) }
        }
        let scale = try await store.vectors.scale(by: model)
        content.withLock { [rows] in $0 = Content(vectors: vectors, owners: rows, scale: scale) }
    }

    /// What is like a text with this vector, with how much, the likest first.
    /// - Parameter limit: Texts that are looked at; several may belong to one thing.
    package func guesses(like vector: [Float], limit: Int = 100) -> [CatalogueSearch.MeaningGuess] {
        guard let content = content.withLock({ $0 }), content.vectors.index.dimension == vector.count else {
            return []
        }
        var seen: Set<Owner> = []
        var guesses: [CatalogueSearch.MeaningGuess] = []
        for hit in content.vectors.index.nearest(to: vector, limit: limit)
        where hit.cosine > content.scale.unrelated {
            let likeness = content.scale.strength(cosine: hit.cosine)
            for owner in content.owners[hit.row] where seen.insert(owner).inserted {
                guesses.append((owner.kind, owner.code, likeness))
            }
        }
        return guesses
    }
}

extension VectorRepository {
    /// Who says each text that has a meaning.
    fileprivate func owners() async throws -> [String: [(kind: SearchKind, code: String)]] {
        let columns: [(SearchKind, String)] = [
            (.product, "name"), (.product, "about"), (.demand, "text"), (.enterprise, "about"),
        ]
        let selects = columns.flatMap { kind, column in
            ["zh", "ru", "en"].map {
                "SELECT '\(kind.rawValue)' AS kind, code, \(column)_\($0) AS text FROM \(kind.rawValue)"
            }
        }
        let sql = """
            SELECT DISTINCT text, kind, code FROM (\(selects.joined(separator: " UNION ALL "))) goods
            WHERE text <> '' ORDER BY kind, code
            """
        return try await read { db in
            var owners: [String: [(kind: SearchKind, code: String)]] = [:]
            let rows = try Row.fetchCursor(db, sql: sql)
            while let row = try rows.next() {
                guard let kind = SearchKind(rawValue: row[1]) else { continue }
                owners[row[0], default: []].append((kind, row[2]))
            }
            return owners
        }
    }
}

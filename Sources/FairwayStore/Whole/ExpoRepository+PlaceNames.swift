package import FairwayCore
import StoreSQL

extension ExpoRepository {
    /// The names of these economies and regions by code (ISO 3166-1, 3166-2), since reading all the world's takes longer than a page may.
    package func placeNames(of codes: Set<String>) async throws -> [String: LocalizedText] {
        guard !codes.isEmpty else { return [:] }
        let codes = codes.sorted()
        let marks = codes.map { _ in "?" }.joined(separator: ", ")
        let sql = ["economy", "region"].map { table in
            "SELECT code, name_zh, name_ru, name_en FROM \(table) WHERE code IN (\(marks))"
        }
        return try await read { db in
            var names: [String: LocalizedText] = [:]
            let arguments = Arguments(codes + codes)
            let cursor = try Row.fetchCursor(
                db,
                sql: sql.joined(separator: " UNION ALL "),
                arguments: arguments
            )
            while let row = try cursor.next() {
                let reader = RowReader(row)
                names[reader.text()] = reader.localized()
            }
            return names
        }
    }
}

import FairwayCore
import StoreSQL

extension SearchCandidate {
    /// The candidate with its texts; nil when it has gone meanwhile.
    func hit(_ db: Database) throws -> SearchHit? {
        guard let texts = try Row.fetchOne(db.cachedStatement(sql: Self.texts(of: kind)), arguments: [code])
        else { return nil }
        let row = RowReader(texts)
        var hit = SearchHit(
            kind: kind,
            code: code,
            enterprise: enterprise.map { .init($0) },
            heading: heading,
            score: score,
            evidence: evidence
        )
        hit.name = row.localized()
        hit.about = row.localized()
        hit.enterpriseName = row.localized()
        if kind == .product { hit.image = row.optionalID() }
        return hit
    }

    private static func texts(of kind: SearchKind) -> String {
        let none = "NULL, NULL, NULL"
        let firm = "e.name_zh, e.name_ru, e.name_en"
        switch kind {
        case .product:
            return """
                SELECT p.name_zh, p.name_ru, p.name_en, p.about_zh, p.about_ru, p.about_en, \(firm),
                  (SELECT i.code FROM product_image i WHERE i.product = p.code ORDER BY i.place LIMIT 1)
                FROM product p JOIN enterprise e ON e.code = p.enterprise WHERE p.code = ?
                """
        case .demand:
            return """
                SELECT d.text_zh, d.text_ru, d.text_en, \(none), \(firm)
                FROM demand d JOIN enterprise e ON e.code = d.enterprise WHERE d.code = ?
                """
        case .enterprise:
            return
                "SELECT \(firm), e.about_zh, e.about_ru, e.about_en, \(none) FROM enterprise e WHERE e.code = ?"
        case .region, .economy:
            return "SELECT name_zh, name_ru, name_en, \(none), \(none) FROM \(kind.rawValue) WHERE code = ?"
        }
    }
}

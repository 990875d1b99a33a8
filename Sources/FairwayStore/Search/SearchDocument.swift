import FairwayCore
import StoreSQL
import TextAnalysis

/// What is indexed of one thing that can be found.
struct SearchDocument {
    var kind: SearchKind
    var code: String
    var enterprise: String?
    var heading: String?
    var facets: [SearchFacet]
    /// Names in all languages, one a line; the same for the others.
    var name: String
    var about: String
    /// The name of whose it is.
    var firm: String
    /// How the name reads in other scripts.
    var keys: String

    /// - Returns: nil when there is no such thing for the public: gone, or of an enterprise that is not approved.
    static func document(_ kind: SearchKind, _ code: String, names: NameKeys, _ db: Database) throws -> Self?
    {
        switch kind {
        case .product: try product(code, db)
        case .demand: try demand(code, db)
        case .enterprise: try enterprise(code, names, db)
        case .region, .economy: try place(kind, code, names, db)
        }
    }

    private static let ofEnterprise = """
        e.code, e.name_zh, e.name_ru, e.name_en, e.economy, e.region, e.roles, e.sectors, e.languages
        """

    private static func product(_ code: String, _ db: Database) throws -> Self? {
        let sql = """
            SELECT \(ofEnterprise), p.hs_code, p.name_zh, p.name_ru, p.name_en, p.about_zh, p.about_ru, p.about_en,
              p.certificates, p.incoterm, p.moq, p.private_label
            FROM product p JOIN enterprise e ON e.code = p.enterprise WHERE p.code = ? AND e.status = 'approved'
            """
        guard let row = try Row.fetchOne(db.cachedStatement(sql: sql), arguments: [code]) else { return nil }
        return goods(.product, code, row, facets: terms(row))
    }

    private static func terms(_ row: Row) -> [SearchFacet] {
        let certificates: String = row[16] ?? "[]"
        let names = (try? JSONText.decode([String].self, from: certificates)) ?? []
        var facets = names.map { SearchFacet(certificate: $0) }
        if let rule: String = row[17] { facets.append(SearchFacet(.incoterm, rule)) }
        if let quantity: Int = row[18] { facets.append(SearchFacet(minimumOrder: quantity)) }
        if let isPrivateLabel: Bool = row[19] {
            facets.append(SearchFacet(.label, isPrivateLabel ? "yes" : "no"))
        }
        return facets
    }

    private static func demand(_ code: String, _ db: Database) throws -> Self? {
        let sql = """
            SELECT \(ofEnterprise), d.hs_prefix, d.text_zh, d.text_ru, d.text_en, NULL, NULL, NULL, d.target_regions
            FROM demand d JOIN enterprise e ON e.code = d.enterprise WHERE d.code = ? AND e.status = 'approved'
            """
        guard let row = try Row.fetchOne(db.cachedStatement(sql: sql), arguments: [code]) else { return nil }
        return goods(.demand, code, row, facets: list(row, 16, .wanted))
    }

    private static func goods(_ kind: SearchKind, _ code: String, _ row: Row, facets: [SearchFacet]) -> Self {
        let hsCode: String = row[9] ?? ""
        return SearchDocument(
            kind: kind,
            code: code,
            enterprise: row[0],
            heading: hsCode.count >= 4 ? String(hsCode.prefix(4)) : nil,
            facets: enterpriseFacets(row) + facets,
            name: lines(row, 10..<13),
            about: lines(row, 13..<16),
            firm: lines(row, 1..<4),
            keys: ""
        )
    }

    private static func enterprise(_ code: String, _ names: NameKeys, _ db: Database) throws -> Self? {
        let sql = """
            SELECT \(ofEnterprise), e.about_zh, e.about_ru, e.about_en FROM enterprise e
            WHERE e.code = ? AND e.status = 'approved'
            """
        guard let row = try Row.fetchOne(db.cachedStatement(sql: sql), arguments: [code]) else { return nil }
        let name = lines(row, 1..<4)
        return SearchDocument(
            kind: .enterprise,
            code: code,
            enterprise: code,
            facets: enterpriseFacets(row),
            name: name,
            about: lines(row, 9..<12),
            firm: "",
            keys: SearchExpression.keyWords(names.keys(of: name)).joined(separator: " ")
        )
    }

    /// A place is found when somebody comes from it.
    private static func place(_ kind: SearchKind, _ code: String, _ names: NameKeys, _ db: Database) throws
        -> Self?
    {
        let table = kind.rawValue
        let sql = """
            SELECT p.name_zh, p.name_ru, p.name_en FROM \(table) p WHERE p.code = ?
            AND EXISTS (SELECT 1 FROM enterprise e WHERE e.\(table) = p.code AND e.status = 'approved')
            """
        guard let row = try Row.fetchOne(db.cachedStatement(sql: sql), arguments: [code]) else { return nil }
        let name = lines(row, 0..<3)
        return SearchDocument(
            kind: kind,
            code: code,
            facets: [],
            name: name,
            about: code,
            firm: "",
            keys: SearchExpression.keyWords(names.keys(of: name)).joined(separator: " ")
        )
    }

    private static func enterpriseFacets(_ row: Row) -> [SearchFacet] {
        var facets = [SearchFacet(.economy, row[4] ?? "")]
        if let region: String = row[5] { facets.append(SearchFacet(.region, region)) }
        return facets + list(row, 6, .role) + list(row, 7, .sector) + list(row, 8, .language)
    }

    private static func list(_ row: Row, _ column: Int, _ list: SearchFacet.List) -> [SearchFacet] {
        let text: String = row[column] ?? "[]"
        return ((try? JSONText.decode([String].self, from: text)) ?? []).map { SearchFacet(list, $0) }
    }

    private static func lines(_ row: Row, _ columns: Range<Int>) -> String {
        columns.compactMap { row[$0] as String? }.joined(separator: "\n")
    }
}

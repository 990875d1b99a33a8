package import FairwayCore
import Foundation
import GRDB

extension ExpoStore {
    /// One enterprise with all that belongs to it, nil when there is none of that code.
    package func enterprise(_ id: Enterprise.ID) throws -> EnterpriseProfile? {
        try read { db in
            guard let enterprise = try self.one(Enterprise.self, id.code, db),
                let economy = try self.one(Economy.self, enterprise.economy.code, db)
            else { return nil }
            let stands: [Stand] = try self.rows(Stand.table.select + " WHERE enterprise = ?", [id.code], db)
            let delegation = try enterprise.delegation.flatMap { try self.one(Delegation.self, $0.code, db) }
            let own = " WHERE enterprise = ? ORDER BY code"
            return EnterpriseProfile(
                enterprise: enterprise,
                economy: economy,
                region: try enterprise.region.flatMap { try self.one(Region.self, $0.code, db) },
                stand: stands.first,
                hall: try stands.first.flatMap { try self.one(Hall.self, $0.hall.code, db) },
                delegation: delegation,
                agency: try delegation.flatMap { try self.one(Agency.self, $0.agency.code, db) },
                representatives: try self.rows(Representative.table.select + own, [id.code], db),
                products: try self.rows(Product.table.select + own, [id.code], db),
                demands: try self.rows(Demand.table.select + own, [id.code], db)
            )
        }
    }

    func one<Value: StoredRow>(_ type: Value.Type, _ key: String, _ db: Database) throws -> Value? {
        let table = Value.table
        let found: [Value] = try rows(table.select + " WHERE \(table.columns[0]) = ?", [key], db)
        return found.first
    }

    /// A page of the enterprises that are not declined.
    package func enterprises(_ query: EnterpriseQuery) throws -> EnterprisePage {
        let filter = EnterpriseFilter(query)
        let columns = Enterprise.table.columns(as: "e")
        let sql = """
            SELECT \(columns), s.hall, s.code,
              (SELECT COUNT(*) FROM product WHERE enterprise = e.code),
              (SELECT COUNT(*) FROM demand WHERE enterprise = e.code),
              (SELECT COUNT(*) FROM meeting_request WHERE requester = e.code)
                + (SELECT COUNT(*) FROM meeting_request WHERE recipient = e.code) AS requests
            FROM enterprise e LEFT JOIN stand s ON s.enterprise = e.code
            WHERE \(filter.condition) ORDER BY \(filter.order) LIMIT ? OFFSET ?
            """
        let pageSize = min(max(query.pageSize, 1), 200)
        let paging: StatementArguments = [pageSize, max(0, query.page - 1) * pageSize]
        return try read { db in
            let total = try Int.fetchOne(
                db,
                sql: "SELECT COUNT(*) FROM enterprise e LEFT JOIN stand s ON s.enterprise = e.code "
                    + "WHERE \(filter.condition)",
                arguments: filter.arguments
            )
            let rows = try Row.fetchAll(db, sql: sql, arguments: filter.arguments + paging)
            return EnterprisePage(enterprises: try rows.map(Self.enterpriseRow), total: total ?? 0)
        }
    }

    private static func enterpriseRow(_ row: Row) throws -> EnterpriseRow {
        let enterprise = try Enterprise(RowReader(row))
        let rest = RowReader(row, from: Enterprise.table.columns.count)
        return EnterpriseRow(
            enterprise: enterprise,
            hall: rest.optionalID(),
            stand: rest.optionalID(),
            products: rest.integer(),
            demands: rest.integer(),
            requests: rest.integer()
        )
    }

    /// Names of enterprises by code, for lists that only show names.
    package func enterpriseNames() throws -> [Enterprise.ID: LocalizedText] {
        try read { db in
            var names: [Enterprise.ID: LocalizedText] = [:]
            let cursor = try Row.fetchCursor(
                db,
                sql: "SELECT code, name_zh, name_ru, name_en FROM enterprise"
            )
            while let row = try cursor.next() {
                let reader = RowReader(row)
                names[reader.id()] = reader.localized()
            }
            return names
        }
    }
}

/// The query as SQL; every value is an argument.
private struct EnterpriseFilter {
    private(set) var condition = "e.status <> 'declined'"
    private(set) var arguments: StatementArguments = []
    let order: String

    init(_ query: EnterpriseQuery) {
        let name =
            "COALESCE("
            + ([query.language] + query.language.fallbacks).map { "e.name_\($0)" }
            .joined(separator: ", ") + ")"
        order =
            switch query.sort {
            case .name: "\(name), e.code"
            case .economy: "e.economy, e.region, \(name), e.code"
            case .requests: "requests DESC, e.code"
            }
        if let economy = query.economy { add("e.economy = ?", economy.code) }
        if let region = query.region { add("e.region = ?", region.code) }
        if let delegation = query.delegation { add("e.delegation = ?", delegation.code) }
        if let sector = query.sector { addListed("sectors", sector.code) }
        if let role = query.role { addListed("roles", role.rawValue) }
        if let language = query.spokenLanguage { addListed("languages", language.code) }
        if query.exhibitorsOnly { condition += " AND s.code IS NOT NULL" }
        if let text = query.text, !text.isEmpty { addText(text) }
    }

    private mutating func add(_ test: String, _ value: String) {
        condition += " AND \(test)"
        arguments += [value]
    }

    private mutating func addListed(_ column: String, _ value: String) {
        add("EXISTS (SELECT 1 FROM json_each(e.\(column)) WHERE value = ?)", value)
    }

    /// Names in any language, or the code, containing the text; case is folded by SQLite for ASCII only, so each
    /// text is tried as it is, in capitals and in small letters.
    private mutating func addText(_ text: String) {
        let escaped = text.replacing("\\", with: "\\\\").replacing("%", with: "\\%").replacing(
            "_",
            with: "\\_"
        )
        let forms = [escaped, escaped.lowercased(), escaped.uppercased(), escaped.capitalized]
        var tests: [String] = []
        for column in ["name_zh", "name_ru", "name_en", "code"] {
            for form in Set(forms).sorted() {
                tests.append("e.\(column) LIKE ? ESCAPE '\\'")
                arguments += ["%\(form)%"]
            }
        }
        condition += " AND (" + tests.joined(separator: " OR ") + ")"
    }
}

package import FairwayCore
import StoreSQL

/// Enterprises with what belongs to them.
package struct EnterpriseRepository: Repository {
    let database: StoreDatabase

    /// One enterprise with all that belongs to it, nil when there is none of that code.
    package func find(_ id: Enterprise.ID) async throws -> EnterpriseProfile? {
        try await read { db in
            guard let enterprise = try db.one(Enterprise.self, id.code),
                let economy = try db.one(Economy.self, enterprise.economy.code)
            else { return nil }
            let stands: [Stand] = try db.rows(
                Stand.table.select + " WHERE enterprise = ? ORDER BY code",
                [id.code]
            )
            let delegation = try enterprise.delegation.flatMap { try db.one(Delegation.self, $0.code) }
            let own = " WHERE enterprise = ? ORDER BY code"
            return EnterpriseProfile(
                enterprise: enterprise,
                economy: economy,
                region: try enterprise.region.flatMap { try db.one(Region.self, $0.code) },
                stand: stands.first,
                hall: try stands.first.flatMap { try db.one(Hall.self, $0.hall.code) },
                delegation: delegation,
                agency: try delegation.flatMap { try db.one(Agency.self, $0.agency.code) },
                representatives: try db.rows(Representative.table.select + own, [id.code]),
                products: try db.rows(Product.table.select + own, [id.code]),
                demands: try db.rows(Demand.table.select + own, [id.code])
            )
        }
    }

    /// A page of the enterprises that are not declined.
    ///
    /// The page's codes are found first, so that counts are made for these only.
    package func page(_ query: EnterpriseQuery) async throws -> EnterprisePage {
        let pageSize = min(max(query.pageSize, 1), 200)
        let paging: Arguments = [pageSize, query.page.offset(perPage: pageSize)]
        return try await read { db in
            let filter = EnterpriseFilter(query, db.dialect)
            let sql = """
                SELECT \(Enterprise.table.columns(as: "e")), s.hall, s.code,
                  (SELECT COUNT(*) FROM product WHERE enterprise = e.code),
                  (SELECT COUNT(*) FROM demand WHERE enterprise = e.code),
                  \(EnterpriseFilter.requestCount)
                FROM (
                  SELECT e.code FROM enterprise e WHERE \(filter.condition)
                  ORDER BY \(filter.order) LIMIT ? OFFSET ?
                ) p JOIN enterprise e ON e.code = p.code
                LEFT JOIN stand s ON s.code = (SELECT MIN(code) FROM stand WHERE enterprise = e.code)
                ORDER BY \(filter.order)
                """
            let rows = try Row.fetchAll(db, sql: sql, arguments: filter.arguments + paging)
            return EnterprisePage(
                enterprises: try rows.map(Self.row),
                total: try Self.count(filter, db)
            )
        }
    }

    /// A query of its own: counted in each row by a window, it takes ten times as long.
    private static func count(_ filter: EnterpriseFilter, _ db: Database) throws -> Int {
        let sql = "SELECT COUNT(*) FROM enterprise e WHERE \(filter.condition)"
        return try Int.fetchOne(db, sql: sql, arguments: filter.arguments) ?? 0
    }

    static func row(_ row: Row) throws -> EnterpriseRow {
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
    package func names() async throws -> [Enterprise.ID: LocalizedText] {
        try await read { db in
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

extension EnterpriseRepository {
    /// The agency that leads the enterprise's delegation.
    package func agency(leading id: Enterprise.ID) async throws -> Agency.ID? {
        try await read { try Self.agency(leading: id, $0) }
    }

    static func agency(leading id: Enterprise.ID, _ db: Database) throws -> Agency.ID? {
        try String.fetchOne(
            db,
            sql:
                "SELECT agency FROM delegation WHERE code = (SELECT delegation FROM enterprise WHERE code = ?)",
            arguments: [id.code]
        ).map { Agency.ID($0) }
    }
}

import FairwayCore
import GRDB

extension Schema {
    static func registerTradeTerms(in migrator: inout DatabaseMigrator) {
        migrator.registerMigration("12: the terms on which products are offered") { db in
            for statement in tradeTerms { try db.execute(sql: statement) }
            let version = try Int32.fetchOne(db, sql: "PRAGMA user_version") ?? 0
            try db.execute(sql: "PRAGMA user_version = \(max(version, 12))")
        }
    }

    /// Version 12: brand, minimum order, delivery, certificates and private label of a product; the log names them, too.
    private static let tradeTerms: [String] =
        [
            "brand TEXT", "moq INTEGER CHECK (moq > 0)", "moq_unit TEXT", "incoterm TEXT",
            "incoterm_place TEXT",
            "certificates TEXT NOT NULL DEFAULT '[]'",
            "private_label INTEGER CHECK (private_label IN (0, 1))",
        ].map { "ALTER TABLE product ADD COLUMN \($0)" }
        + ["insert", "update", "delete"].map { "DROP TRIGGER product_\($0)_is_logged" }
        + AuditTriggers.triggers(table: "product", keys: ["code"], columns: Product.table.columns)

    /// The columns that a product had before.
    static let productBeforeTerms = StoredTable(
        "product",
        "code enterprise hs_code name_zh name_ru name_en about_zh about_ru about_en gtin"
    )
}

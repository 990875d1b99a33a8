import GRDB

extension Schema {
    static func registerImages(in migrator: inout DatabaseMigrator) {
        migrator.registerMigration("16: images of products") { db in
            for statement in images { try db.execute(sql: statement) }
            try db.execute(sql: "PRAGMA user_version = 16")
        }
    }

    /// Version 16: images of products in their order, and their files.
    ///
    /// A product can lose its HS code and get another: its row moves to `uncoded_good` and back, and its images stay. So
    /// they hang on a code, and triggers take them away with the last row that has it. The log names an image; its files
    /// follow from the first upload and are not in it.
    private static let images: [String] =
        [
            """
            CREATE TABLE product_image (
              code TEXT PRIMARY KEY,
              enterprise TEXT NOT NULL REFERENCES enterprise ON DELETE CASCADE,
              product TEXT NOT NULL, place INTEGER NOT NULL, digest BLOB NOT NULL,
              width INTEGER NOT NULL CHECK (width > 0), height INTEGER NOT NULL CHECK (height > 0),
              UNIQUE (product, enterprise, digest)
            ) STRICT, WITHOUT ROWID
            """,
            "CREATE INDEX product_image_by_product ON product_image (product, place)",
            "CREATE INDEX product_image_by_enterprise ON product_image (enterprise)",
            """
            CREATE TABLE image_file (
              image TEXT NOT NULL REFERENCES product_image ON DELETE CASCADE,
              size TEXT NOT NULL CHECK (size IN ('large', 'card', 'thumbnail')),
              bytes BLOB NOT NULL, UNIQUE (image, size)
            ) STRICT
            """,
        ]
        + ["product", "uncoded_good"].map { table in
            """
            CREATE TRIGGER \(table)_takes_its_images AFTER DELETE ON \(table) BEGIN
              DELETE FROM product_image WHERE product = OLD.code AND enterprise = OLD.enterprise;
            END
            """
        }
        + AuditTriggers.triggers(
            table: "product_image",
            keys: ["code"],
            columns: ["code", "enterprise", "product", "place", "width", "height"]
        )
}

package import FairwayCore
import Foundation
import StoreSQL

/// The images of products.
package struct ImageRepository: Repository {
    let database: StoreDatabase

    // MARK: - Reading

    /// The images of an enterprise's products, each product's in their order.
    package func all(of id: Enterprise.ID) async throws -> [Product.ID: [ProductImage]] {
        let all = try await read { try Self.images("WHERE enterprise = ?", [id.code], $0) }
        return Dictionary(grouping: all, by: \.product)
    }

    package func all(of product: Product.ID) async throws -> [ProductImage] {
        try await read { try Self.images("WHERE product = ?", [product.code], $0) }
    }

    /// The images of all approved enterprises, for the public catalogue.
    package func published() async throws -> [Product.ID: [ProductImage]] {
        let approved = """
            WHERE EXISTS (SELECT 1 FROM enterprise e WHERE e.code = product_image.enterprise AND e.status = 'approved')
            """
        let all = try await read { try Self.images(approved, [], $0) }
        return Dictionary(grouping: all, by: \.product)
    }

    /// - Returns: nil when there is no such image.
    package func file(_ id: ProductImage.ID, _ size: ImageSize) async throws -> ImageFile? {
        try await read { db in
            let row = try Row.fetchOne(
                db.cachedStatement(
                    sql: """
                        SELECT i.enterprise, e.status, f.bytes
                        FROM product_image i JOIN enterprise e ON e.code = i.enterprise JOIN image_file f ON f.image = i.code
                        WHERE i.code = ? AND f.size = ?
                        """
                ),
                arguments: [id.code, size.rawValue]
            )
            guard let row else { return nil }
            let reader = RowReader(row)
            return ImageFile(
                enterprise: reader.id(),
                status: try reader.parsed { Enterprise.Status(rawValue: $0) },
                bytes: row[2]
            )
        }
    }

    private static func images(_ suffix: String, _ arguments: Arguments, _ db: Database) throws
        -> [ProductImage]
    {
        let sql =
            "SELECT code, product, width, height FROM product_image \(suffix) ORDER BY product, place, code"
        return try Row.fetchAll(db.cachedStatement(sql: sql), arguments: arguments).map { row in
            let reader = RowReader(row)
            return ProductImage(
                id: reader.id(),
                product: reader.id(),
                width: reader.integer(),
                height: reader.integer()
            )
        }
    }

    // MARK: - Writing

    /// Stores images behind those that the product has; one that it has already stays where it is.
    ///
    /// All of them or, when one is refused, none.
    /// - Throws: `ImageRefusal`.
    package func add(
        _ new: [NewImage],
        to product: Product.ID,
        of id: Enterprise.ID,
        by actor: String
    ) async throws -> [ProductImage] {
        try await write(as: actor) { db in
            try Self.checkProduct(product, of: id, db)
            for image in new {
                guard let place = try Self.place(of: image.digest, product, id, db) else { continue }
                try Self.insert(image, at: place, product, id, db)
            }
            return try Self.images("WHERE product = ? AND enterprise = ?", [product.code, id.code], db)
        }
    }

    /// Whether a file would be stored as an image of a product: asked before it is decoded, which costs far more.
    /// - Parameter digest: Of the file.
    /// - Returns: false when the product has it already.
    /// - Throws: `ImageRefusal`.
    package func hasRoom(for digest: [UInt8], of product: Product.ID, of id: Enterprise.ID) async throws
        -> Bool
    {
        try await read { db in
            try Self.checkProduct(product, of: id, db)
            return try Self.place(of: digest, product, id, db) != nil
        }
    }

    /// - Throws: `ImageRefusal.noSuchProduct`.
    private static func checkProduct(_ product: Product.ID, of id: Enterprise.ID, _ db: Database) throws {
        let isThere = try Bool.fetchOne(
            db,
            sql: "SELECT EXISTS (SELECT 1 FROM product WHERE code = ? AND enterprise = ?)",
            arguments: [product.code, id.code]
        )
        guard isThere == true else { throw ImageRefusal.noSuchProduct(product) }
    }

    /// Where an image comes behind those that the product has; nil when it is one of them.
    /// - Throws: `ImageRefusal.tooMany`.
    private static func place(
        of digest: [UInt8],
        _ product: Product.ID,
        _ id: Enterprise.ID,
        _ db: Database
    ) throws -> Int? {
        let stored = "FROM product_image WHERE product = ? AND enterprise = ?"
        let isKnown = try Bool.fetchOne(
            db,
            sql: "SELECT EXISTS (SELECT 1 \(stored) AND digest = ?)",
            arguments: [product.code, id.code, Data(digest)]
        )
        guard isKnown == false else { return nil }
        let last = try Row.fetchOne(
            db,
            sql: "SELECT COUNT(*), COALESCE(MAX(place), 0) \(stored)",
            arguments: [product.code, id.code]
        )
        let (count, place): (Int, Int) = last.map { ($0[0], $0[1]) } ?? (0, 0)
        guard count < ProductImage.mostOfProduct else {
            throw ImageRefusal.tooMany(most: ProductImage.mostOfProduct)
        }
        return place + 1
    }

    /// - Returns: whether the enterprise had the image.
    package func remove(_ image: ProductImage.ID, of id: Enterprise.ID, by actor: String) async throws -> Bool
    {
        try await change(image, of: id, by: actor) { db, others in
            try db.execute(sql: "DELETE FROM product_image WHERE code = ?", arguments: [image.code])
            return others
        }
    }

    /// Makes an image the one that stands for its product.
    /// - Returns: whether the enterprise has the image.
    package func putFirst(_ image: ProductImage.ID, of id: Enterprise.ID, by actor: String) async throws
        -> Bool
    {
        try await change(image, of: id, by: actor) { _, others in [image.code] + others }
    }

    /// - Parameter change: Gets the codes of the product's other images in their order; returns the new order.
    private func change(
        _ image: ProductImage.ID,
        of id: Enterprise.ID,
        by actor: String,
        _ change: @escaping @Sendable (Database, [String]) throws -> [String]
    ) async throws -> Bool {
        try await write(as: actor) { db in
            let product = try String.fetchOne(
                db,
                sql: "SELECT product FROM product_image WHERE code = ? AND enterprise = ?",
                arguments: [image.code, id.code]
            )
            guard let product else { return false }
            let all = try Self.images("WHERE product = ? AND enterprise = ?", [product, id.code], db)
            let order = try change(db, all.map(\.id.code).filter { $0 != image.code })
            for (index, code) in order.enumerated() {
                try db.execute(
                    sql: "UPDATE product_image SET place = ?1 WHERE code = ?2 AND place <> ?1",
                    arguments: [index + 1, code]
                )
            }
            return true
        }
    }

    private static func insert(
        _ image: NewImage,
        at place: Int,
        _ product: Product.ID,
        _ id: Enterprise.ID,
        _ db: Database
    ) throws {
        let code = (0..<10).map { _ in UInt8.random(in: 0...255) }.map { byte in
            (byte < 16 ? "0" : "") + String(byte, radix: 16)
        }.joined()
        try db.execute(
            sql: """
                INSERT INTO product_image (code, enterprise, product, place, digest, width, height)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                code, id.code, product.code, place, Data(image.digest), image.width, image.height,
            ]
        )
        for (size, bytes) in image.files.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            try db.execute(
                sql: "INSERT INTO image_file (image, size, bytes) VALUES (?, ?, ?)",
                arguments: [code, size.rawValue, bytes]
            )
        }
    }
}

import FairwayCore
import Foundation
import StoreSQL
import Testing

@testable import FairwayStore

/// Images of products in the store.
struct ImagesTests {
    private static let data = SampleExpo.generate(seed: 3, scale: 0.02, regions: [], economies: [])
    private static let product = data.products[0]
    private static let owner = product.enterprise
    private let temporary: TemporaryStore
    private var store: ExpoStore { temporary.store }

    init() throws { temporary = try TemporaryStore(Self.data) }

    private func new(_ digest: UInt8) -> NewImage {
        let files = ImageSize.allCases.map { ($0, Data([digest, UInt8($0.longestSide / 10)])) }
        return NewImage(
            width: 800,
            height: 600,
            files: Dictionary(uniqueKeysWithValues: files),
            digest: [digest]
        )
    }

    @discardableResult private func add(_ digests: UInt8..., to product: Product.ID = product.id) throws
        -> [ProductImage]
    {
        try store.addImages(digests.map(new), to: product, of: Self.owner, by: "olga")
    }

    @Test func keepTheirOrder() throws {
        let ids = try add(1, 2, 3).map(\.id)
        #expect(Set(ids).count == 3)
        #expect(try store.putImageFirst(ids[2], of: Self.owner, by: "olga"))
        #expect(try store.images(of: Self.product.id).map(\.id) == [ids[2], ids[0], ids[1]])
        #expect(try store.removeImage(ids[0], of: Self.owner, by: "olga"))
        #expect(try add(4).map(\.id).prefix(2) == [ids[2], ids[1]])
        #expect(try store.images(of: Self.owner)[Self.product.id]?.count == 3)
        for size in ImageSize.allCases {
            let file = try #require(try store.imageFile(ids[1], size))
            #expect(file.bytes == Data([2, UInt8(size.longestSide / 10)]))
            #expect(file.enterprise == Self.owner)
        }
        #expect(try store.imageFile(ids[0], .card) == nil)
    }

    @Test func theSameFileIsStoredOnce() throws {
        let first = try add(1, 2)
        #expect(try add(2, 1) == first)
        let other = try #require(
            Self.data.products.first { $0.enterprise == Self.owner && $0.id != Self.product.id }
        )
        #expect(try Set(add(1, to: other.id).map(\.id)).isDisjoint(with: first.map(\.id)))
    }

    @Test func moreThanAProductMayHaveAreRefusedWhole() throws {
        try add(1, 2, 3, 4)
        #expect(throws: ImageRefusal.tooMany(most: 6)) { try add(5, 6, 7) }
        #expect(try store.images(of: Self.product.id).count == 4)
        #expect(try add(5, 6, 1).count == 6)
    }

    @Test func otherPeoplesProductsAreRefused() throws {
        let foreign = try #require(Self.data.products.first { $0.enterprise != Self.owner })
        #expect(throws: ImageRefusal.noSuchProduct(foreign.id)) { try add(1, to: foreign.id) }
        let id = try #require(try add(1).first).id
        #expect(try !store.removeImage(id, of: foreign.enterprise, by: "olga"))
        #expect(try !store.putImageFirst(id, of: foreign.enterprise, by: "olga"))
        #expect(try store.images(of: Self.product.id).count == 1)
    }

    @Test func goWithTheirProduct() throws {
        let id = try #require(try add(1).first).id
        var present = try #require(try store.profileDraft(of: Self.owner))
        present.draft.products.removeAll { $0.code == Self.product.id.code }
        try store.saveProfile(present.draft, of: Self.owner, version: present.version, by: "olga")
        #expect(try store.imageFile(id, .card) == nil)
        #expect(try store.images(of: Self.owner).isEmpty)
        #expect(try store.read { try Int.fetchOne($0, sql: "SELECT COUNT(*) FROM image_file") } == 0)
    }

    @Test func goWithTheirEnterprise() throws {
        try add(1, 2)
        try store.replaceAll(with: Self.data, by: "test")
        let left = try store.read { db in
            try ["product_image", "image_file"].map {
                try Int.fetchOne(db, sql: "SELECT COUNT(*) FROM \($0)")
            }
        }
        #expect(left == [0, 0])
    }

    /// A product without an HS code has another code and is in another table.
    @Test func stayWithAProductThatLosesItsHSCodeAndGetsAnother() throws {
        let ids = try add(1, 2).map(\.id)
        func save(hs: String, of code: String) throws {
            var present = try #require(try store.profileDraft(of: Self.owner))
            let index = try #require(present.draft.products.firstIndex { $0.code == code })
            present.draft.products[index].hs = hs
            try store.saveProfile(present.draft, of: Self.owner, version: present.version, by: "olga")
        }
        try save(hs: "", of: Self.product.id.code)
        let uncoded = try #require(try store.uncodedGoods(of: Self.owner, areProducts: true).first)
        #expect(try store.images(of: Self.owner)[.init(uncoded.code)]?.map(\.id) == ids)
        #expect(try add(3, to: .init(uncoded.code)).count == 3)
        try save(hs: "1806", of: uncoded.code)
        let left = try store.images(of: Self.owner)
        #expect(left.count == 1)
        let code = try #require(left.keys.first)
        let product = try #require(try store.product(code))
        #expect(product.name == Self.product.name)
        #expect(left[product.id]?.map(\.id).prefix(2) == ids[...])
    }

    @Test func areInTheLogWithoutTheirBytes() throws {
        let before = try store.changeNumber()
        let id = try #require(try add(1).first).id
        #expect(try store.changeNumber() > before)
        let lines = try store.read { db in
            try String.fetchAll(
                db,
                sql:
                    "SELECT actor || ' ' || after FROM audit_log WHERE table_name = 'product_image' AND row_id = ?",
                arguments: [id.code]
            )
        }
        #expect(lines.count == 1)
        #expect(lines.first?.hasPrefix("olga {") == true)
        #expect(lines.first?.contains("bytes") == false)
    }

    @Test func ofApprovedEnterprisesArePublic() throws {
        var data = Self.data
        let index = try #require(data.enterprises.firstIndex { $0.id == Self.owner })
        data.enterprises[index].status = .approved
        try store.replaceAll(with: data, by: "test")
        try add(1)
        #expect(try store.publicImages()[Self.product.id]?.count == 1)
        #expect(try store.publicImages().count == 1)
        data.enterprises[index].status = .registered
        let waiting = try TemporaryStore(data).store
        _ = try waiting.addImages([new(1)], to: Self.product.id, of: Self.owner, by: "olga")
        #expect(try waiting.publicImages().isEmpty)
    }
}

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

    init() async throws { temporary = try await TemporaryStore(Self.data) }

    private func new(_ digest: UInt8) -> NewImage {
        let files = ImageSize.allCases.map { ($0, Data([digest, UInt8($0.longestSide / 10)])) }
        return NewImage(
            width: 800,
            height: 600,
            files: Dictionary(uniqueKeysWithValues: files),
            digest: [digest]
        )
    }

    @discardableResult private func add(_ digests: UInt8..., to product: Product.ID = product.id) async throws
        -> [ProductImage]
    {
        try await store.images.add(digests.map(new), to: product, of: Self.owner, by: "olga")
    }

    @Test func keepTheirOrder() async throws {
        let ids = try await add(1, 2, 3).map(\.id)
        #expect(Set(ids).count == 3)
        #expect(try await store.images.putFirst(ids[2], of: Self.owner, by: "olga"))
        #expect(try await store.images.all(of: Self.product.id).map(\.id) == [ids[2], ids[0], ids[1]])
        #expect(try await store.images.remove(ids[0], of: Self.owner, by: "olga"))
        #expect(try await add(4).map(\.id).prefix(2) == [ids[2], ids[1]])
        #expect(try await store.images.all(of: Self.owner)[Self.product.id]?.count == 3)
        for size in ImageSize.allCases {
            let file = try #require(try await store.images.file(ids[1], size))
            #expect(file.bytes == Data([2, UInt8(size.longestSide / 10)]))
            #expect(file.enterprise == Self.owner)
        }
        #expect(try await store.images.file(ids[0], .card) == nil)
    }

    @Test func theSameFileIsStoredOnce() async throws {
        let first = try await add(1, 2)
        #expect(try await add(2, 1) == first)
        let other = try #require(
            Self.data.products.first { $0.enterprise == Self.owner && $0.id != Self.product.id }
        )
        #expect(try await Set(add(1, to: other.id).map(\.id)).isDisjoint(with: first.map(\.id)))
    }

    @Test func moreThanAProductMayHaveAreRefusedWhole() async throws {
        try await add(1, 2, 3, 4)
        await #expect(throws: ImageRefusal.tooMany(most: 6)) { try await add(5, 6, 7) }
        #expect(try await store.images.all(of: Self.product.id).count == 4)
        #expect(try await add(5, 6, 1).count == 6)
    }

    @Test func otherPeoplesProductsAreRefused() async throws {
        let foreign = try #require(Self.data.products.first { $0.enterprise != Self.owner })
        await #expect(throws: ImageRefusal.noSuchProduct(foreign.id)) { try await add(1, to: foreign.id) }
        let id = try await #require(try add(1).first).id
        #expect(try await !store.images.remove(id, of: foreign.enterprise, by: "olga"))
        #expect(try await !store.images.putFirst(id, of: foreign.enterprise, by: "olga"))
        #expect(try await store.images.all(of: Self.product.id).count == 1)
    }

    @Test func goWithTheirProduct() async throws {
        let id = try await #require(try add(1).first).id
        var present = try #require(try await store.profiles.draft(of: Self.owner))
        present.draft.products.removeAll { $0.code == Self.product.id.code }
        try await store.profiles.save(present.draft, of: Self.owner, version: present.version, by: "olga")
        #expect(try await store.images.file(id, .card) == nil)
        #expect(try await store.images.all(of: Self.owner).isEmpty)
        #expect(try store.read { try Int.fetchOne($0, sql: "SELECT COUNT(*) FROM image_file") } == 0)
    }

    @Test func goWithTheirEnterprise() async throws {
        try await add(1, 2)
        try await store.expo.replaceAll(with: Self.data, by: "test")
        let left = try store.read { db in
            try ["product_image", "image_file"].map {
                try Int.fetchOne(db, sql: "SELECT COUNT(*) FROM \($0)")
            }
        }
        #expect(left == [0, 0])
    }

    @Test func stayWithAProductThatLosesItsHSCodeAndGetsAnother() async throws {
        let ids = try await add(1, 2).map(\.id)
        func save(hs: String, of code: String) async throws {
            var present = try #require(try await store.profiles.draft(of: Self.owner))
            let index = try #require(present.draft.products.firstIndex { $0.code == code })
            present.draft.products[index].hs = hs
            try await store.profiles.save(present.draft, of: Self.owner, version: present.version, by: "olga")
        }
        try await save(hs: "", of: Self.product.id.code)
        #expect(try await store.enterprises.product(Self.product.id)?.hsCode == nil)
        #expect(try await store.images.all(of: Self.product.id).map(\.id) == ids)
        #expect(try await add(3).count == 3)
        try await save(hs: "1806", of: Self.product.id.code)
        #expect(try await store.enterprises.product(Self.product.id)?.hsCode?.digits == "1806")
        #expect(try await store.images.all(of: Self.product.id).map(\.id).prefix(2) == ids[...])
    }

    @Test func areInTheLogWithoutTheirBytes() async throws {
        let before = try await store.auditLog.changeNumber()
        let id = try await #require(try add(1).first).id
        #expect(try await store.auditLog.changeNumber() > before)
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

    @Test func ofApprovedEnterprisesArePublic() async throws {
        var data = Self.data
        let index = try #require(data.enterprises.firstIndex { $0.id == Self.owner })
        data.enterprises[index].status = .approved
        try await store.expo.replaceAll(with: data, by: "test")
        try await add(1)
        #expect(try await store.images.published()[Self.product.id]?.count == 1)
        #expect(try await store.images.published().count == 1)
        data.enterprises[index].status = .registered
        let waiting = try await TemporaryStore(data).store
        _ = try await waiting.images.add([new(1)], to: Self.product.id, of: Self.owner, by: "olga")
        #expect(try await waiting.images.published().isEmpty)
    }
}

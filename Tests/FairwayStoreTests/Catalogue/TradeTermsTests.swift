import FairwayCore
@testable import FairwayStore
import Foundation
import Testing

/// The terms of products in the store.
struct TradeTermsTests {
    private static let terms = TradeTerms(
        brand: "Мишка",
        minimumOrder: MinimumOrder(20, .pallet),
        delivery: DeliveryTerm(.dap, "Suifenhe"),
        certificates: ["EAC", "Halal"],
        isPrivateLabel: false
    )

    @Test func areReadBackAsTheyWereWritten() async throws {
        var data = try ExpoFixture.data()
        data.products[0].terms = Self.terms
        let temporary = try await TemporaryStore(data)
        #expect(try await temporary.store.enterprises.product("P1")?.terms == Self.terms)
        #expect(try await temporary.store.enterprises.product("none") == nil)
    }

    @Test func surviveAChangeOfTheProfileAndAreLogged() async throws {
        var data = try ExpoFixture.data()
        data.products[0].terms = Self.terms
        let store = try await TemporaryStore(data).store
        var present = try #require(try await store.profiles.draft(of: "E1"))
        present.draft.products[0].name.en = "Chocolate bar"
        try await store.profiles.save(present.draft, of: "E1", version: present.version, by: "olga")
        #expect(try await store.enterprises.product("P1")?.name.en == "Chocolate bar")
        #expect(try await store.enterprises.product("P1")?.terms == Self.terms)
        let entry = try #require(try await store.auditLog.latest(limit: 100).first { $0.table == "product" })
        #expect(entry.after?.contains("\"incoterm\":\"DAP\"") == true)
    }
}

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

    @Test func areReadBackAsTheyWereWritten() throws {
        var data = try ExpoFixture.data()
        data.products[0].terms = Self.terms
        let temporary = try TemporaryStore(data)
        #expect(try temporary.store.product("P1")?.terms == Self.terms)
        #expect(try temporary.store.product("none") == nil)
    }

    @Test func surviveAChangeOfTheProfileAndAreLogged() throws {
        var data = try ExpoFixture.data()
        data.products[0].terms = Self.terms
        let store = try TemporaryStore(data).store
        var present = try #require(try store.profileDraft(of: "E1"))
        present.draft.products[0].name.en = "Chocolate bar"
        try store.saveProfile(present.draft, of: "E1", version: present.version, by: "olga")
        #expect(try store.product("P1")?.name.en == "Chocolate bar")
        #expect(try store.product("P1")?.terms == Self.terms)
        let entry = try #require(try store.auditLog(limit: 100).first { $0.table == "product" })
        #expect(entry.after?.contains("\"incoterm\":\"DAP\"") == true)
    }
}

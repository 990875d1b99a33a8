import FairwayCore
import Testing

struct TermsDraftTests {
    @Test func whatIsStoredComesBack() {
        let terms = TradeTerms(
            brand: "Незабудка",
            minimumOrder: MinimumOrder(12, .pallet),
            delivery: DeliveryTerm(.dap, "Суйфэньхэ"),
            certificates: ["EAC", "ISO 22000"],
            isPrivateLabel: false
        )
        let draft = TermsDraft(terms)
        #expect(draft.terms == terms && draft.flaws("products-0").isEmpty)
        #expect(TermsDraft().isEmpty && TermsDraft().terms == nil)
    }

    /// Half a term is none: the missing half is named.
    @Test(arguments: [
        ("quantity", "unit"), ("unit", "moq"), ("incoterm", "place"), ("place", "incoterm"),
    ])
    func halfATermIsAFlaw(said: String, missing: String) {
        var draft = TermsDraft()
        if said == "quantity" { draft.quantity = "5" }
        if said == "unit" { draft.unit = "KGM" }
        if said == "incoterm" { draft.incoterm = "FOB" }
        if said == "place" { draft.place = "Dalian" }
        #expect(draft.flaws("products-2") == [ProfileFlaw("products-2-\(missing)", .missing)])
        #expect(draft.terms == nil)
    }

    @Test func whatIsMistypedIsAFlaw() {
        var draft = TermsDraft()
        (draft.quantity, draft.unit) = ("0", "XYZ")
        draft.privateLabel = "maybe"
        #expect(
            draft.flaws("p") == [
                ProfileFlaw("p-moq", .badQuantity("0")), ProfileFlaw("p-unit", .unknown("XYZ")),
                ProfileFlaw("p-label", .unknown("maybe")),
            ]
        )
        draft.certificates = " EAC ；ISO 22000\n; "
        #expect(draft.certificateNames == ["EAC", "ISO 22000"])
    }
}

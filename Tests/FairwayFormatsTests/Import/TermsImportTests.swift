import FairwayCore
import FairwayFormats
import Testing

/// Terms of products as organisers write them.
struct TermsImportTests {
    private func read(_ header: String, _ row: String) throws -> (products: [Product], errors: [String]) {
        let folder = try ImportFolder()
        try folder.write("enterprises.csv", "code;name_en;economy;roles\nE1;Meadow;RU;brand\n")
        try folder.write("products.csv", "code;enterprise;hs_code;name_en;\(header)\nG1;E1;1806;Bar;\(row)\n")
        let (batch, diagnostics) = folder.read()
        return (
            batch.products.map(\.value),
            diagnostics.filter { $0.severity == .error }.map { $0.words(in: .en) }
        )
    }

    @Test(arguments: [
        (
            "brand;MOQ;MOQ unit;Incoterms 2020;Named place;Certificates;Private label",
            "1 500;cartons;fob;Dalian"
        ),
        (
            "Бренд;Мин. партия;Единица мин. партии;Инкотермс 2020;Место поставки;Сертификаты;Частная марка",
            "1500;кор.;FOB;Dalian"
        ),
        ("品牌;最小起订量;起订量单位;国际贸易术语;指定地点;认证;贴牌生产", "1500;箱;FOB;Dalian"),
    ])
    func areReadInThreeLanguages(header: String, middle: String) throws {
        let (products, errors) = try read(header, "Snowspring;\(middle);HACCP, EAC;да")
        #expect(errors == [])
        #expect(
            products.first?.terms
                == TradeTerms(
                    brand: "Snowspring",
                    minimumOrder: MinimumOrder(1500, .carton),
                    delivery: DeliveryTerm(.fob, "Dalian"),
                    certificates: ["HACCP", "EAC"],
                    isPrivateLabel: true
                )
        )
    }

    @Test(arguments: [
        ("gtin", "4006381333932", "gtin"), ("gtin", "12345", "gtin"), ("moq;moq_unit", "0;kg", "moq"),
        ("moq;moq_unit", "5;", "moq_unit"), ("moq;moq_unit", ";kg", "moq"),
        ("moq;moq_unit", "5;barrels", "moq_unit"),
        ("incoterm;incoterm_place", "DAT;Dalian", "incoterm"),
        ("incoterm;incoterm_place", "FOB;", "incoterm_place"),
        ("incoterm;incoterm_place", ";Dalian", "incoterm"), ("private_label", "perhaps", "private_label"),
    ])
    func whatIsWrongIsNamedByFileRowAndField(header: String, row: String, field: String) throws {
        let (_, errors) = try read(header, row)
        let error = try #require(errors.first)
        #expect(error.contains("products.csv") && error.contains("2") && error.contains(field))
    }

    @Test func withoutTermsNoneAreStated() throws {
        #expect(try read("brand", "").products.first?.terms == nil)
    }
}

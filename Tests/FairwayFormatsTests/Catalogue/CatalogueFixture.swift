import FairwayCore
import FairwayFormats

extension ExpoData {
    /// Two approved enterprises with goods of many kinds, and one that waits.
    static func catalogueFixture() -> ExpoData {
        var data = ExpoData.exportFixture()
        data.economies = [Economy(id: "CN", name: LocalizedText(zh: "中国", ru: "Китай", en: "China"))]
        for index in data.enterprises.indices { data.enterprises[index].status = .approved }
        data.enterprises[0].roles = [.manufacturer]
        data.enterprises[2].status = .registered
        data.representatives = [
            Representative(
                id: "P1",
                enterprise: "E1",
                name: LocalizedText(en: "Secret Person"),
                email: "p@x.example"
            )
        ]
        data.products = [chocolate, plain, waiting].compactMap { $0 }
        data.demands = [
            HSCode("18").map {
                Demand(
                    id: "D1",
                    enterprise: "E2",
                    hsPrefix: $0,
                    text: LocalizedText(zh: "糖果", ru: "Конфеты", en: "Sweets"),
                    targetRegions: ["CN", "RU-PRI"]
                )
            }
        ].compactMap { $0 }
        return data
    }

    /// With everything that can be stated.
    private static var chocolate: Product? {
        HSCode("1806.32").map {
            Product(
                id: "G 1/a",
                enterprise: "E1",
                hsCode: $0,
                name: LocalizedText(zh: "巧克力", ru: "Шоколад <тёмный> & горький", en: "Dark chocolate"),
                about: LocalizedText(ru: "С орехами"),
                gtin: GTIN("4006381333931"),
                terms: TradeTerms(
                    brand: "Snowspring",
                    minimumOrder: MinimumOrder(1500, .carton),
                    delivery: DeliveryTerm(.fob, "Dalian"),
                    certificates: ["HACCP", "EAC"],
                    isPrivateLabel: true
                )
            )
        }
    }

    /// With nothing but what must be, in one language.
    private static var plain: Product? {
        HSCode("8418").map {
            Product(id: "G2", enterprise: "E2", hsCode: $0, name: LocalizedText(zh: "=冷柜</script>"))
        }
    }

    private static var waiting: Product? {
        HSCode("8418").map {
            Product(id: "G3", enterprise: "E3", hsCode: $0, name: LocalizedText(en: "Waiting"))
        }
    }
}

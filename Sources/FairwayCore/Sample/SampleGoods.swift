/// A kind of goods of the sample.
struct SampleGoods {
    let hsCode: HSCode
    let name: SampleText
    let sector: Sector.ID

    static let all: [SampleGoods] = [foodTable, materialsTable, wearTable, metalsTable].flatMap { table in
        SampleTable.rows(table).compactMap { row in
            guard let code = HSCode(row.cells[0]), let sector = Sector.sector(of: code) else { return nil }
            return SampleGoods(hsCode: code, name: row.text(from: 1), sector: sector.id)
        }
    }

    /// Kinds of goods by sector, in the order of `Sector.all`.
    static let bySector: [Sector.ID: [SampleGoods]] = Dictionary(grouping: all, by: \.sector)

    /// "Frozen crab, export grade, Snowspring".
    func product(_ id: Product.ID, of enterprise: Enterprise.ID, using random: inout SampleRandom) -> Product
    {
        let goodsClass = SampleGrades.GoodsClass(chapter: Int(hsCode.chapter, in: 1...97) ?? 0)
        let grade = random.pick(SampleGrades.names(of: goodsClass))
        let brand = random.pick(SampleWords.heads)
        let text = random.pick(SampleGrades.descriptions(of: goodsClass)).replacing("goods") { name[$0] }
        // The terms have draws of their own, so that everything else of the sample stays as it was without them.
        var copy = random
        var own = SampleRandom(seed: copy.next(), stream: 12)
        let terms = SampleTerms.terms(of: hsCode, brand: brand.en, using: &own)
        return Product(
            id: id,
            enterprise: enterprise,
            hsCode: hsCode,
            name: LocalizedText(
                zh: "“\(brand.zh)”\(name.zh)（\(grade.zh)）",
                ru: "\(name.ru) «\(brand.ru)», \(grade.ru)",
                en: "\(brand.en) \(name.en.insideSentence), \(grade.en)"
            ),
            about: text.localized,
            gtin: random.chance(0.4) ? Self.gtin(random.below(1_000_000_000)) : nil,
            terms: terms
        )
    }

    func demand(_ id: Demand.ID, of enterprise: Enterprise.ID, using random: inout SampleRandom) -> Demand {
        let digits = random.pick([2, 4, 4, 6, 6])
        let text = random.pick(SampleWords.demandTexts).replacing("goods") { name[$0].insideSentence }
        let target: [String]
        switch random.below(10) {
        case 0...2: target = ["CN"]
        case 3...5: target = ["RU"]
        case 6: target = ["CN-HL", "CN-JL", "CN-LN"]
        case 7: target = ["RU-PRI", "RU-KHA", "RU-AMU"]
        default: target = []
        }
        return Demand(
            id: id,
            enterprise: enterprise,
            hsPrefix: HSCode(String(hsCode.digits.prefix(digits))) ?? hsCode,
            text: text.localized,
            targetRegions: target
        )
    }

    /// A GTIN-13 of the range for restricted circulation (GS1 prefix 200–299): no article on sale has it.
    private static func gtin(_ number: Int) -> GTIN? {
        let body = "2" + padded(number, 11)
        return (0...9).lazy.compactMap { GTIN(body + String($0)) }.first
    }
}

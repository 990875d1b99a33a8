/// A broad line of business: the 21 sections of the Harmonized System (goods) plus four kinds of service.
package struct Sector: Equatable, Sendable {
    package typealias ID = Identifier<Sector>

    package let id: ID
    package let name: LocalizedText
    /// HS chapters of the section; empty for services.
    package let chapters: ClosedRange<Int>?

    /// All sectors in HS order, services last.
    package static let all: [Sector] = [
        Sector("S01", 1...5, "动物产品", "Животноводство и рыба", "Animal products"),
        Sector("S02", 6...14, "植物产品", "Растительные продукты", "Plant products"),
        Sector("S03", 15...15, "油脂", "Масла и жиры", "Oils and fats"),
        Sector("S04", 16...24, "食品饮料", "Продукты питания и напитки", "Food and drink"),
        Sector("S05", 25...27, "矿产能源", "Минеральное сырьё и топливо", "Minerals and energy"),
        Sector("S06", 28...38, "化工医药", "Химия и фармацевтика", "Chemicals and pharmaceuticals"),
        Sector("S07", 39...40, "塑料橡胶", "Пластмассы и резина", "Plastics and rubber"),
        Sector("S08", 41...43, "皮革毛皮", "Кожа и меха", "Leather and furs"),
        Sector("S09", 44...46, "木材制品", "Лес и древесина", "Wood"),
        Sector("S10", 47...49, "纸浆纸张", "Бумага и печать", "Paper and print"),
        Sector("S11", 50...63, "纺织服装", "Текстиль и одежда", "Textiles and clothing"),
        Sector("S12", 64...67, "鞋帽", "Обувь и головные уборы", "Footwear and headgear"),
        Sector("S13", 68...70, "石材陶瓷玻璃", "Камень, керамика, стекло", "Stone, ceramics, glass"),
        Sector("S14", 71...71, "珠宝贵金属", "Ювелирные изделия", "Jewellery"),
        Sector("S15", 72...83, "金属制品", "Металлы и изделия", "Metals and metal goods"),
        Sector("S16", 84...85, "机械电子", "Машины и электроника", "Machinery and electronics"),
        Sector("S17", 86...89, "运输设备", "Транспорт", "Vehicles and transport equipment"),
        Sector("S18", 90...92, "仪器仪表", "Приборы и медтехника", "Instruments and medical devices"),
        Sector("S19", 93...93, "猎枪及配件", "Охотничье оружие", "Hunting arms"),
        Sector("S20", 94...96, "家具杂项", "Мебель и разное", "Furniture and miscellaneous"),
        Sector("S21", 97...97, "艺术品", "Искусство", "Art"),
        Sector("SLO", nil, "物流", "Логистика", "Logistics"),
        Sector("SFI", nil, "金融投资", "Финансы и инвестиции", "Finance and investment"),
        Sector("STO", nil, "旅游文化", "Туризм и культура", "Tourism and culture"),
        Sector("SBS", nil, "商务服务", "Деловые услуги", "Business services"),
    ]

    private init(_ id: ID, _ chapters: ClosedRange<Int>?, _ zh: String, _ ru: String, _ en: String) {
        self.id = id
        self.chapters = chapters
        name = LocalizedText(zh: zh, ru: ru, en: en)
    }

    /// The section that an HS code belongs to.
    package static func sector(of code: HSCode) -> Sector? {
        guard let chapter = Int(code.chapter, in: 1...97) else { return nil }
        return all.first { $0.chapters?.contains(chapter) ?? false }
    }

    package static func sector(_ id: ID) -> Sector? {
        all.first { $0.id == id }
    }
}

/// Makes names of enterprises, no two alike in a region.
struct SampleNames {
    private var taken: Set<String> = []
    private let places: SamplePlaces

    init(_ places: SamplePlaces) {
        self.places = places
    }

    mutating func name(role: Enterprise.Role, origin: SampleOrigin, using random: inout SampleRandom)
        -> LocalizedText
    {
        var name = draw(role: role, origin: origin, using: &random)
        while !taken.insert("\(origin.region?.code ?? origin.economy.code) \(name.text(in: .zh))").inserted {
            name = draw(role: role, origin: origin, using: &random)
        }
        return name
    }

    private func draw(role: Enterprise.Role, origin: SampleOrigin, using random: inout SampleRandom)
        -> LocalizedText
    {
        let head = random.pick(SampleWords.heads)
        let tail = random.pick(SampleWords.tails)
        let trades = SampleWords.trades[role.rawValue] ?? []
        let trade = trades.isEmpty ? SampleText(zh: "", ru: "", en: "") : random.pick(trades)
        let russian = "«\(head.ru) – \(tail.ru)»"
        let english = "\(head.en) \(tail.en) \(trade.en)"
        switch origin.economy.code {
        case "CN":
            let city = SamplePlaces.city(of: origin.region) ?? SampleText(zh: "", ru: "", en: "")
            return LocalizedText(
                zh: "\(city.zh)\(head.zh)\(tail.zh)\(trade.zh)有限公司",
                ru: "\(trade.ru) \(russian), \(city.ru)",
                en: "\(city.en) \(english) Co., Ltd."
            )
        case "RU":
            return LocalizedText(
                zh: "\(head.zh)\(tail.zh)\(trade.zh)有限责任公司",
                ru: "ООО \(russian), \(trade.ru.insideSentence)",
                en: "\(english) LLC"
            )
        default:
            let form = SamplePlaces.abroad(origin.economy)?.legalForm ?? "Ltd"
            let economy = places.economy(origin.economy)?.name ?? LocalizedText()
            return LocalizedText(
                zh: "\(economy.text(in: .zh))\(head.zh)\(tail.zh)\(trade.zh)公司",
                ru: "\(trade.ru) \(russian) (\(economy.text(in: .ru)))",
                en: "\(english) \(form)"
            )
        }
    }
}

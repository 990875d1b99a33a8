/// The terms on which the sample's enterprises offer their goods.
enum SampleTerms {
    static func terms(of code: HSCode, brand: String, using random: inout SampleRandom) -> TradeTerms {
        TradeTerms(
            brand: brand,
            minimumOrder: random.chance(0.8) ? minimumOrder(of: code, using: &random) : nil,
            delivery: random.chance(0.75) ? delivery(using: &random) : nil,
            certificates: certificates(of: code, using: &random),
            isPrivateLabel: random.chance(0.6) ? random.chance(0.4) : nil
        )
    }

    /// Round numbers in the unit in which such goods are sold.
    private static func minimumOrder(of code: HSCode, using random: inout SampleRandom) -> MinimumOrder? {
        let (unit, quantities): (MinimumOrder.Unit, [Int]) =
            switch Int(code.chapter, in: 1...97) ?? 0 {
            case 1...14, 25...31: (.tonne, [1, 5, 10, 20, 25])
            case 15...24:
                random.chance(0.5) ? (.carton, [50, 100, 200, 500]) : (.kilogram, [500, 1000, 5000])
            case 44: (.cubicMetre, [30, 40, 80])
            case 50...60: (.metre, [500, 1000, 3000])
            case 64: (.pair, [200, 500, 1000])
            case 72...81: (.tonne, [5, 20, 60])
            case 84...89: (.piece, [1, 2, 5, 10])
            default: (.piece, [100, 300, 500, 1000])
            }
        return MinimumOrder(random.pick(quantities), unit)
    }

    /// Rules for sea go with ports only.
    private static func delivery(using random: inout SampleRandom) -> DeliveryTerm? {
        let ports = ["Dalian", "Tianjin", "Qingdao", "Vladivostok", "Nakhodka"]
        let inland = ["Harbin", "Suifenhe", "Heihe", "Blagoveshchensk", "Khabarovsk", "Novosibirsk"]
        let isBySea = random.chance(0.4)
        let rules: [DeliveryTerm.Incoterm] =
            isBySea ? [.fob, .fob, .cif, .cfr] : [.exw, .fca, .fca, .cpt, .dap]
        return DeliveryTerm(random.pick(rules), random.pick(isBySea ? ports : inland))
    }

    private static func certificates(of code: HSCode, using random: inout SampleRandom) -> [String] {
        let usual =
            switch Int(code.chapter, in: 1...97) ?? 0 {
            case 1...24: ["HACCP", "ISO 22000", "EAC", "Halal"]
            case 44...48: ["FSC", "EAC", "ISO 9001"]
            case 84...90: ["CCC", "CE", "EAC", "ISO 9001"]
            default: ["ISO 9001", "EAC", "ISO 14001"]
            }
        return usual.filter { _ in random.chance(0.35) }
    }
}

extension MinimumOrder.Unit {
    /// "kg": short, and right after any number.
    package func displayName(in language: Language) -> String {
        switch self {
        case .piece: language.pick(zh: "件", ru: "шт.", en: "pcs")
        case .set: language.pick(zh: "套", ru: "компл.", en: "sets")
        case .pair: language.pick(zh: "双", ru: "пар", en: "pairs")
        case .kilogram: language.pick(zh: "千克", ru: "кг", en: "kg")
        case .tonne: language.pick(zh: "吨", ru: "т", en: "t")
        case .litre: language.pick(zh: "升", ru: "л", en: "l")
        case .metre: language.pick(zh: "米", ru: "м", en: "m")
        case .squareMetre: language.pick(zh: "平方米", ru: "м²", en: "m²")
        case .cubicMetre: language.pick(zh: "立方米", ru: "м³", en: "m³")
        case .carton: language.pick(zh: "箱", ru: "кор.", en: "cartons")
        case .pallet: language.pick(zh: "托盘", ru: "пал.", en: "pallets")
        }
    }
}

extension MinimumOrder {
    /// "1,000 kg".
    package func words(in language: Language) -> String {
        let number = NumberWords(language).integer(quantity)
        let unit = unit.displayName(in: language)
        return language == .zh ? number + unit : "\(number)\u{A0}\(unit)"
    }
}

extension DeliveryTerm {
    /// "FOB Dalian (Incoterms 2020)": the same in every language, as contracts write it.
    package var words: String { "\(incoterm.rawValue) \(place) (Incoterms 2020)" }
}

/// What is said of numbers of slots.
extension Diagnostic {
    func slotSentence(_ cell: String, _ language: Language) -> String? {
        switch problem {
        case .unknownSlot(let first, let last):
            language.pick(
                zh: "展会没有编号为\(cell)的时段，现有编号为 \(first) 至 \(last)。",
                ru: "Слота \(cell) у экспо нет: номера слотов — от \(first) до \(last).",
                en: "The expo has no slot \(cell): its slots are numbered \(first) to \(last)."
            )
        case .slotGap(let missing):
            language.pick(
                zh: "时段编号须从 0 起连续；\(cell)之前缺少时段 \(missing)。",
                ru: "Номера слотов идут от 0 без пропусков; перед \(cell) нет слота \(missing).",
                en: "Slots are numbered from 0 without a gap; before \(cell) the slot \(missing) is missing."
            )
        default: nil
        }
    }
}

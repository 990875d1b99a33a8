/// What sentences about a programme call enterprises, halls, slots and days.
package struct ProgrammeNames: Sendable {
    private let language: Language
    private let enterprises: [Enterprise.ID: LocalizedText]
    private let halls: [Hall.ID: LocalizedText]
    private let slots: [Slot]
    private let days: [CivilDate]

    /// Without an expo everything goes by its identifier or number.
    package init(
        _ language: Language,
        expo: Expo? = nil,
        enterprises: [Enterprise.ID: LocalizedText] = [:],
        halls: [Hall.ID: LocalizedText] = [:]
    ) {
        self.language = language
        self.enterprises = enterprises
        self.halls = halls
        slots = expo?.slots ?? []
        days = expo?.days ?? []
    }

    /// In quotation marks.
    package func enterprise(_ id: Enterprise.ID) -> String {
        language.quoted(enterprises[id]?.text(in: language) ?? id.code)
    }

    package func hall(_ id: Hall.ID) -> String { halls[id]?.text(in: language) ?? id.code }

    /// `17 May, 10:00–10:30`; `slot 5` without an expo.
    package func slot(_ number: Int) -> String {
        guard let slot = slots.first(where: { $0.number == number }) else {
            return language.pick(zh: "时段 \(number)", ru: "слот \(number)", en: "slot \(number)")
        }
        let date = slot.date.dayAndMonth(in: language)
        return date + language.pick(zh: " ", ru: ", ", en: ", ") + "\(slot.starts)–\(slot.ends)"
    }

    /// - Parameter position: Among the expo's days, from 0.
    package func day(_ position: Int) -> String {
        guard days.indices.contains(position) else {
            let number = position + 1
            return language.pick(zh: "第 \(number) 天", ru: "день \(number)", en: "day \(number)")
        }
        return days[position].dayAndMonth(in: language)
    }
}

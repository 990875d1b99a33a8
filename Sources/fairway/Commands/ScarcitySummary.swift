import FairwayCore

/// What more of scarce resources would give, in words: the most valuable few.
struct ScarcitySummary {
    let scarcities: [ProgrammeScarcity]
    let names: ProgrammeNames
    let language: Language

    static let most = 5

    init(_ scarcities: [ProgrammeScarcity], names: ProgrammeNames, language: Language) {
        self.scarcities = scarcities
        self.names = names
        self.language = language
    }

    func print() {
        guard !scarcities.isEmpty else { return }
        Swift.print(
            language.pick(zh: "最紧缺的资源：", ru: "Чего не хватает больше всего:", en: "What is scarcest:")
        )
        for scarcity in scarcities.prefix(Self.most) {
            Swift.print("  \(scarcity.words(in: language, names: names))")
        }
    }
}

extension ProgrammeScarcity {
    /// "2 more interpreters Chinese–Russian, 17 May: 41 more meetings (weight 93, at most 120)".
    package func words(in language: Language, names: ProgrammeNames) -> String {
        let numbers = NumberWords(language)
        let meetings = CountedNoun.meeting.counted(placed, in: language)
        let (least, most) = (numbers.integer(placedWeight), numbers.integer(weightAtMost))
        return resourceWords(in: language, names: names)
            + language.pick(
                zh: "，可多安排 \(meetings)（权重 \(least)，至多 \(most)）",
                ru: ": дополнительно \(meetings) (вес \(least), не более \(most))",
                en: ": \(numbers.integer(placed)) more \(CountedNoun.meeting.form(after: placed, in: .en))"
                    + " (weight \(least), at most \(most))"
            )
    }

    /// What there would be more of.
    private func resourceWords(in language: Language, names: ProgrammeNames) -> String {
        switch resource {
        case .interpreters(let pair, let day):
            return more(.interpreter, of: pair.displayName(in: language), names.day(day), language)
        case .tables(let hall, let day):
            return more(.table, of: names.hall(hall), names.day(day), language)
        case .representatives(let enterprise):
            return more(.representative, of: names.enterprise(enterprise), nil, language)
        case .limit(let enterprise):
            let who = names.enterprise(enterprise)
            return language.pick(
                zh: "\(who)的洽谈上限加 \(added)",
                ru: "Предел встреч больше на \(added): \(who)",
                en: "Limit of meetings higher by \(added) for \(who)"
            )
        }
    }

    private func more(_ noun: CountedNoun, of what: String, _ day: String?, _ language: Language) -> String {
        let counted = noun.counted(added, in: language)
        let russian = noun == .interpreter ? "Ещё \(counted) (\(what))" : "Ещё \(counted): \(what)"
        return language.pick(
            zh: (day.map { "\($0) " } ?? "") + "\(what)增加 \(counted)",
            ru: russian + (day.map { ", \($0)" } ?? ""),
            en: "\(added) more \(noun.form(after: added, in: .en)) (\(what))" + (day.map { ", \($0)" } ?? "")
        )
    }
}

extension EnterpriseLoad {
    /// "“Volga Tools”: 8 of 41 requests placed, 34% of the weight".
    package func words(in language: Language, names: ProgrammeNames) -> String {
        let share = NumberWords(language).percent(self.share)
        let who = names.enterprise(enterprise)
        return language.pick(
            zh: "\(who)：\(asked) 份洽谈申请已安排 \(placed) 份，占权重 \(share)",
            ru: "\(who): размещено заявок \(placed) из \(asked), доля веса \(share)",
            en: "\(who): \(placed) of \(asked) requests placed, \(share) of the weight"
        )
    }
}

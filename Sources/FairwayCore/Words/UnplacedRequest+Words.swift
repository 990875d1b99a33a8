extension UnplacedRequest {
    /// Reason, rivals and remedy in one text: "…; smallest change: …".
    package func sentence(in language: Language, names: ProgrammeNames) -> String {
        let parts = [reasonWords(in: language, names: names), remedyWords(in: language, names: names)]
        return parts.compactMap { $0 }.joined(separator: language.pick(zh: "。", ru: ". ", en: ". "))
    }

    /// The reason with what the enterprise has of what it asked, and with those who would have to give way.
    package func reasonWords(in language: Language, names: ProgrammeNames) -> String {
        var text = reason.words(in: language, names: names)
        if let load {
            text += language.pick(
                zh: "（所求权重 \(load.askedWeight)，已安排 \(load.placedWeight)）",
                ru: " (размещён вес \(load.placedWeight) из \(load.askedWeight))",
                en: " (placed weight \(load.placedWeight) of \(load.askedWeight))"
            )
        }
        guard let outweighedBy, !rivals.isEmpty else { return text }
        let list = rivals.map(\.code).joined(separator: language.pick(zh: "、", ru: ", ", en: ", "))
        if outweighedBy > 0 {
            text += language.pick(
                zh: "；须让位的 \(list) 权重高出 \(outweighedBy)",
                ru: "; уступить пришлось бы \(list), а это на \(outweighedBy) больше по весу",
                en: "; \(list) would have to give way and weigh \(outweighedBy) more"
            )
        } else {
            text += language.pick(
                zh: "；须让位的是 \(list)",
                ru: "; уступить пришлось бы \(list)",
                en: "; \(list) would have to give way"
            )
        }
        return text
    }

    /// The smallest change as one sentence; nil when there is none.
    package func remedyWords(in language: Language, names: ProgrammeNames) -> String? {
        guard let remedy else { return nil }
        var steps = remedy.changes.map { $0.words(in: language, names: names) }
        if remedy.movedMeetings > 0 { steps.append(Self.moving(remedy.movedMeetings, language)) }
        guard !steps.isEmpty else { return nil }
        let list = steps.joined(separator: language.pick(zh: "；", ru: "; ", en: " and "))
        return language.pick(
            zh: "最小调整：\(list)",
            ru: "Наименьшее изменение: \(list)",
            en: "Smallest change: \(list)"
        )
    }

    private static func moving(_ count: Int, _ language: Language) -> String {
        let noun =
            switch RussianPlural.form(count) {
            case .one: "другую встречу"
            case .few: "другие встречи"
            case .many: "других встреч"
            }
        return language.pick(
            zh: "调整另外 \(CountedNoun.meeting.counted(count, in: .zh))",
            ru: "перенести \(count) \(noun)",
            en: "move \(count) other \(CountedNoun.meeting.form(after: count, in: .en))"
        )
    }
}

extension ProgrammeChange {
    /// What to do, as a clause.
    package func words(in language: Language, names: ProgrammeNames) -> String {
        switch self {
        case .raiseLimit(let enterprise):
            let who = names.enterprise(enterprise)
            return language.pick(
                zh: "\(who)的洽谈上限加 1",
                ru: "увеличить на 1 предел встреч: \(who)",
                en: "allow \(who) one more meeting"
            )
        case .openSlot(let enterprise, let slot):
            let (who, when) = (names.enterprise(enterprise), names.slot(slot))
            return language.pick(
                zh: "\(who)开放 \(when)",
                ru: "открыть слот: \(who), \(when)",
                en: "open \(when) for \(who)"
            )
        case .addTable(let hall, let slot):
            let (place, when) = (names.hall(hall), names.slot(slot))
            return language.pick(
                zh: "\(place)增加 1 张洽谈桌（\(when)）",
                ru: "добавить стол: \(place), \(when)",
                en: "add a table in \(place), \(when)"
            )
        case .addInterpreter(let pair, let slot):
            let (pair, when) = (pair.displayName(in: language), names.slot(slot))
            return language.pick(
                zh: "增加 1 名翻译（\(pair)，\(when)）",
                ru: "добавить переводчика: \(pair), \(when)",
                en: "add an interpreter \(pair), \(when)"
            )
        case .giveUp(let request):
            return language.pick(
                zh: "以权重不高于它的 \(request) 让位",
                ru: "отказаться от заявки \(request), вес которой не больше",
                en: "give up \(request), which weighs no more"
            )
        case .addRepresentative(let enterprise):
            let who = names.enterprise(enterprise)
            return language.pick(
                zh: "\(who)增加 1 名代表",
                ru: "добавить представителя: \(who)",
                en: "add a representative of \(who)"
            )
        case .dropSession, .dropFixedSlot, .dropOrder:
            return ruleWords(in: language)
        }
    }

    /// What the request itself gives up.
    private func ruleWords(in language: Language) -> String {
        switch self {
        case .dropFixedSlot:
            language.pick(
                zh: "不固定时段",
                ru: "отказаться от назначенного слота",
                en: "give up the fixed slot"
            )
        case .dropOrder:
            language.pick(
                zh: "不限先后次序",
                ru: "отказаться от порядка встреч",
                en: "give up the order of meetings"
            )
        default:
            language.pick(
                zh: "不限上午或下午",
                ru: "отказаться от половины дня",
                en: "give up the wish for a half of the day"
            )
        }
    }
}

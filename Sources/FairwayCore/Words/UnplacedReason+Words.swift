extension UnplacedReason {
    /// The reason as a sentence.
    /// - Parameter name: What to call an enterprise.
    package func words(in language: Language, name: (Enterprise.ID) -> String) -> String {
        switch self {
        case .limitReached(let enterprise, let limit):
            let who = language.quoted(name(enterprise))
            return language.pick(
                zh: "\(who)已达到会面上限（\(limit) 场）",
                ru: "\(who): достигнут предел встреч (\(limit))",
                en: "\(who) has reached its limit of \(limit) meetings"
            )
        case .participantFull(let enterprise):
            let who = language.quoted(name(enterprise))
            return language.pick(
                zh: "\(who)在双方都可用的时段已排满",
                ru: "\(who): все слоты, доступные обеим сторонам, уже заняты",
                en: "\(who) is booked in every slot in which both sides are available"
            )
        case .noInterpreterAvailable(let pairs):
            return language.pick(
                zh: "双方共同可用的时段没有合适的译员（\(list(pairs, language))）",
                ru: "В общих слотах нет переводчика с нужной парой (\(list(pairs, language)))",
                en:
                    "No fitting interpreter (\(list(pairs, language))) is available in a slot common to both sides"
            )
        case .interpretersTaken(let pairs):
            return language.pick(
                zh: "双方空闲的时段，合适的译员（\(list(pairs, language))）均已安排",
                ru:
                    "В свободных для обеих сторон слотах все подходящие переводчики (\(list(pairs, language))) заняты",
                en:
                    "Every fitting interpreter (\(list(pairs, language))) is taken in the slots both sides have free"
            )
        case .predecessorUnplaced(let request):
            return language.pick(
                zh: "应在其之前的会面 \(request) 未安排",
                ru: "Не размещена встреча \(request), которая должна быть раньше",
                en: "Meeting \(request), which must come before it, is not placed"
            )
        default:
            return kindName(in: language)
        }
    }

    private func list(_ pairs: [LanguagePair], _ language: Language) -> String {
        pairs.prefix(2).map { pair in
            "\(pair.first.displayName(in: language))–\(pair.second.displayName(in: language))"
        }.joined(separator: language.pick(zh: "、", ru: ", ", en: ", "))
    }

    /// The kind of reason, for counting.
    package func kindName(in language: Language) -> String {
        switch self {
        case .noCommonSlot:
            language.pick(
                zh: "双方没有共同可用的时段",
                ru: "Стороны не бывают доступны в одном слоте",
                en: "Never available in the same slot"
            )
        case .noCommonSlotInSession:
            language.pick(
                zh: "所求场次内没有共同可用的时段",
                ru: "В нужной сессии нет общего доступного слота",
                en: "No common slot in the session asked for"
            )
        case .noInterpreterAvailable:
            language.pick(zh: "没有合适的译员", ru: "Нет подходящего переводчика", en: "No fitting interpreter")
        case .interpretersTaken:
            language.pick(zh: "译员均已安排", ru: "Переводчики заняты", en: "Interpreters are taken")
        case .limitReached:
            language.pick(zh: "已达到会面上限", ru: "Достигнут предел встреч", en: "Limit of meetings reached")
        case .participantFull:
            language.pick(zh: "一方已排满", ru: "У одной из сторон всё занято", en: "One side is fully booked")
        case .noFreeSlotInCommon:
            language.pick(
                zh: "双方没有共同的空闲时段",
                ru: "Нет слота, свободного у обеих сторон",
                en: "No slot that both sides have free"
            )
        case .noTableFree:
            language.pick(zh: "没有空桌", ru: "Нет свободного стола", en: "No table is free")
        case .predecessorUnplaced:
            language.pick(
                zh: "前置会面未安排",
                ru: "Не размещена предшествующая встреча",
                en: "A meeting before it is not placed"
            )
        }
    }
}

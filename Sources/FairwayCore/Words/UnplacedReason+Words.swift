extension UnplacedReason {
    /// The reason as a sentence.
    /// - Parameter name: What to call an enterprise.
    package func words(in language: Language, name: (Enterprise.ID) -> String) -> String {
        words(in: language, quotedName: { language.quoted(name($0)) })
    }

    /// The reason as a sentence.
    package func words(in language: Language, names: ProgrammeNames) -> String {
        words(in: language, quotedName: names.enterprise)
    }

    private func words(in language: Language, quotedName: (Enterprise.ID) -> String) -> String {
        switch self {
        case .limitReached(let enterprise, let limit):
            let who = quotedName(enterprise)
            return language.pick(
                zh: "\(who)已达到会面上限（\(limit) 场）",
                ru: "\(who): достигнут предел встреч (\(limit))",
                en: "\(who) has reached its limit of \(limit) meetings"
            )
        case .participantFull(let enterprise):
            let who = quotedName(enterprise)
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
        case .interpretersResting(let pairs):
            return language.pick(
                zh: "双方空闲的时段，合适的翻译（\(list(pairs, language))）均已安排或须休息",
                ru:
                    "В свободных для обеих сторон слотах подходящие переводчики (\(list(pairs, language))) заняты или должны отдыхать",
                en:
                    "Every fitting interpreter (\(list(pairs, language))) is taken or must rest in the slots both sides have free"
            )
        case .predecessorTooLate(let request):
            return language.pick(
                zh: "应在其之前的洽谈 \(request) 排得太晚",
                ru: "Встреча \(request), которая должна быть раньше, размещена слишком поздно",
                en: "Meeting \(request), which must come before it, is placed too late"
            )
        case .hindered(let obstacles, _):
            let what = obstacles.map { $0.words(in: language) }
                .joined(separator: language.pick(zh: "，或", ru: " или ", en: " or "))
            return language.pick(
                zh: "双方空闲的时段，\(what)",
                ru: "В свободных для обеих сторон слотах \(what)",
                en: "In the slots both sides have free, \(what)"
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
        case .interpretersResting:
            language.pick(
                zh: "翻译均已安排或须休息",
                ru: "Переводчики заняты или отдыхают",
                en: "Interpreters are taken or must rest"
            )
        case .walkTooLong:
            language.pick(
                zh: "换馆步行时间不够",
                ru: "Не успеть перейти между павильонами",
                en: "The walk between halls takes too long"
            )
        case .predecessorTooLate:
            language.pick(
                zh: "前置洽谈排得太晚",
                ru: "Предшествующая встреча слишком поздно",
                en: "A meeting before it is placed too late"
            )
        case .hindered:
            language.pick(
                zh: "空闲时段各有障碍",
                ru: "В каждом свободном слоте своя помеха",
                en: "Something is missing in every free slot"
            )
        case .leftOut:
            language.pick(
                zh: "可以安排，但计算未及处理或受空档均衡限制",
                ru: "Помещается, но расчёт до неё не дошёл или не позволяет предел на разницу окон",
                en: "It fits, but the run did not get to it or the limit on gaps forbids it"
            )
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

extension UnplacedReason.Obstacle {
    /// What stands in the way in some slot, as a clause.
    func words(in language: Language) -> String {
        switch self {
        case .noTable: language.pick(zh: "没有空桌", ru: "нет свободного стола", en: "no table is free")
        case .interpretersTaken:
            language.pick(
                zh: "没有空闲的翻译",
                ru: "нет свободного переводчика",
                en: "no fitting interpreter is free"
            )
        case .interpretersResting:
            language.pick(zh: "翻译须休息", ru: "переводчик должен отдыхать", en: "the interpreter must rest")
        case .walkTooLong:
            language.pick(
                zh: "换馆步行时间不够",
                ru: "не успеть перейти между павильонами",
                en: "the walk between halls takes too long"
            )
        case .predecessorTooLate:
            language.pick(
                zh: "前置洽谈尚未结束",
                ru: "предшествующая встреча ещё не прошла",
                en: "a meeting that must come first is still to come"
            )
        }
    }
}

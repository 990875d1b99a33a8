package import Scheduling

/// An error that a user can read in each language.
package protocol WordedError: Error, CustomStringConvertible {
    func words(in language: Language) -> String
}

extension WordedError {
    package var description: String { words(in: .en) }
}

extension ProblemError: WordedError {
    package func words(in language: Language) -> String {
        switch self {
        case .noSlots:
            language.pick(
                zh: "slots：没有时段，至少需要一个",
                ru: "slots: слотов нет, нужен хотя бы один",
                en: "slots: there is none; a problem needs at least one slot"
            )
        case .daysOutOfOrder(let slot):
            language.pick(
                zh: "slots[\(slot)].day 小于前一个时段的日期；时段须按时间先后排列",
                ru: "slots[\(slot)].day меньше предыдущего дня; слоты идут по порядку времени",
                en: "slots[\(slot)].day is smaller than the day before it; slots stand in time order"
            )
        case .wrongCount(let field, let expected, let found):
            language.pick(
                zh: "\(field) 有 \(found) 项，应为 \(expected) 项",
                ru: "\(field): элементов \(found), а нужно \(expected)",
                en: "\(field) has \(found) entries, not \(expected)"
            )
        case .outOfRange(let field, let index, let value, let allowed):
            language.pick(
                zh: "\(field)[\(index)] 为 \(value)，应在 \(allowed.lowerBound)…\(allowed.upperBound) 之间",
                ru: "\(field)[\(index)] = \(value), допустимо \(allowed.lowerBound)…\(allowed.upperBound)",
                en: "\(field)[\(index)] is \(value), not in \(allowed.lowerBound)…\(allowed.upperBound)"
            )
        case .sameParticipantTwice(let meeting):
            language.pick(
                zh: "meetings[\(meeting)] 的双方是同一参与者",
                ru: "meetings[\(meeting)]: с обеих сторон один и тот же участник",
                en: "meetings[\(meeting)] has the same participant on both sides"
            )
        case .cyclicOrder(let meeting):
            language.pick(
                zh: "meetings[\(meeting)].after 形成循环",
                ru: "meetings[\(meeting)].after ведёт обратно к самой встрече",
                en: "meetings[\(meeting)].after leads back to itself"
            )
        case .tooManyMeetings(let participant, let count, let limit):
            language.pick(
                zh: "participants[\(participant)] 涉及 \(count) 场洽谈，最多只能处理 \(limit) 场",
                ru: "participants[\(participant)]: встреч \(count), взвесить можно не более \(limit)",
                en: "participants[\(participant)] is in \(count) meetings; at most \(limit) can be weighed"
            )
        case .tooMany(let field, let count, let limit):
            language.pick(
                zh: "\(field)：\(count)，超过排期引擎可处理的 \(limit)",
                ru: "\(field): \(count), а программа встреч рассчитана не более чем на \(limit)",
                en: "\(field): \(count) are more than the \(limit) that the engine takes"
            )
        case .walkNotSymmetric, .unknownPlacement, .brokenRule, .badSetting:
            programmeWords(in: language)
        }
    }

    private func programmeWords(in language: Language) -> String {
        switch self {
        case .walkNotSymmetric(let from, let to):
            language.pick(
                zh: "walk：展馆 \(from) 与展馆 \(to) 之间往返时间不一致",
                ru: "walk: путь между павильонами \(from) и \(to) в двух направлениях разный",
                en: "walk from hall \(from) to hall \(to) is not as long as the walk back"
            )
        case .unknownPlacement(let meeting):
            language.pick(
                zh: "placements[\(meeting)] 引用了不存在的时段、展馆或译员",
                ru: "placements[\(meeting)]: такого слота, павильона или переводчика нет",
                en: "placements[\(meeting)] names a slot, hall or interpreter that the problem does not have"
            )
        case .brokenRule(let meeting, let slot):
            language.pick(
                zh: "placements[\(meeting)] 在时段 \(slot) 违反规则",
                ru: "placements[\(meeting)] нарушает правила в слоте \(slot)",
                en: "placements[\(meeting)] breaks a rule of the problem in slot \(slot)"
            )
        case .badSetting(let name, let value, let allowed):
            language.pick(
                zh: "\(name) 为 \(value)，应在 \(allowed.lowerBound)…\(allowed.upperBound) 之间",
                ru: "\(name) = \(value), допустимо \(allowed.lowerBound)…\(allowed.upperBound)",
                en: "\(name) is \(value), not in \(allowed.lowerBound)…\(allowed.upperBound)"
            )
        default: ""
        }
    }
}

extension ReplanError: WordedError {
    package func words(in language: Language) -> String {
        switch self {
        case .problem(let error):
            error.words(in: language)
        case .unknownPlacement(let meeting):
            language.pick(
                zh: "原日程中的洽谈 \(meeting) 引用了已不存在的时段、展馆或译员",
                ru:
                    "Встреча \(meeting) прежней программы: такого слота, павильона или переводчика больше нет",
                en:
                    "Meeting \(meeting) of the programme names a slot, hall or interpreter that is no longer there"
            )
        case .tooManyPlacements(let found, let meetings):
            language.pick(
                zh: "原日程有 \(found) 场洽谈，而现在只有 \(meetings) 场",
                ru: "В прежней программе встреч \(found), а всего их \(meetings)",
                en: "The programme has \(found) entries for \(meetings) meetings"
            )
        case .unknownLocked(let meeting):
            language.pick(
                zh: "要锁定的洽谈 \(meeting) 不存在",
                ru: "Закрепить нельзя: встречи \(meeting) нет",
                en: "Meeting \(meeting), which is to be locked, does not exist"
            )
        case .frozenContradictsProblem(let meeting, let slot):
            language.pick(
                zh: "时段 \(slot) 的洽谈 \(meeting) 已经开始，却不符合变更后的条件；请让变更从尚未开始的时段起生效",
                ru:
                    "Встреча \(meeting) в слоте \(slot) уже началась, но нарушает новые условия; пусть изменение действует с первого свободного слота",
                en:
                    "Meeting \(meeting) in slot \(slot) has begun but breaks a rule of the changed problem; let the change begin at the first slot that is not over"
            )
        }
    }
}

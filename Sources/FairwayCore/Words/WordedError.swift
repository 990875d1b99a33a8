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
        }
    }
}

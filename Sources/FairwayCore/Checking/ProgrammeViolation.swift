/// A rule that a programme breaks; identifiers are those of the file.
package enum ProgrammeViolation: Equatable, Sendable {
    case listsNotEmpty
    case unknownMeeting(String)
    case listedTwice(String)
    case notListed(String)
    case requiredUnplaced(String)
    case noSuchSlot(String, slot: Int)
    case wrongSession(String, slot: Int)
    case notInFixedSlot(String, slot: Int)
    case orderBroken(String, after: String)
    case wrongPlace(String, hall: String?)
    case noLongerAccepted(String)
    case noPlace(String)
    case twoPlaces(String)
    case standOfAnother(String, stand: String)
    case tableInsteadOfStand(String, host: String)
    case placeInOtherHall(String, place: String, hall: String)
    case tableUnavailable(String, table: String, slot: Int)
    case tableTwice(String, table: String, slot: Int)
    case tooFewTables(hall: String, slot: Int)
    /// A hall of the instance says of more or fewer slots than there are how many tables it has.
    case wrongTableList(hall: String, entries: Int, slots: Int)
    case interpreterMissing(String)
    case interpreterNotNeeded(String)
    case wrongInterpreter(String, interpreter: String)
    case interpreterTwice(String)
    case interpreterUnavailable(String)
    case interpreterWithoutRest(String)
    case participantTwice(String, slot: Int)
    case participantUnavailable(String, slot: Int)
    case tooManyMeetings(String)
    case walkTooShort(String, slot: Int)
    case unfair(difference: Int)
    case wrongValue
    case boundBelowValue
    case optimalityUnproven

    /// What is wrong, as a sentence.
    package func words(in language: Language) -> String {
        let (zh, ru, en) = texts
        return language.pick(zh: zh, ru: ru, en: en)
    }

    private var texts: (zh: String, ru: String, en: String) {
        meetingTexts ?? placeTexts ?? peopleTexts ?? claimTexts
    }

    private var meetingTexts: (zh: String, ru: String, en: String)? {
        switch self {
        case .unknownMeeting(let id):
            ("问题中没有会面 \(id)", "Встречи \(id) нет в задаче", "Meeting \(id) is not in the instance")
        case .listedTwice(let id):
            ("会面 \(id) 出现两次", "Встреча \(id) указана дважды", "Meeting \(id) is listed twice")
        case .notListed(let id): ("会面 \(id) 未列出", "Встреча \(id) не указана", "Meeting \(id) is not listed")
        case .requiredUnplaced(let id):
            (
                "必须的会面 \(id) 未安排", "Обязательная встреча \(id) не размещена",
                "Required meeting \(id) is not placed"
            )
        case .noSuchSlot(let id, let slot):
            (
                "会面 \(id)：没有时段 \(slot)", "Встреча \(id): нет слота \(slot)",
                "Meeting \(id): there is no slot \(slot)"
            )
        case .wrongSession(let id, let slot):
            (
                "会面 \(id)：时段 \(slot) 不在所求场次", "Встреча \(id): слот \(slot) не в той сессии",
                "Meeting \(id): slot \(slot) is in the wrong session"
            )
        case .notInFixedSlot(let id, let slot):
            (
                "会面 \(id)：时段 \(slot) 不是固定时段", "Встреча \(id): слот \(slot) — не закреплённый",
                "Meeting \(id): slot \(slot) is not the fixed one"
            )
        case .orderBroken(let id, let earlier):
            (
                "会面 \(id) 应在 \(earlier) 之后", "Встреча \(id) должна идти после \(earlier)",
                "Meeting \(id) must come after \(earlier)"
            )
        case .wrongPlace(let id, let hall):
            (
                "会面 \(id) 地点有误：\(hall ?? "–")", "Встреча \(id): неверное место \(hall ?? "–")",
                "Meeting \(id) is in the wrong place: \(hall ?? "–")"
            )
        case .tooFewTables(let hall, let slot):
            (
                "\(hall) 馆时段 \(slot) 桌位不足", "Павильон \(hall), слот \(slot): не хватает столов",
                "Hall \(hall), slot \(slot): too few tables"
            )
        case .wrongTableList(let hall, let entries, let slots):
            (
                "\(hall) 馆列出 \(entries) 个时段的桌位，应为 \(slots) 个",
                "Павильон \(hall): столы указаны для \(entries) слотов, а слотов \(slots)",
                "Hall \(hall) has its tables for \(entries) slots, not \(slots)"
            )
        case .interpreterMissing(let id):
            ("会面 \(id) 缺译员", "Встреча \(id): нет переводчика", "Meeting \(id) has no interpreter")
        case .interpreterNotNeeded(let id):
            ("会面 \(id) 不需要译员", "Встреча \(id): переводчик не нужен", "Meeting \(id) needs no interpreter")
        case .wrongInterpreter(let id, let interpreter):
            (
                "会面 \(id)：译员 \(interpreter) 语对不符",
                "Встреча \(id): переводчик \(interpreter) не с той парой языков",
                "Meeting \(id): interpreter \(interpreter) does not fit"
            )
        default: nil
        }
    }

    private var placeTexts: (zh: String, ru: String, en: String)? {
        switch self {
        case .noLongerAccepted(let id):
            (
                "申请 \(id) 已撤回或被拒绝，却仍有会面", "Заявка \(id) отозвана или отклонена, а встреча осталась",
                "Request \(id) was withdrawn or declined, but has a meeting"
            )
        case .noPlace(let id):
            (
                "会面 \(id) 没有展位或洽谈桌", "Встреча \(id): нет ни стенда, ни стола",
                "Meeting \(id) has neither stand nor table"
            )
        case .twoPlaces(let id):
            (
                "会面 \(id) 同时有展位和洽谈桌", "Встреча \(id): указаны и стенд, и стол",
                "Meeting \(id) has both a stand and a table"
            )
        case .standOfAnother(let id, let stand):
            (
                "会面 \(id)：展位 \(stand) 不属于接待方", "Встреча \(id): стенд \(stand) не принадлежит хозяину",
                "Meeting \(id): stand \(stand) is not the host's"
            )
        case .tableInsteadOfStand(let id, let host):
            (
                "会面 \(id) 应在 \(host) 的展位", "Встреча \(id) должна идти на стенде \(host)",
                "Meeting \(id) must be held at the stand of \(host)"
            )
        case .placeInOtherHall(let id, let place, let hall):
            (
                "会面 \(id)：\(hall) 馆没有 \(place)", "Встреча \(id): в павильоне \(hall) нет места \(place)",
                "Meeting \(id): there is no \(place) in hall \(hall)"
            )
        case .tableUnavailable(let id, let table, let slot):
            (
                "会面 \(id)：洽谈桌 \(table) 在时段 \(slot) 不可用",
                "Встреча \(id): стол \(table) недоступен в слоте \(slot)",
                "Meeting \(id): table \(table) is unavailable in slot \(slot)"
            )
        case .tableTwice(let id, let table, let slot):
            (
                "会面 \(id)：洽谈桌 \(table) 在时段 \(slot) 已有会面",
                "Встреча \(id): стол \(table) в слоте \(slot) уже занят",
                "Meeting \(id): table \(table) has another meeting in slot \(slot)"
            )
        default: nil
        }
    }

    private var peopleTexts: (zh: String, ru: String, en: String)? {
        switch self {
        case .interpreterTwice(let id):
            (
                "译员 \(id) 同一时段两场", "Переводчик \(id) в двух местах сразу",
                "Interpreter \(id) is in two places at once"
            )
        case .interpreterUnavailable(let id):
            (
                "译员 \(id) 在不可用时段工作", "Переводчик \(id) занят в недоступном слоте",
                "Interpreter \(id) works in an unavailable slot"
            )
        case .interpreterWithoutRest(let id):
            ("译员 \(id) 连续工作过久", "Переводчик \(id) без положенного отдыха", "Interpreter \(id) has no rest")
        case .participantTwice(let id, let slot):
            (
                "\(id) 在时段 \(slot) 会面过多", "\(id): слишком много встреч в слоте \(slot)",
                "\(id) has too many meetings in slot \(slot)"
            )
        case .participantUnavailable(let id, let slot):
            (
                "\(id) 在时段 \(slot) 不可用", "\(id): слот \(slot) недоступен",
                "\(id) is unavailable in slot \(slot)"
            )
        case .tooManyMeetings(let id):
            ("\(id) 会面总数超限", "\(id): превышен предел встреч", "\(id) has more meetings than its limit")
        case .walkTooShort(let id, let slot):
            (
                "\(id) 来不及走到时段 \(slot) 的会面", "\(id) не успевает дойти к слоту \(slot)",
                "\(id) cannot walk to its meeting in slot \(slot) in time"
            )
        case .unfair(let difference):
            ("空档数相差 \(difference)", "Разница в числе окон: \(difference)", "Breaks differ by \(difference)")
        default: nil
        }
    }

    private var claimTexts: (zh: String, ru: String, en: String) {
        switch self {
        case .listsNotEmpty:
            (
                "无解却列出会面", "Решения нет, а встречи указаны",
                "Meetings are listed although there is no programme"
            )
        case .wrongValue: ("所报数值不符", "Указанные показатели неверны", "The value stated is wrong")
        case .boundBelowValue:
            ("所报界不成立", "Указанная граница неверна", "The bound stated contradicts the value")
        default: ("最优性未证明", "Оптимальность не доказана", "Optimality is claimed but not proven")
        }
    }
}

import FairwayCore

/// What a command can refuse.
enum CommandError: WordedError {
    case noStore(String)
    case storeNotEmpty(String)
    case noExpo(String)
    case noRun
    case noPublication
    case unknownEnterprise(String)
    case unreadable(String)
    case badDate(String)
    case frozenMeeting(String, slot: Int)

    func words(in language: Language) -> String {
        switch self {
        case .noStore(let path):
            language.pick(
                zh: "没有数据库 \(path)。请先运行 fairway sample 或 fairway import。",
                ru: "Нет базы данных \(path). Сначала выполните fairway sample или fairway import.",
                en: "There is no database \(path). Run fairway sample or fairway import first."
            )
        case .storeNotEmpty(let path):
            language.pick(
                zh: "\(path) 中已有展会数据；示例只写入空数据库。请用 --database 指定另一个文件。",
                ru:
                    "В \(path) уже есть экспо; пример пишется только в пустую базу. Укажите другой файл: --database.",
                en:
                    "\(path) already holds an expo; a sample goes into an empty database. Name another with --database."
            )
        case .noExpo(let path):
            language.pick(
                zh: "\(path) 中没有展会时段。请先导入 slots 表。",
                ru: "В \(path) нет слотов экспо. Сначала импортируйте таблицу slots.",
                en: "\(path) has no slots yet. Import a slots table first."
            )
        case .noRun:
            language.pick(
                zh: "还没有日程。请先运行 fairway schedule。",
                ru: "Программы ещё нет. Сначала выполните fairway schedule.",
                en: "There is no programme yet. Run fairway schedule first."
            )
        case .noPublication:
            language.pick(
                zh: "日程尚未发布。请先运行 fairway publish。",
                ru: "Программа ещё не опубликована. Сначала выполните fairway publish.",
                en: "No programme is published yet. Run fairway publish first."
            )
        case .unknownEnterprise(let id):
            language.pick(
                zh: "没有编号为 \(id) 的企业。",
                ru: "Нет предприятия с кодом \(id).",
                en: "There is no enterprise \(id)."
            )
        case .unreadable(let path):
            language.pick(
                zh: "无法读取 \(path)。",
                ru: "Не удаётся прочитать \(path).",
                en: "Cannot read \(path)."
            )
        case .frozenMeeting(let request, let slot):
            language.pick(
                zh: "会面 \(request)（时段 \(slot)）已过或正在进行，但与改动后的数据不符；请让改动从尚未开始的时段算起，或减小 --now。",
                ru: "Встреча \(request) (слот \(slot)) прошла или идёт, но противоречит изменённым данным; "
                    + "начните изменение с ещё не начавшегося слота или уменьшите --now.",
                en:
                    "Meeting \(request) (slot \(slot)) is over or under way but contradicts the changed data; "
                    + "let the change begin at a slot that has not begun, or lower --now."
            )
        case .badDate(let text):
            language.pick(
                zh: "“\(text)”不是日期，应为 YYYY-MM-DD。",
                ru: "«\(text)» — не дата, нужно ГГГГ-ММ-ДД.",
                en: "“\(text)” is no date; write YYYY-MM-DD."
            )
        }
    }
}

package import FairwayCore

/// Why there is no answer from a worker.
///
/// The server serves on; the reference finds the line in the log.
package enum WorkerError: WordedError, Equatable {
    case crashed(reference: String)
    case tooMuchMemory(reference: String)
    case tooMuchTime(reference: String)
    /// So many wait already, or so much of one user.
    case busy
    /// Whoever asked, or the server that stops, wants no answer any more.
    case cancelled

    package func words(in language: Language) -> String {
        switch self {
        case .crashed(let reference):
            language.pick(
                zh: "处理失败，未作任何更改。请检查内容后重试；如仍失败，请将编号 \(reference) 告知主办方。",
                ru:
                    "Обработка не удалась, ничего не изменено. Проверьте содержимое и повторите; если не поможет, сообщите организатору номер \(reference).",
                en:
                    "This could not be processed, and nothing was changed. Check the content and try again; if it fails again, tell the organiser the reference \(reference)."
            )
        case .tooMuchMemory(let reference):
            language.pick(
                zh: "处理所需内存过大，未作任何更改。请将内容拆分后重试（编号 \(reference)）。",
                ru:
                    "Для обработки нужно слишком много памяти, ничего не изменено. Разделите содержимое и повторите (номер \(reference)).",
                en:
                    "This needs too much memory, and nothing was changed. Split it and try again (reference \(reference))."
            )
        case .tooMuchTime(let reference):
            language.pick(
                zh: "处理时间过长，已停止，未作任何更改。请将内容拆分后重试（编号 \(reference)）。",
                ru:
                    "Обработка шла слишком долго и остановлена, ничего не изменено. Разделите содержимое и повторите (номер \(reference)).",
                en:
                    "This took too long and was stopped; nothing was changed. Split it and try again (reference \(reference))."
            )
        case .busy:
            language.pick(
                zh: "当前处理任务较多，请稍后重试。",
                ru: "Сейчас обрабатывается много задач. Повторите через минуту.",
                en: "Too much is being processed just now. Try again in a minute."
            )
        case .cancelled:
            language.pick(zh: "已取消。", ru: "Отменено.", en: "It was cancelled.")
        }
    }
}

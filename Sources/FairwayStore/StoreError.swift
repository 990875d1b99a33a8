package import FairwayCore

/// What can go wrong with what a store holds.
package enum StoreError: WordedError, Equatable {
    /// A stored value that the model does not know.
    case damaged(String)
    case noSuchRun(Int64)
    case noExpo
    /// A run that breaks rules for the expo as it is now.
    case invalidProgramme(run: Int64, [ProgrammeViolation])

    /// What to tell a user.
    package func words(in language: Language) -> String {
        switch self {
        case .damaged(let what):
            language.pick(
                zh: "数据损坏：\(what)",
                ru: "Данные повреждены: \(what)",
                en: "The data is damaged: \(what)"
            )
        case .noSuchRun(let run):
            language.pick(zh: "没有第 \(run) 次编排", ru: "Нет расчёта \(run)", en: "There is no run \(run)")
        case .noExpo:
            language.pick(zh: "还没有展会", ru: "Экспо ещё нет", en: "There is no expo yet")
        case .invalidProgramme(let run, let violations):
            Self.words(of: violations, run: run, in: language)
        }
    }

    /// The first violations and what to do.
    private static func words(of violations: [ProgrammeViolation], run: Int64, in language: Language)
        -> String
    {
        let shown = violations.prefix(3).map { $0.words(in: language) }
        let list = shown.joined(separator: language.pick(zh: "；", ru: "; ", en: "; "))
        let rest = violations.count - shown.count
        let more =
            rest == 0
            ? "" : language.pick(zh: "（另有 \(rest) 处）", ru: " (и ещё \(rest))", en: " (and \(rest) more)")
        return language.pick(
            zh: "第 \(run) 次编排与现有数据不符：\(list)\(more)。请重新编排（fairway schedule）后再发布。",
            ru: "Расчёт \(run) не отвечает нынешним данным: \(list)\(more). "
                + "Составьте программу заново (fairway schedule) и опубликуйте её.",
            en: "Run \(run) does not fit the present data: \(list)\(more). "
                + "Make a new programme (fairway schedule) and publish that."
        )
    }
}

package import FairwayCore

/// What can go wrong with a store's file.
package enum StoreError: WordedError, Equatable {
    /// A stored value that the model does not know.
    case damaged(String)
    case noSuchFile(path: String)
    case notAStore(path: String)
    case newerVersion(path: String, version: Int)
    case failedIntegrityCheck(path: String, finding: String)
    /// Another process has the store open.
    case inUse(path: String)
    /// Another process has been writing for longer than we wait.
    case busy(path: String)
    case diskFull(path: String)
    case readOnly(path: String)
    /// The disk or the file system reports an error.
    case diskFailure(path: String, reason: String)
    /// Source and target of a copy are the same file.
    case sameFile(path: String)
    case unwritable(path: String)
    case noSuchRun(Int64)
    case noExpo
    /// A run that breaks rules for the expo as it is now.
    case invalidProgramme(run: Int64, [ProgrammeViolation])

    /// Whether nobody can save anything at the moment, whatever they save.
    package var isOfTheDisk: Bool {
        switch self {
        case .busy, .diskFull, .readOnly, .diskFailure, .unwritable: true
        default: false
        }
    }

    /// What to tell a user.
    package func words(in language: Language) -> String {
        switch self {
        case .damaged(let what):
            language.pick(
                zh: "数据损坏：\(what)",
                ru: "Данные повреждены: \(what)",
                en: "The data is damaged: \(what)"
            )
        case .noSuchFile, .notAStore, .newerVersion, .failedIntegrityCheck, .inUse, .sameFile, .unwritable:
            fileWords(in: language)
        case .busy, .diskFull, .readOnly, .diskFailure: diskWords(in: language)
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

    private func fileWords(in language: Language) -> String {
        switch self {
        case .noSuchFile(let path):
            language.pick(
                zh: "没有文件 \(path)",
                ru: "Нет файла \(path)",
                en: "There is no file \(path)"
            )
        case .notAStore(let path):
            language.pick(
                zh: "\(path) 不是 Fairway 数据文件，未作任何更改。请用 --database 指定正确的文件",
                ru: "\(path) — не файл данных Fairway; он не изменён. Укажите нужный файл: --database",
                en:
                    "\(path) is not a Fairway store; it was left as it is. Name the right file with --database"
            )
        case .newerVersion(let path, let version):
            language.pick(
                zh: "\(path) 由更新的版本（\(version)）写成，请升级 Fairway",
                ru: "\(path) записан более новой версией (\(version)); обновите Fairway",
                en: "\(path) was written by a newer version (\(version)); update Fairway"
            )
        case .failedIntegrityCheck(let path, let finding):
            language.pick(
                zh: "\(path) 未通过检查：\(finding)",
                ru: "\(path) не прошёл проверку: \(finding)",
                en: "\(path) failed its check: \(finding)"
            )
        case .inUse(let path):
            language.pick(
                zh: "\(path) 正被其他进程使用，请先停止服务器",
                ru: "\(path) открыт другим процессом; сначала остановите сервер",
                en: "\(path) is open in another process; stop the server first"
            )
        case .sameFile(let path):
            language.pick(
                zh: "\(path) 既是来源又是目标，请指定另一个文件",
                ru: "\(path) — и источник, и цель; укажите другой файл",
                en: "\(path) is both source and target; name another file"
            )
        case .unwritable(let path):
            language.pick(
                zh: "无法写入 \(path)。请检查文件夹、权限以及磁盘是否以可写方式挂载",
                ru: "Не удаётся записать \(path); проверьте папку, права и подключён ли диск для записи",
                en:
                    "Cannot write \(path); check the folder, its rights, and whether its disk is mounted for writing"
            )
        case .damaged, .noSuchRun, .noExpo, .invalidProgramme, .busy, .diskFull, .readOnly, .diskFailure: ""
        }
    }
}

package import FairwayCore
import StoreSQL

/// Whether the store can take a write, and what is in the way.
package enum StoreReadiness: Equatable, Sendable {
    case ready
    /// Less than `StoreProbe.minFreeBytes` is left on its disk.
    case littleSpace(freeMB: Int)
    case diskFull
    case readOnly
    /// One write has lasted longer than `StoreProbe.patienceSeconds`.
    case busy
    case failing

    init(_ error: any Error) {
        self =
            switch error as? StoreFileError {
            case .diskFull: .diskFull
            case .readOnly, .unwritable: .readOnly
            case .busy: .busy
            default: .failing
            }
    }

    /// Whoever runs the server reads the file's name in its log; strangers ask this question, too.
    package func words(in language: Language) -> String {
        switch self {
        case .ready: language.pick(zh: "就绪", ru: "готов", en: "ready")
        case .littleSpace(let freeMB):
            language.pick(
                zh: "未就绪：数据磁盘仅剩 \(freeMB) MB，至少需要 \(StoreProbe.minFreeMB) MB。请清理空间",
                ru:
                    "не готов: на диске данных осталось \(freeMB) МБ, нужно не меньше \(StoreProbe.minFreeMB) МБ. "
                    + "Освободите место",
                en:
                    "not ready: \(freeMB) MB are left on the data's disk, at least \(StoreProbe.minFreeMB) MB are needed. "
                    + "Free some space"
            )
        case .diskFull:
            language.pick(
                zh: "未就绪：数据磁盘已满。请清理空间",
                ru: "не готов: диск данных заполнен. Освободите место",
                en: "not ready: the data's disk is full. Free some space"
            )
        case .readOnly:
            language.pick(
                zh: "未就绪：数据文件不可写。请检查磁盘的挂载方式和文件权限",
                ru: "не готов: файл данных нельзя записать. Проверьте, как подключён диск, и права файла",
                en:
                    "not ready: the data's file cannot be written. Check how the disk is mounted, and the file's rights"
            )
        case .busy:
            language.pick(
                zh: "未就绪：写入已等待超过 \(Int(StoreProbe.patienceSeconds)) 秒",
                ru: "не готов: запись ждёт дольше \(Int(StoreProbe.patienceSeconds)) с",
                en: "not ready: a write has waited for over \(Int(StoreProbe.patienceSeconds)) s"
            )
        case .failing:
            language.pick(
                zh: "未就绪：数据库没有响应。请查看服务器日志",
                ru: "не готов: хранилище не отвечает. Смотрите журнал сервера",
                en: "not ready: the store does not answer. See the server's log"
            )
        }
    }
}

package import FairwayCore
import PrivateFiles
package import StoreSQL

extension StoreFileError: WordedError {
    /// What to tell a user.
    package func words(in language: Language) -> String {
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
        case .olderVersion(let path, let version):
            language.pick(
                zh: "\(path) 由开发中的旧版本（\(version)）写成，无法转换。请重新导入数据",
                ru: "\(path) записан старой версией времён разработки (\(version)), её не перевести; "
                    + "импортируйте данные заново",
                en: "\(path) was written by an old version in development (\(version)), which cannot be "
                    + "converted; import the data anew"
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
        case .busy(let path):
            language.pick(
                zh: "\(path) 正被另一个进程写入，等待已超时。请稍后重试；若同时运行了另一个服务器，请先停止它。",
                ru: "\(path): другой процесс пишет слишком долго. Повторите позже; если "
                    + "запущен второй сервер, остановите его.",
                en: "\(path): another process has been writing for too long. Try again "
                    + "later; if a second server runs, stop it."
            )
        case .diskFull(let path): FileError.diskFull(path: path).words(in: language)
        case .readOnly(let path): FileError.readOnly(path: path).words(in: language)
        case .diskFailure(let path, let reason):
            language.pick(
                zh: "读写 \(path) 时磁盘出错（\(reason)）。请检查磁盘；该操作未保存。",
                ru: "Ошибка диска при работе с \(path) (\(reason)). Проверьте диск; операция не сохранена.",
                en: "The disk reports an error at \(path) (\(reason)). Check the disk; "
                    + "this operation was not saved."
            )
        }
    }
}

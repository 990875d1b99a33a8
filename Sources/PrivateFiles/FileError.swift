package import FairwayCore
import Foundation

/// Why a file or folder cannot be written or made.
package enum FileError: WordedError, Equatable {
    case diskFull(path: String)
    case readOnly(path: String)
    case noPermission(path: String)
    case noSuchFolder(path: String)
    /// What the system calls the error.
    case other(path: String, reason: String)

    /// - Parameter code: As in `errno`.
    package init(_ code: Int32, path: String) {
        switch code {
        case ENOSPC, EDQUOT, EFBIG: self = .diskFull(path: path)
        case EROFS: self = .readOnly(path: path)
        case EACCES, EPERM: self = .noPermission(path: path)
        case ENOENT, ENOTDIR: self = .noSuchFolder(path: path)
        default: self = .other(path: path, reason: String(cString: strerror(code)))
        }
    }

    package func words(in language: Language) -> String {
        switch self {
        case .diskFull(let path):
            language.pick(
                zh: "磁盘已满，无法写入 \(path)。请清理空间后重试；未完成的内容不会保留。",
                ru: "Диск заполнен, записать \(path) нельзя. Освободите место и повторите; "
                    + "недописанное не сохраняется.",
                en: "The disk is full: \(path) cannot be written. Free some space and try "
                    + "again; nothing half-written is kept."
            )
        case .readOnly(let path):
            language.pick(
                zh: "\(path) 所在的磁盘为只读。请改为可写挂载，或指定其他位置。",
                ru: "\(path) лежит на диске, открытом только для чтения. Подключите его "
                    + "для записи или укажите другое место.",
                en: "\(path) is on a read-only disk. Mount it for writing, or name another place."
            )
        case .noPermission(let path):
            language.pick(
                zh: "没有写入 \(path) 的权限。请用其所有者的账户运行，或更改该文件及其文件夹的权限。",
                ru: "Нет прав на запись \(path). Запустите программу от имени владельца "
                    + "или измените права файла и папки.",
                en: "No permission to write \(path). Run as its owner, or change the "
                    + "rights of the file and its folder."
            )
        case .noSuchFolder(let path):
            language.pick(
                zh: "\(path) 所在的文件夹不存在。请先创建该文件夹。",
                ru: "Папки для \(path) нет. Сначала создайте её.",
                en: "The folder of \(path) does not exist. Create it first."
            )
        case .other(let path, let reason):
            language.pick(
                zh: "无法写入 \(path)（\(reason)）。",
                ru: "Не удаётся записать \(path) (\(reason)).",
                en: "Cannot write \(path) (\(reason))."
            )
        }
    }
}

package import FairwayCore

/// Why an export is not written.
package enum ExportError: WordedError, Equatable {
    /// The folder holds something that is no earlier export; writing would remove it.
    case folderInUse(String)

    package func words(in language: Language) -> String {
        switch self {
        case .folderInUse(let path):
            language.pick(
                zh: "\(path) 已存在，且不是先前的导出结果；写入会删除其中的内容。请指定新的文件夹。",
                ru:
                    "\(path) уже есть, и это не прежний экспорт: запись удалила бы его содержимое. Укажите новую папку.",
                en:
                    "\(path) is there and is no earlier export: writing would remove what it holds. Name a new folder."
            )
        }
    }
}

package import FairwayCore

/// Why what is sealed cannot be opened.
package enum SecretsError: WordedError, Equatable {
    case missingKey(path: String)
    /// The file holds other keys than the one that the database was sealed with.
    case wrongKey(path: String, needed: String)
    case damagedKey(path: String)
    /// Others than the file's owner may read it.
    case openPermissions(path: String)
    case unwritable(path: String)
    /// A sealed value that was changed, or moved from another row.
    case damagedValue(String)

    package func words(in language: Language) -> String {
        switch self {
        case .missingKey(let path):
            language.pick(
                zh: "缺少密钥文件 \(path)：没有它就无法读取两步验证密钥和待发邮件中的验证码。请放回该文件的副本；"
                    + "若已丢失，请运行 fairway key replace --lost（见 docs/accounts.md）。",
                ru:
                    "Нет файла ключа \(path): без него не прочесть секреты второго фактора и коды в неотправленных письмах. "
                    + "Верните копию файла; если она утрачена — fairway key replace --lost (docs/accounts.md).",
                en:
                    "The key file \(path) is missing: without it neither second factors nor the codes in waiting letters "
                    + "can be read. Put its copy back; if it is lost, fairway key replace --lost (docs/accounts.md)."
            )
        case .wrongKey(let path, let needed):
            language.pick(
                zh: "\(path) 不是此数据库的密钥，需要编号为 \(needed) 的密钥。请放回正确的文件；"
                    + "若已丢失，请运行 fairway key replace --lost（见 docs/accounts.md）。",
                ru: "\(path) — ключ не от этой базы данных, нужен ключ \(needed). Верните его; "
                    + "если он утрачен — fairway key replace --lost (docs/accounts.md).",
                en: "\(path) is not the key of this database, which needs key \(needed). Put that back; "
                    + "if it is lost, fairway key replace --lost (docs/accounts.md)."
            )
        case .damagedKey(let path):
            language.pick(
                zh: "密钥文件 \(path) 已损坏，请放回其副本。",
                ru: "Файл ключа \(path) повреждён; верните его копию.",
                en: "The key file \(path) is damaged; put its copy back."
            )
        case .openPermissions(let path):
            language.pick(
                zh: "其他用户可以读取密钥文件 \(path)，请运行 chmod 600 \(path)。",
                ru: "Файл ключа \(path) могут читать другие; выполните chmod 600 \(path).",
                en: "Others may read the key file \(path); run chmod 600 \(path)."
            )
        case .unwritable(let path):
            language.pick(
                zh: "无法写入密钥文件 \(path)，请检查文件夹和权限。",
                ru: "Не удаётся записать файл ключа \(path); проверьте папку и права.",
                en: "Cannot write the key file \(path); check the folder and its permissions."
            )
        case .damagedValue(let what):
            language.pick(
                zh: "加密数据损坏：\(what)",
                ru: "Зашифрованные данные повреждены: \(what)",
                en: "A sealed value is damaged: \(what)"
            )
        }
    }
}

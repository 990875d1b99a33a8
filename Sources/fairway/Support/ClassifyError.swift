import FairwayCore
import Nomenclature
import TextAnalysis

/// What `fairway classify` can refuse.
enum ClassifyError: WordedError {
    case emptyText
    case badRow(file: String, row: Int, TextRows.Problem)
    case nomenclature(NomenclatureError)
    case analyser(TextAnalyserError)
    /// Vectors come from a service, which would be asked for tens of thousands of them.
    case noModelHere

    func words(in language: Language) -> String {
        switch self {
        case .emptyText:
            language.pick(zh: "文本为空。", ru: "Текст пуст.", en: "The text is empty.")
        case .badRow(let file, let row, .empty):
            language.pick(
                zh: "\(file) 第 \(row) 行：没有文本。",
                ru: "\(file), строка \(row): нет текста.",
                en: "\(file), row \(row): there is no text."
            )
        case .badRow(let file, let row, .notUTF8):
            language.pick(
                zh: "\(file) 第 \(row) 行：不是 UTF-8 文本。",
                ru: "\(file), строка \(row): текст не в UTF-8.",
                en: "\(file), row \(row): the text is not UTF-8."
            )
        case .noModelHere:
            language.pick(
                zh: "此命令需要本机上的模型，不能使用服务：请取消 FAIRWAY_EMBEDDINGS_URL 或给出 --model。",
                ru:
                    "Нужна модель на этой машине, не служба: уберите FAIRWAY_EMBEDDINGS_URL или укажите --model.",
                en:
                    "This needs a model on this machine, not a service: unset FAIRWAY_EMBEDDINGS_URL or give --model."
            )
        case .nomenclature(.missing(let path)):
            language.pick(
                zh: "找不到商品名称表 \(path)；它应与程序放在同一文件夹。",
                ru: "Нет таблицы номенклатуры \(path); она должна лежать рядом с программой.",
                en: "The table of the nomenclature \(path) is missing; it belongs beside the program."
            )
        case .nomenclature(let error):
            language.pick(
                zh: "商品名称表有误：\(error)。",
                ru: "Ошибка в таблице номенклатуры: \(error).",
                en: "The table of the nomenclature is wrong: \(error)."
            )
        case .analyser(let error):
            language.pick(
                zh: "缺少语言词典（\(error)）：请安装 libicu、libstemmer 和 libopencc。",
                ru: "Не хватает словаря (\(error)): установите libicu, libstemmer и libopencc.",
                en: "A dictionary is missing (\(error)): install libicu, libstemmer and libopencc."
            )
        }
    }
}

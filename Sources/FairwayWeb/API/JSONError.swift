import FairwayCore

/// Why bytes are not taken as JSON.
enum JSONError: WordedError, Equatable {
    /// Counted in bytes from 0.
    case malformed(at: Int)
    case tooDeep(most: Int)
    case tooManyValues(most: Int)
    /// In one object.
    case tooManyMembers(at: Int, most: Int)
    case numberOutOfRange(at: Int)
    /// On one letter of a text (`StreamSafeText`).
    case tooManyMarks(at: Int, most: Int)
    case repeatedName(String)

    func words(in language: Language) -> String {
        switch self {
        case .malformed(let place):
            language.pick(
                zh: "第 \(place) 字节处不是有效的 JSON（UTF-8）。",
                ru: "На байте \(place) это не JSON в UTF-8.",
                en: "At byte \(place) it is no JSON in UTF-8."
            )
        case .tooDeep(let most):
            language.pick(
                zh: "列表和对象嵌套过深，最多 \(most) 层。",
                ru: "Списки и объекты вложены слишком глубоко, допустимо не больше \(most) уровней.",
                en: "Lists and objects lie too deep in each other: at most \(most) levels."
            )
        case .tooManyValues(let most):
            language.pick(
                zh: "值过多，最多 \(most) 个。",
                ru: "Слишком много значений, допустимо не больше \(most).",
                en: "Too many values: at most \(most)."
            )
        case .tooManyMembers(let place, let most):
            language.pick(
                zh: "第 \(place) 字节处的对象成员过多，最多 \(most) 个。",
                ru: "На байте \(place) в объекте слишком много элементов, допустимо не больше \(most).",
                en: "At byte \(place) the object has too many members: at most \(most)."
            )
        case .numberOutOfRange(let place):
            language.pick(
                zh: "第 \(place) 字节处的数字超出范围。",
                ru: "Число на байте \(place) вне допустимых пределов.",
                en: "The number at byte \(place) is beyond what can be held."
            )
        case .tooManyMarks(let place, let most):
            language.pick(
                zh: "第 \(place) 字节处的文本中一个字母上的符号过多，最多 \(most) 个。",
                ru: "В тексте на байте \(place) слишком много знаков при одной букве, не больше \(most).",
                en: "The text at byte \(place) has too many marks on one letter: at most \(most)."
            )
        case .repeatedName(let name):
            language.pick(
                zh: "成员\(language.quoted(name))重复。",
                ru: "Элемент \(language.quoted(name)) повторяется.",
                en: "The member \(language.quoted(name)) comes twice."
            )
        }
    }
}

import FairwayCore

/// What is wrong with the fields of a form or an address: no page of ours sends it.
enum FormError: WordedError, Equatable {
    case notAForm
    case tooManyFields(most: Int)
    case nameTooLong(most: Int)
    /// The query of an address.
    case addressTooLong(most: Int)
    case valueTooLong(field: String, most: Int)
    /// Percent-encoding that is broken, or bytes that are no text.
    case malformed(field: String)
    case repeated(field: String)
    /// On one letter of the field's name or value (`StreamSafeText`).
    case tooManyMarks(field: String, most: Int)
    /// A name in the notation of lists: `name[]`.
    case list(field: String)

    func words(in language: Language) -> String {
        switch self {
        case .notAForm:
            language.pick(
                zh: "请求内容不是表单。",
                ru: "Тело запроса — не форма.",
                en: "The body of the request is no form."
            )
        case .tooManyFields(let most):
            language.pick(
                zh: "字段过多，最多 \(most) 个。",
                ru: "Слишком много полей, допустимо не больше \(most).",
                en: "Too many fields: at most \(most)."
            )
        case .nameTooLong(let most):
            language.pick(
                zh: "字段名过长，最多 \(most) 字节。",
                ru: "Слишком длинное имя поля, допустимо не больше \(most) байт.",
                en: "The name of a field is too long: at most \(most) bytes."
            )
        case .addressTooLong(let most):
            language.pick(
                zh: "网址过长，查询部分最多 \(most) 字节。",
                ru: "Слишком длинный адрес: в запросе допустимо не больше \(most) байт.",
                en: "The address is too long: at most \(most) bytes of query."
            )
        case .valueTooLong(let field, let most):
            language.pick(
                zh: "字段\(language.quoted(field))过长，最多 \(most) 字节。",
                ru: "Поле \(language.quoted(field)) слишком длинное, допустимо не больше \(most) байт.",
                en: "The field \(language.quoted(field)) is too long: at most \(most) bytes."
            )
        case .malformed(let field):
            language.pick(
                zh: "字段\(language.quoted(field))编码有误。",
                ru: "Поле \(language.quoted(field)) закодировано с ошибкой.",
                en: "The field \(language.quoted(field)) is not encoded as it should be."
            )
        case .tooManyMarks(let field, let most):
            language.pick(
                zh: "字段\(language.quoted(field))中一个字母上的符号过多，最多 \(most) 个。",
                ru: "В поле \(language.quoted(field)) слишком много знаков при букве, не больше \(most).",
                en: "The field \(language.quoted(field)) has too many marks on one letter: at most \(most)."
            )
        case .repeated(let field):
            language.pick(
                zh: "字段\(language.quoted(field))重复。",
                ru: "Поле \(language.quoted(field)) повторяется.",
                en: "The field \(language.quoted(field)) comes twice."
            )
        case .list(let field):
            language.pick(
                zh: "字段\(language.quoted(field))不能是列表。",
                ru: "Поле \(language.quoted(field)) не может быть списком.",
                en: "The field \(language.quoted(field)) cannot be a list."
            )
        }
    }
}

package import FairwayCore

/// A file that is not what it should be.
package struct ProgrammeJSONError: WordedError, Equatable {
    package enum Problem: Equatable, Sendable {
        case unreadable
        case tooLarge(mostBytes: Int)
        /// On one letter of a text (`StreamSafeText`).
        case tooManyMarks(most: Int)
        case contradiction(ProgrammeFileError)
        /// `path` leads to the value: "meetings[3].weight"; empty for the whole file.
        case malformed(path: String, Flaw)
    }

    package enum Flaw: Equatable, Sendable {
        case noJSON
        case missingKey(String)
        case wrongType
        case null
    }

    package var file: String
    package var problem: Problem

    package func words(in language: Language) -> String {
        let colon = language.pick(zh: "：", ru: ": ", en: ": ")
        return file + colon + problem.words(in: language)
    }
}

extension ProgrammeJSONError.Problem {
    static func malformed(_ error: DecodingError) -> Self {
        let (context, flaw): (DecodingError.Context?, ProgrammeJSONError.Flaw) =
            switch error {
            case .keyNotFound(let key, let context): (context, .missingKey(key.stringValue))
            case .typeMismatch(_, let context): (context, .wrongType)
            case .valueNotFound(_, let context): (context, .null)
            // A number that no whole number holds has a path; what is no JSON has none.
            case .dataCorrupted(let context): (context, context.codingPath.isEmpty ? .noJSON : .wrongType)
            @unknown default: (nil, .noJSON)
            }
        let path = (context?.codingPath ?? []).map { $0.intValue.map { "[\($0)]" } ?? ".\($0.stringValue)" }
        return .malformed(path: String(path.joined().drop { $0 == "." }), flaw)
    }

    func words(in language: Language) -> String {
        switch self {
        case .unreadable: language.pick(zh: "无法读取", ru: "не удаётся прочитать", en: "cannot be read")
        case .tooLarge(let most):
            language.pick(
                zh: "文件过大，最多 \(most / 1_048_576) MB",
                ru: "файл слишком велик, не более \(most / 1_048_576) МБ",
                en: "is too large; at most \(most / 1_048_576) MB"
            )
        case .tooManyMarks(let most):
            language.pick(
                zh: "一个字母上的符号过多，最多 \(most) 个",
                ru: "слишком много знаков при одной букве, не более \(most)",
                en: "has too many marks on one letter; at most \(most)"
            )
        case .contradiction(let error): error.words(in: language)
        case .malformed(let path, let flaw):
            path.isEmpty ? flaw.words(in: language) : "\(path): \(flaw.words(in: language))"
        }
    }
}

extension ProgrammeJSONError.Flaw {
    func words(in language: Language) -> String {
        switch self {
        case .noJSON: language.pick(zh: "不是有效的 JSON", ru: "это не JSON", en: "is not valid JSON")
        case .missingKey(let key):
            language.pick(zh: "缺少键“\(key)”", ru: "нет ключа «\(key)»", en: "the key \"\(key)\" is missing")
        case .wrongType:
            language.pick(zh: "值的类型不对", ru: "значение не того типа", en: "the value has the wrong type")
        case .null: language.pick(zh: "值为 null", ru: "значение null", en: "the value is null")
        }
    }
}

extension ProgrammeFileError {
    func words(in language: Language) -> String {
        switch self {
        case .wrongFormat(let found, let expected):
            language.pick(
                zh: "格式为“\(found)”，应为“\(expected)”",
                ru: "формат «\(found)», а нужен «\(expected)»",
                en: "the format is \"\(found)\", not \"\(expected)\""
            )
        case .duplicateID(let list, let id):
            language.pick(
                zh: "\(list)：编号“\(id)”重复",
                ru: "\(list): код «\(id)» повторяется",
                en: "\(list): the id \"\(id)\" is used twice"
            )
        case .unknownID(let list, let id, let from):
            language.pick(
                zh: "\(from)：\(list) 中没有“\(id)”",
                ru: "\(from): в \(list) нет «\(id)»",
                en: "\(from): \(list) has no \"\(id)\""
            )
        case .badPair(let interpreter):
            language.pick(
                zh: "译员“\(interpreter)”：一个语言对应有两种语言",
                ru: "переводчик «\(interpreter)»: в паре два языка",
                en: "interpreter \"\(interpreter)\": a pair has two languages"
            )
        case .unknownKey(let path):
            language.pick(
                zh: "未知的键“\(path)”",
                ru: "неизвестный ключ «\(path)»",
                en: "the key \"\(path)\" is not known"
            )
        }
    }
}

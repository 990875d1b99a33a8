extension Language {
    /// The text for a reader of this language, out of one in each.
    package func pick(zh: String, ru: String, en: String) -> String {
        switch self {
        case .zh: zh
        case .ru: ru
        case .en: en
        }
    }

    /// The language's own name, for a switch between languages.
    package var endonym: String { pick(zh: "中文", ru: "Русский", en: "English") }

    package func displayName(in language: Language) -> String {
        LanguageTag(self).displayName(in: language)
    }

    /// The text in quotation marks as this language sets them; marks of the same kind inside become inner ones.
    package func quoted(_ text: String) -> String {
        switch self {
        case .zh, .en: "“\(Self.replacing(["“": "‘", "”": "’"], in: text))”"
        case .ru: "«\(Self.replacing(["«": "„", "»": "“"], in: text))»"
        }
    }

    /// Scalar by scalar: a mark after a quotation mark does not hide it, and no text takes long.
    private static func replacing(_ pairs: [Unicode.Scalar: Unicode.Scalar], in text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars { result.append(pairs[scalar] ?? scalar) }
        return String(result)
    }
}

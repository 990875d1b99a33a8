import FairwayCore

/// Labelled fields for a template.
struct FormFields {
    let renderer: PageRenderer
    let language: Language
    /// The field that a notice is about.
    let wrong: String?
    let value: (String) -> String

    func field(_ name: String, _ word: String, type: String = "text", most: Int, lang: Language? = nil)
        -> [String: Any]
    {
        var label = renderer.word(word, language)
        if let lang {
            let tag = LanguageTag(lang).displayName(in: language)
            label += language.pick(zh: "（\(tag)）", ru: " (\(tag))", en: " (\(tag))")
        }
        return [
            "name": name, "label": label, "value": value(name), "type": type, "most": most,
            "inputLang": (lang ?? language).rawValue, "isWrong": wrong == name,
        ]
    }

    func perLanguage(_ prefix: String, _ word: String, most: Int) -> [[String: Any]] {
        Language.allCases.map { field("\(prefix)_\($0)", word, most: most, lang: $0) }
    }
}

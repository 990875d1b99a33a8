import FairwayCore

extension PageRenderer {
    /// A text for the template `said`: with the language it is in, and a mark where that is not the reader's.
    func said(_ text: LocalizedText, _ language: Language) -> [String: Any] {
        let nearest = text.nearest(to: language)
        let found = nearest?.language ?? language
        return [
            "text": nearest?.text ?? "", "lang": found.rawValue, "isOther": found != language,
            "tag": found.rawValue.uppercased(),
            "tongue": LanguageTag(found).displayName(in: language),
        ]
    }
}

extension LocalizedText {
    /// A text in one language.
    init(_ language: Language, _ text: String) {
        self.init()
        self[language] = text
    }
}

import FairwayCore

extension PageRenderer {
    /// A text for the template `said`: with the language it is in, and a mark where that is not the reader's.
    func said(_ text: LocalizedText, _ language: Language) -> ViewValues {
        let nearest = text.nearest(to: language)
        let found = nearest?.language ?? language
        guard found != language else {
            return ["text": nearest?.text ?? "", "lang": found.rawValue, "isOther": false]
        }
        return [
            "text": nearest?.text ?? "", "lang": found.rawValue, "isOther": true,
            "tag": found.rawValue.uppercased(), "tongue": LanguageTag(found).displayName(in: language),
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

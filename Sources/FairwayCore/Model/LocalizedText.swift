/// A text in up to three languages; one is enough, and a reader gets the nearest there is.
package struct LocalizedText: Hashable, Sendable, Codable {
    package var zh: String?
    package var ru: String?
    package var en: String?

    package init(zh: String? = nil, ru: String? = nil, en: String? = nil) {
        self.zh = zh
        self.ru = ru
        self.en = en
    }

    package subscript(language: Language) -> String? {
        get {
            switch language {
            case .zh: zh
            case .ru: ru
            case .en: en
            }
        }
        set {
            switch language {
            case .zh: zh = newValue
            case .ru: ru = newValue
            case .en: en = newValue
            }
        }
    }

    /// The text for a reader of `language`, with the language it really is in; nil when there is none at all.
    package func nearest(to language: Language) -> (text: String, language: Language)? {
        for candidate in [language] + language.fallbacks {
            if let text = self[candidate], !text.isEmpty {
                return (text, candidate)
            }
        }
        return nil
    }

    /// `nearest(to:)` as plain text, empty when there is none.
    package func text(in language: Language) -> String {
        nearest(to: language)?.text ?? ""
    }

    package var isEmpty: Bool { Language.allCases.allSatisfy { (self[$0] ?? "").isEmpty } }
}

/// A person's name in one script, in the parts that the person gives; none is forced.
package struct PersonName: Equatable, Sendable, Codable {
    package var family: String?
    package var given: String?
    package var patronymic: String?
    /// As the person wants to be called; when it is there, the parts are not put together.
    package var display: String?

    package init(
        family: String? = nil,
        given: String? = nil,
        patronymic: String? = nil,
        display: String? = nil
    ) {
        self.family = family
        self.given = given
        self.patronymic = patronymic
        self.display = display
    }

    package var isEmpty: Bool { [family, given, patronymic, display].allSatisfy { ($0 ?? "").isEmpty } }

    /// Whether there is more than the display name.
    package var hasParts: Bool { [family, given, patronymic].contains { !($0 ?? "").isEmpty } }

    /// What to call the person in this script, nil when nothing is known.
    ///
    /// Chinese: family name and given name without a space. Russian and Latin: given name, patronymic, family name.
    package func full(in script: NameScript) -> String? {
        if let display, !display.isEmpty { return display }
        let parts = script == .han ? [family, given] : [given, patronymic, family]
        let full = parts.compactMap { $0 }.filter { !$0.isEmpty }
            .joined(separator: script == .han ? "" : " ")
        return full.isEmpty ? nil : full
    }
}

/// The scripts in which people write their names, each read by readers of one language.
package enum NameScript: String, Sendable, Codable, CaseIterable {
    case han
    case cyrillic
    case latin

    package var language: Language {
        switch self {
        case .han: .zh
        case .cyrillic: .ru
        case .latin: .en
        }
    }

    package init(_ language: Language) {
        switch language {
        case .zh: self = .han
        case .ru: self = .cyrillic
        case .en: self = .latin
        }
    }

    /// The script that a name is written in, by its first letter.
    package static func of(_ text: String) -> NameScript {
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\u{3400}"..."\u{9FFF}", "\u{20000}"..."\u{323AF}": return .han
            case "\u{0400}"..."\u{052F}": return .cyrillic
            default: if scalar.properties.isAlphabetic { return .latin }
            }
        }
        return .latin
    }
}

/// A person's names in the scripts that the person uses.
package struct PersonNames: Equatable, Sendable, Codable {
    package var han = PersonName()
    package var cyrillic = PersonName()
    package var latin = PersonName()

    package init() {}

    /// One name as a person typed it, in the script it is written in.
    package init(display: String) {
        self[.of(display)].display = display
    }

    package subscript(script: NameScript) -> PersonName {
        get {
            switch script {
            case .han: han
            case .cyrillic: cyrillic
            case .latin: latin
            }
        }
        set {
            switch script {
            case .han: han = newValue
            case .cyrillic: cyrillic = newValue
            case .latin: latin = newValue
            }
        }
    }

    package var isEmpty: Bool { NameScript.allCases.allSatisfy { self[$0].isEmpty } }

    /// The names that pages show, one for each script there is.
    package var displayed: LocalizedText {
        var text = LocalizedText()
        for script in NameScript.allCases { text[script.language] = self[script].full(in: script) }
        return text
    }

    /// The parts where they still make up the names shown; else what is shown, since an import may have renamed someone.
    package func reconciled(with shown: LocalizedText) -> PersonNames {
        var names = self
        for script in NameScript.allCases where self[script].full(in: script) != shown[script.language] {
            names[script] = PersonName(display: shown[script.language])
        }
        return names
    }
}

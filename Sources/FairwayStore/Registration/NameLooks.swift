import FairwayCore
import TextAnalysis

/// What a name looks like without its legal form.
struct NameLooks {
    /// As it is spelt, without case and signs.
    let letters: String
    /// Names that are taken for each other have one of these in common.
    let skeletons: Set<String>

    /// Alike and not the same: the same name is told as a likely duplicate.
    func isTakenFor(_ other: NameLooks) -> Bool {
        letters != other.letters && !skeletons.isDisjoint(with: other.skeletons)
    }

    /// The words of a name that mix letters of alphabets that look alike, each once.
    static func mixedWords(in name: LocalizedText) -> [NameWarning] {
        let words = Language.allCases.compactMap { name[$0] }.flatMap(Lookalike.mixedWords)
        var seen: Set<String> = []
        return words.filter { seen.insert($0).inserted }.map { NameWarning.mixedScripts(word: $0) }
    }
}

/// Reads what many names look like.
///
/// Whether a word is a legal form is asked once: it takes as long as all the rest, and few words are in one name only.
struct NameLooksReader {
    private var legalForms: [String: Bool] = [:]

    /// Of every language that a name has, but those too short to be taken for another's.
    mutating func looks(of name: LocalizedText) -> [NameLooks] {
        var all: [NameLooks] = []
        for language in Language.allCases {
            guard let text = name[language] else { continue }
            let one = looks(of: text)
            if one.letters.unicodeScalars.count >= 3 { all.append(one) }
        }
        return all
    }

    private mutating func looks(of name: String) -> NameLooks {
        var telling = ""
        for word in name.split(whereSeparator: { !$0.isLetter && !$0.isNumber }) {
            let word = String(word)
            if !isLegalForm(word) { telling += word }
        }
        return NameLooks(
            letters: telling.lowercased(),
            skeletons: telling.isEmpty ? [] : Lookalike.skeletons(of: telling)
        )
    }

    private mutating func isLegalForm(_ word: String) -> Bool {
        if let known = legalForms[word] { return known }
        let isForm = !Lookalike.skeletons(of: word).isDisjoint(with: Self.forms)
        legalForms[word] = isForm
        return isForm
    }

    private static let forms: Set<String> = Set(
        [
            "ООО", "ОАО", "АО", "ЗАО", "ПАО", "ИП", "ТОО", "ГК", "ТД", "LLC", "Ltd", "Limited", "Inc", "Corp",
            "Co", "JSC",
            "PJSC", "GmbH", "AG", "the",
        ].flatMap { Lookalike.skeletons(of: $0) }
    )
}

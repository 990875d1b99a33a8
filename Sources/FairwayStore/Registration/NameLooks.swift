import FairwayCore
import TextAnalysis

/// What a name looks like without its legal form.
struct NameLooks {
    /// As it is spelt, without case and signs.
    let letters: String
    /// Names that are taken for each other have one of these in common; ascending.
    let skeletons: [String]

    /// Alike and not the same: the same name is told as a likely duplicate.
    func isTakenFor(_ other: NameLooks) -> Bool {
        letters != other.letters && skeletons.contains { other.skeletons.contains($0) }
    }

    /// The words of a text that mix letters of alphabets that look alike.
    static func mixedWords(in text: String) -> [String] { Lookalike.mixedWords(in: text) }

    /// What is said of such words, of each once.
    static func warnings(ofMixed words: [String]) -> [NameWarning] {
        var seen: Set<String> = []
        return words.filter { seen.insert($0).inserted }.map { NameWarning.mixedScripts(word: $0) }
    }
}

/// Reads what many names look like.
///
/// Whether a word is a legal form is asked once: it takes as long as all the rest, and few words are in one name only.
struct NameLooksReader {
    private var legalForms: [String: Bool] = [:]

    /// Nil of a text that is too short to be taken for another's.
    mutating func looks(of text: String) -> NameLooks? {
        var telling = ""
        for word in text.split(whereSeparator: { !$0.isLetter && !$0.isNumber }) {
            let word = String(word)
            if !isLegalForm(word) { telling += word }
        }
        let letters = telling.lowercased()
        guard letters.unicodeScalars.count >= 3 else { return nil }
        return NameLooks(letters: letters, skeletons: Lookalike.skeletons(of: telling).sorted())
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

import FairwayCore

/// What the text of a name in one language is taken apart into, to be compared with others.
struct NameTraits: Sendable {
    let text: String
    /// Its words that mix letters of alphabets that look alike.
    let mixedWords: [String]
    /// Nil when it is too short to be taken for another's.
    let looks: NameLooks?
    let likeness: NameLikeness

    /// Of many texts, in their order.
    static func all(of texts: [String]) -> [NameTraits] {
        var reader = NameLooksReader()
        return texts.map { text in
            NameTraits(
                text: text,
                mixedWords: NameLooks.mixedWords(in: text),
                looks: reader.looks(of: text),
                likeness: NameLikeness(text)
            )
        }
    }

    /// Of a name in several languages the first text that may be taken for one of these.
    static func text(of name: [NameTraits], takenForOneOf looks: [NameLooks]) -> String? {
        name.first { one in looks.contains { one.looks?.isTakenFor($0) == true } }?.text
    }
}

import FairwayCore

/// What the text of a name in one language is taken apart into, to be compared with others.
struct NameTraits: Sendable {
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
                mixedWords: NameLooks.mixedWords(in: text),
                looks: reader.looks(of: text),
                likeness: NameLikeness(text)
            )
        }
    }
}

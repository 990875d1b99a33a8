/// A heading of the Harmonized System that a description may belong under, with what speaks for it.
package struct HeadingProposal: Equatable, Sendable {
    /// Four digits.
    package var heading: String
    package var name: LocalizedText
    /// Words of the description that the heading's texts have too, the weightiest first; none when only the meaning is near.
    package var words: [String]

    package init(heading: String, name: LocalizedText, words: [String]) {
        self.heading = heading
        self.name = name
        self.words = words
    }

    /// Why it is proposed, for a reader.
    package func reason(in language: Language) -> String {
        guard !words.isEmpty else {
            return language.pick(zh: "含义相近", ru: "близко по смыслу", en: "near in meaning")
        }
        let quoted = words.map { language.pick(zh: "“\($0)”", ru: "«\($0)»", en: "“\($0)”") }
        return language.pick(
            zh: "依据：" + quoted.joined(separator: "、"),
            ru: "по словам " + quoted.joined(separator: ", "),
            en: "because of " + quoted.joined(separator: ", ")
        )
    }
}

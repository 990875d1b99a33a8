import FairwayCore
import FairwayStore
import Foundation
import TextAnalysis

/// A letter to members as it is written: subject and text in up to three languages, checked.
struct LetterForm: Sendable {
    var subject: LocalizedText
    var body: LocalizedText

    static let longestSubject = 150
    /// Three of them fit into a form in any script.
    static let longestBody = 2000

    enum Flaw: Error, Equatable {
        case tooLong(Language)
        /// Subject or text is missing where the other is.
        case half(Language)
        case empty
    }

    init(subject: LocalizedText, body: LocalizedText) {
        (self.subject, self.body) = (Self.trimmed(subject), Self.trimmed(body))
    }

    private static func trimmed(_ text: LocalizedText) -> LocalizedText {
        var trimmed = LocalizedText()
        for language in Language.allCases {
            let words = TextSafety.cleaned(text[language] ?? "", .text).trimmingCharacters(
                in: .whitespacesAndNewlines
            )
            if !words.isEmpty { trimmed[language] = words }
        }
        return trimmed
    }

    /// The letter with its signature.
    /// - Throws: `Flaw`. Subject and text come in pairs: a half that is missing was forgotten.
    func letter(signed agency: Agency) throws -> DelegationLetter {
        var letter = DelegationLetter(subject: LocalizedText(), body: LocalizedText())
        for language in Language.allCases {
            let (subject, body) = (subject[language] ?? "", body[language] ?? "")
            guard subject.count <= Self.longestSubject, body.count <= Self.longestBody else {
                throw Flaw.tooLong(language)
            }
            guard subject.isEmpty == body.isEmpty else { throw Flaw.half(language) }
            guard !subject.isEmpty else { continue }
            // A subject is one line.
            letter.subject[language] = subject.split(whereSeparator: \.isNewline).joined(separator: " ")
            letter.body[language] = "\(body)\n\n— \(agency.name.text(in: language))\n"
        }
        guard !letter.languages.isEmpty else { throw Flaw.empty }
        return letter
    }
}

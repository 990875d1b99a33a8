import FairwayCore
import Testing

struct QuotationTests {
    @Test(arguments: [
        (Language.ru, "ООО «Ёлки – Ветер»", "«ООО „Ёлки – Ветер“»"),
        (.ru, "Snowspring “North”", "«Snowspring “North”»"),
        (.en, "Snowspring “North” Ltd", "“Snowspring ‘North’ Ltd”"), (.en, "ООО «Ель»", "“ООО «Ель»”"),
        (.en, "a “\u{301}b”", "“a ‘\u{301}b’”"), (.zh, "雪泉“北方”食品", "“雪泉‘北方’食品”"), (.zh, "雪泉", "“雪泉”"),
    ])
    func innerMarksDifferFromTheOuterOnes(language: Language, text: String, quoted: String) {
        #expect(language.quoted(text) == quoted)
    }

    /// A mark that turns the direction would turn the rest of the sentence, and what it is about could not be seen.
    @Test(arguments: Language.allCases) func aCellTurnsNothingOfTheSentenceAboutIt(language: Language) {
        let diagnostic = Diagnostic(
            file: "list\u{202E}.csv",
            row: 2,
            column: "name\u{2066}",
            value: "Sb\u{202E}er",
            problem: .notANumber
        )
        let words = diagnostic.words(in: language)
        for part in ["list⟨U+202E⟩.csv", language.quoted("name⟨U+2066⟩"), language.quoted("Sb⟨U+202E⟩er")] {
            #expect(words.contains(part), "\(part)")
        }
        #expect(!words.unicodeScalars.contains { $0 == "\u{202E}" || $0 == "\u{2066}" })
    }
}

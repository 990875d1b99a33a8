import FairwayCore
import Testing

struct QuotationTests {
    @Test(arguments: [
        (Language.ru, "ООО «Ёлки – Ветер»", "«ООО „Ёлки – Ветер“»"),
        (.ru, "Snowspring “North”", "«Snowspring “North”»"),
        (.en, "Snowspring “North” Ltd", "“Snowspring ‘North’ Ltd”"), (.en, "ООО «Ель»", "“ООО «Ель»”"),
        (.zh, "雪泉“北方”食品", "“雪泉‘北方’食品”"), (.zh, "雪泉", "“雪泉”"),
    ])
    func innerMarksDifferFromTheOuterOnes(language: Language, text: String, quoted: String) {
        #expect(language.quoted(text) == quoted)
    }
}

import Testing

@testable import FairwayCore

struct NumberWordsTests {
    struct Case: Sendable {
        var value: Int
        var zh: String
        var ru: String
        var en: String
    }

    @Test(arguments: [
        Case(value: 0, zh: "0", ru: "0", en: "0"),
        Case(value: 999, zh: "999", ru: "999", en: "999"),
        Case(value: 1234, zh: "1,234", ru: "1234", en: "1,234"),
        Case(value: 12_345, zh: "12,345", ru: "12\u{A0}345", en: "12,345"),
        Case(value: -1_234_567, zh: "-1,234,567", ru: "−1\u{A0}234\u{A0}567", en: "-1,234,567"),
        Case(
            value: .min,
            zh: "-9,223,372,036,854,775,808",
            ru: "−9\u{A0}223\u{A0}372\u{A0}036\u{A0}854\u{A0}775\u{A0}808",
            en: "-9,223,372,036,854,775,808"
        ),
    ])
    func groupsThousands(_ example: Case) {
        #expect(NumberWords(.zh).integer(example.value) == example.zh)
        #expect(NumberWords(.ru).integer(example.value) == example.ru)
        #expect(NumberWords(.en).integer(example.value) == example.en)
    }

    @Test func roundsDecimals() {
        #expect(NumberWords(.en).decimal(1234.567, places: 2) == "1,234.57")
        #expect(NumberWords(.ru).decimal(12_345.6, places: 1) == "12\u{A0}345,6")
        #expect(NumberWords(.en).decimal(0.05, places: 1) == "0.1")
        #expect(NumberWords(.en).decimal(-0.04, places: 1) == "0.0")
        #expect(NumberWords(.ru).decimal(-2.5, places: 0) == "−3")
        #expect(NumberWords(.zh).decimal(.nan, places: 1) == "—")
        #expect(NumberWords(.zh).decimal(.infinity, places: 1) == "—")
    }

    @Test func writesSharesAsPercent() {
        #expect(NumberWords(.en).percent(0.873, places: 1) == "87.3%")
        #expect(NumberWords(.ru).percent(0.873, places: 1) == "87,3\u{A0}%")
        #expect(NumberWords(.zh).percent(1) == "100%")
    }
}

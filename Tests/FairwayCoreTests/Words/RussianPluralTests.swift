import Testing

@testable import FairwayCore

struct RussianPluralTests {
    @Test(arguments: [1, 21, 31, 101, 1001, -1, 121])
    func oneAfterOne(count: Int) {
        #expect(RussianPlural.form(count) == .one)
    }

    @Test(arguments: [2, 3, 4, 22, 34, 102, 1004, -3])
    func fewAfterTwoToFour(count: Int) {
        #expect(RussianPlural.form(count) == .few)
    }

    @Test(arguments: [0, 5, 9, 10, 11, 12, 13, 14, 15, 20, 25, 111, 112, 114, 1011, -12, Int.min])
    func manyElse(count: Int) {
        // The last two digits of Int.min are 08.
        #expect(RussianPlural.form(count) == .many)
    }
}

struct CountedNounTests {
    @Test func declinesMeetings() {
        let words = [1, 3, 5, 21, 12_345].map { CountedNoun.meeting.counted($0, in: .ru) }
        #expect(
            words == [
                "1\u{A0}встреча", "3\u{A0}встречи", "5\u{A0}встреч", "21\u{A0}встреча",
                "12\u{A0}345\u{A0}встреч",
            ]
        )
        #expect(CountedNoun.meeting.counted(1, in: .en) == "1 meeting")
        #expect(CountedNoun.meeting.counted(0, in: .en) == "0 meetings")
        #expect(CountedNoun.meeting.counted(1200, in: .zh) == "1,200 场洽谈")
        #expect(CountedNoun.delegation.form(after: 2, in: .ru) == "делегации")
        #expect(CountedNoun.delegation.form(after: 2, in: .zh) == "代表团")
    }

    @Test(arguments: CountedNoun.allCases)
    func hasFormsInEveryLanguage(noun: CountedNoun) {
        for language in Language.allCases {
            for count in [1, 2, 5] {
                #expect(!noun.form(after: count, in: language).isEmpty)
            }
        }
        #expect(noun.form(after: 1, in: .ru) != noun.form(after: 5, in: .ru))
        #expect(noun.form(after: 1, in: .en) != noun.form(after: 2, in: .en))
    }
}

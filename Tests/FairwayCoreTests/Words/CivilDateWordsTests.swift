import Testing

@testable import FairwayCore

struct CivilDateWordsTests {
    @Test func writesDatesInEveryLanguage() throws {
        let date = try #require(CivilDate("2027-05-17"))
        #expect(date.words(in: .zh) == "2027年5月17日")
        #expect(date.words(in: .ru) == "17 мая 2027")
        #expect(date.words(in: .en) == "17 May 2027")
        #expect(date.dayAndMonth(in: .zh) == "5月17日")
        #expect(date.dayAndMonth(in: .ru) == "17 мая")
        #expect(date.wordsWithWeekday(in: .zh) == "2027年5月17日 星期一")
        #expect(date.wordsWithWeekday(in: .ru) == "понедельник, 17 мая 2027")
        #expect(date.wordsWithWeekday(in: .en) == "Monday, 17 May 2027")
    }

    @Test(arguments: [
        ("1970-01-01", Weekday.thursday), ("2000-02-29", .tuesday), ("2026-11-23", .monday),
        ("1969-12-28", .sunday),
        ("0001-01-01", .monday), ("2027-05-22", .saturday),
    ])
    func knowsTheWeekday(text: String, weekday: Weekday) throws {
        #expect(try #require(CivilDate(text)).weekday == weekday)
    }

    @Test func everyMonthAndWeekdayHasAName() throws {
        var seen: Set<String> = []
        for month in 1...12 {
            let date = try #require(CivilDate(year: 2027, month: month, day: 1))
            for language in Language.allCases { seen.insert(date.dayAndMonth(in: language)) }
        }
        #expect(seen.count == 36)
        let names = Weekday.allCases.flatMap { day in
            Language.allCases.flatMap { [day.displayName(in: $0), day.shortName(in: $0)] }
        }
        #expect(Set(names).count == 42)
    }
}

import FairwayCore
import Testing

struct CivilDateTests {
    @Test(arguments: [("1970-01-01", 0), ("2000-02-29", 11_016), ("2027-05-17", 20_955), ("1969-12-31", -1)])
    func countsDaysSinceEpoch(text: String, days: Int) throws {
        let date = try #require(CivilDate(text))
        #expect(date.daysSinceEpoch == days)
        #expect(CivilDate(year: 1970, month: 1, day: 1)?.adding(days: days) == date)
        #expect(date.description == text)
    }

    @Test(arguments: ["2027-02-29", "2027-13-01", "2027-00-10", "2027-1", "27-01-01", "", "2027-04-31"])
    func refusesDaysThatDoNotExist(text: String) {
        #expect(CivilDate(text) == nil)
    }

    @Test func readsAndWritesClockTimes() {
        #expect(ClockTime("09:30")?.minutesAfterMidnight == 570)
        #expect(ClockTime("9:05")?.description == "09:05")
        #expect(ClockTime("24:00") == nil)
        #expect(ClockTime("12:60") == nil)
    }
}

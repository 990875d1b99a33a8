import FairwayCore
import FairwayFormats
import Foundation
import Testing

/// Schedules on paper.
struct SchedulePDFTests {
    @Test(arguments: Language.allCases)
    func sameContentGivesTheSameFileWithItsFonts(language: Language) throws {
        let folder = try ImportFolder()
        let path = folder.path + "/schedule.pdf"
        try SchedulePDF.write(
            ICalendarTests.calendar(),
            language: language,
            publishedAt: 1_800_000_000,
            to: path
        )
        let first = try #require(FileManager.default.contents(atPath: path))
        #expect(first.starts(with: Array("%PDF-".utf8)))
        #expect(first.count > 5000, "fonts are embedded")
        try SchedulePDF.write(
            ICalendarTests.calendar(),
            language: language,
            publishedAt: 1_800_000_000,
            to: path
        )
        #expect(FileManager.default.contents(atPath: path) == first, "the same content gives the same file")
    }

    @Test(arguments: [(1, 1), (20, 1), (60, 2), (400, 8)])
    func longSchedulesGoOnToTheNextPage(meetings: Int, fewestPages: Int) throws {
        let pages = try Self.pages(of: Self.calendar(meetings: meetings))
        #expect(pages >= fewestPages)
        #expect(pages <= fewestPages + 8)
    }

    @Test func cancelledMeetingsAreNotPrinted() throws {
        var calendar = Self.calendar(meetings: 400)
        for index in calendar.entries.indices { calendar.entries[index].isCancelled = true }
        #expect(try Self.pages(of: calendar) == 1)
    }

    @Test func folderThatIsNotThereIsAnError() {
        #expect(throws: (any Error).self) {
            try SchedulePDF.write(
                Self.calendar(meetings: 1),
                language: .en,
                publishedAt: 0,
                to: "/nowhere/at/all.pdf"
            )
        }
    }

    private static func calendar(meetings: Int) -> ParticipantCalendar {
        var calendar = ICalendarTests.calendar()
        let entry = calendar.entries[0]
        calendar.entries = (0..<meetings).map { number in
            var copy = entry
            copy.slot = number % 2
            return copy
        }
        return calendar
    }

    /// The number of pages, from the page tree that every PDF has.
    private static func pages(of calendar: ParticipantCalendar) throws -> Int {
        let folder = try ImportFolder()
        let path = folder.path + "/schedule.pdf"
        try SchedulePDF.write(calendar, language: .zh, publishedAt: 1_800_000_000, to: path)
        let data = try #require(FileManager.default.contents(atPath: path))
        let text = String(decoding: data, as: Unicode.ASCII.self)
        let count = try #require(text.firstMatch(of: #/\/Type \/Pages[^>]*\/Count (\d+)/#))
        return try #require(Int(count.1))
    }
}

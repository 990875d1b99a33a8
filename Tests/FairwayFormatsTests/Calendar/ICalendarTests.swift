import FairwayCore
import FairwayFormats
import Foundation
import Testing

/// Calendars, line by line.
struct ICalendarTests {
    static func calendar(
        zone: String = "Asia/Shanghai",
        year: Int = 2027,
        month: Int = 5,
        partner: LocalizedText? = nil
    )
        -> ParticipantCalendar
    {
        let owner = Enterprise(
            id: "E1",
            name: LocalizedText(zh: "雪泉食品", ru: "Снежный Родник", en: "Snowspring Foods"),
            economy: "CN",
            roles: [.brand],
            registeredOn: .earliest
        )
        let slots = (0..<2).compactMap { number -> Slot? in
            guard let date = CivilDate(year: year, month: month, day: 17), let starts = ClockTime("09:30"),
                let ends = ClockTime("10:00")
            else { return nil }
            return Slot(number: number, date: date, session: .am, starts: starts, ends: ends)
        }
        let expo = Expo(
            name: LocalizedText(zh: "博览会", ru: "Выставка", en: "Expo"),
            timeZone: zone,
            slots: slots
        )
        func entry(_ request: String, sequence: Int, isCancelled: Bool) -> CalendarEntry {
            CalendarEntry(
                uid: "\(request)@expo-2027.fairway.invalid",
                sequence: sequence,
                isCancelled: isCancelled,
                changedAt: 1_800_000_000,
                slot: 0,
                time: CalendarTime(expo.slots[0], timeZone: expo.timeZone),
                place: Place(hall: "A", stand: "A-017"),
                interpreter: isCancelled ? nil : "I1",
                request: .init(request),
                partner: "E2"
            )
        }
        return ParticipantCalendar(
            owner: owner,
            expo: expo,
            entries: [
                entry("R1", sequence: 0, isCancelled: false), entry("R2", sequence: 3, isCancelled: true),
            ],
            partners: [
                "E2": partner ?? LocalizedText(zh: "银杉贸易", ru: "Серебряная Ель", en: "Silverfir, Ltd; \\ Co")
            ],
            halls: ["A": LocalizedText(zh: "食品馆", ru: "Продовольствие", en: "Food")],
            interpreters: ["I1": LocalizedText(zh: "林雪梅", ru: "Линь Сюэмэй", en: "Lin Xuemei")]
        )
    }

    @Test(arguments: Language.allCases)
    func equalsItsGoldenFile(language: Language) throws {
        let text = ICalendarWriter.text(Self.calendar(), language: language)
        let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("Golden/calendar-\(language).ics")
        if ProcessInfo.processInfo.environment["FAIRWAY_WRITE_GOLDEN"] != nil {
            try FileManager.default.createDirectory(
                at: path.deletingLastPathComponent(),
                withIntermediateDirectories: true
            )
            try Data(text.utf8).write(to: path)
        }
        #expect(try Data(contentsOf: path) == Data(text.utf8))
    }

    @Test func linesAreFoldedBetweenCharacters() {
        let long = LocalizedText(zh: String(repeating: "雪泉食品有限公司", count: 30))
        let text = ICalendarWriter.text(Self.calendar(partner: long), language: .zh)
        let lines = text.split(separator: "\r\n", omittingEmptySubsequences: false)
        #expect(lines.allSatisfy { $0.utf8.count <= 75 })
        #expect(text.replacing("\r\n ", with: "").contains(String(repeating: "雪泉食品有限公司", count: 30)))
        #expect(!text.replacing("\r\n", with: "").contains("\n"))
    }

    @Test func textIsEscaped() {
        let text = ICalendarWriter.text(Self.calendar(), language: .en)
        #expect(text.contains("Meeting: Silverfir\\, Ltd\\; \\\\ Co"))
    }

    @Test func marksAndControlsDoNotHideASeparator() {
        let partner = LocalizedText(en: "a,\u{301}b;\u{301}c\u{0}\u{8}\r\nd")
        let text = ICalendarWriter.text(Self.calendar(partner: partner), language: .en)
        let summary = Array("SUMMARY;LANGUAGE=en:Meeting: a\\,\u{301}b\\;\u{301}c\\nd\r\n".utf8)
        #expect(Array(text.utf8).firstRange(of: summary) != nil)
    }

    /// A zone, a year, and the changes of its clocks in that year as DTSTART, offset before, offset after.
    struct ZoneYear: Sendable, CustomTestStringConvertible {
        var zone: String
        var year: Int
        var first: String
        var changes: [String]
        var testDescription: String { "\(zone) in \(year)" }
    }

    @Test(arguments: [
        ZoneYear(zone: "Asia/Shanghai", year: 2027, first: "STANDARD +0800", changes: []),
        ZoneYear(zone: "Asia/Vladivostok", year: 2027, first: "STANDARD +1000", changes: []),
        ZoneYear(
            zone: "Europe/Berlin",
            year: 2027,
            first: "STANDARD +0100",
            changes: [
                "DAYLIGHT 20270328T020000 +0100 +0200", "STANDARD 20271031T030000 +0200 +0100",
            ]
        ),
        ZoneYear(
            zone: "America/St_Johns",
            year: 2027,
            first: "STANDARD -0330",
            changes: [
                "DAYLIGHT 20270314T020000 -0330 -0230", "STANDARD 20271107T020000 -0230 -0330",
            ]
        ),
        ZoneYear(
            zone: "Australia/Sydney",
            year: 2027,
            first: "DAYLIGHT +1100",
            changes: [
                "STANDARD 20270404T030000 +1100 +1000", "DAYLIGHT 20271003T020000 +1000 +1100",
            ]
        ),
        // Not summer time: the zone moved for good.
        ZoneYear(
            zone: "Europe/Volgograd",
            year: 2020,
            first: "STANDARD +0400",
            changes: ["STANDARD 20201227T020000 +0400 +0300"]
        ),
    ])
    func zoneHasTheChangesOfTheYear(expected: ZoneYear) {
        let calendar = Self.calendar(zone: expected.zone, year: expected.year)
        let text = ICalendarWriter.text(calendar, language: .en)
        let pattern =
            #/BEGIN:(STANDARD|DAYLIGHT)\r\nDTSTART:(\w+)\r\nTZOFFSETFROM:(\S+)\r\nTZOFFSETTO:(\S+)\r\n/#
        let found = text.matches(of: pattern.matchingSemantics(.unicodeScalar)).map(\.output)
        #expect(found.first.map { "\($0.1) \($0.4)" } == expected.first)
        #expect(found.dropFirst().map { "\($0.1) \($0.2) \($0.3) \($0.4)" } == expected.changes)
        #expect(text.contains("DTSTART;TZID=\(expected.zone):\(expected.year)0517T093000"))
    }

    @Test func cancelledMeetingsSaySo() {
        let text = ICalendarWriter.text(Self.calendar(), language: .en)
        #expect(text.contains("UID:R2@expo-2027.fairway.invalid\r\nSEQUENCE:3\r\n"))
        #expect(text.components(separatedBy: "STATUS:CANCELLED").count == 2)
        #expect(text.components(separatedBy: "STATUS:CONFIRMED").count == 2)
    }
}

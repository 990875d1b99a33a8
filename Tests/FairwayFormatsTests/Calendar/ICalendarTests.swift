import FairwayCore
import FairwayFormats
import Foundation
import Testing

/// Calendars, line by line.
struct ICalendarTests {
    static func calendar(zone: String = "Asia/Shanghai", month: Int = 5, partner: LocalizedText? = nil)
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
            guard let date = CivilDate(year: 2027, month: month, day: 17), let starts = ClockTime("09:30"),
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

    /// Summer time in Berlin: two hours ahead in May, one in January; in March the change falls into the expo's days.
    @Test(arguments: [(5, ["+0200"]), (1, ["+0100"])])
    func zoneIsThatOfTheDays(month: Int, offsets: [String]) {
        let text = ICalendarWriter.text(Self.calendar(zone: "Europe/Berlin", month: month), language: .en)
        for offset in offsets { #expect(text.contains("TZOFFSETTO:\(offset)")) }
        #expect(text.contains("DTSTART;TZID=Europe/Berlin:2027\(month < 10 ? "0" : "")\(month)17T093000"))
    }

    @Test func cancelledMeetingsSaySo() {
        let text = ICalendarWriter.text(Self.calendar(), language: .en)
        #expect(text.contains("UID:R2@expo-2027.fairway.invalid\r\nSEQUENCE:3\r\n"))
        #expect(text.components(separatedBy: "STATUS:CANCELLED").count == 2)
        #expect(text.components(separatedBy: "STATUS:CONFIRMED").count == 2)
    }
}

import FairwayCore
import Foundation

/// The VTIMEZONE of a zone for the years of an expo, from the system's zone data (RFC 5545, 3.6.5).
struct ICalendarTimeZone {
    private let identifier: String
    private let zone: TimeZone
    private let start: Date
    private let end: Date

    /// - Parameter identifier: Of the IANA data base, such as `Asia/Shanghai`.
    init(identifier: String, from first: CivilDate, to last: CivilDate) {
        self.identifier = identifier
        zone = TimeZone(identifier: identifier) ?? .gmt
        // A day more at both ends: local days begin up to 14 hours before those of UTC and end up to 12 after.
        start = Self.date(january: first.year, days: -1)
        end = Self.date(january: last.year + 1, days: 1)
    }

    private static func date(january year: Int, days: Int) -> Date {
        let day = CivilDate(year: year, month: 1, day: 1)?.daysSinceEpoch ?? 0
        return Date(timeIntervalSince1970: Double(day + days) * 86_400)
    }

    /// The offset at the start of the years, then each change in them.
    func write(to lines: inout ICalendarLines) {
        lines.add("BEGIN", "VTIMEZONE")
        lines.add("TZID", identifier)
        var offset = zone.secondsFromGMT(for: start)
        write("19700101T000000", from: offset, to: offset, at: start, &lines)
        var moment = start
        while let change = zone.nextDaylightSavingTimeTransition(after: moment), change < end {
            let next = zone.secondsFromGMT(for: change)
            // A change is dated by the clock that is about to change.
            let wall = ICalendarLines.utc(change.timeIntervalSince1970 + Double(offset)).dropLast()
            write(String(wall), from: offset, to: next, at: change, &lines)
            offset = next
            moment = change
        }
        lines.add("END", "VTIMEZONE")
    }

    private func write(
        _ start: String,
        from: Int,
        to: Int,
        at moment: Date,
        _ lines: inout ICalendarLines
    ) {
        let kind = zone.isDaylightSavingTime(for: moment) ? "DAYLIGHT" : "STANDARD"
        lines.add("BEGIN", kind)
        lines.add("DTSTART", start)
        lines.add("TZOFFSETFROM", Self.offset(from))
        lines.add("TZOFFSETTO", Self.offset(to))
        lines.add("END", kind)
    }

    /// Seconds as +0800.
    private static func offset(_ seconds: Int) -> String {
        let minutes = abs(seconds) / 60
        let text = String(minutes / 60 * 100 + minutes % 60)
        return (seconds < 0 ? "-" : "+") + String(repeating: "0", count: 4 - text.count) + text
    }
}

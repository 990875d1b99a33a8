import FairwayCore
import Foundation

/// Content lines with CRLF, folded at 75 octets (RFC 5545, 3.1).
struct ICalendarLines {
    private(set) var text = ""

    mutating func add(_ name: String, _ value: String) {
        var room = 75
        for scalar in "\(name):\(value)".unicodeScalars {
            let width = UTF8.width(scalar)
            if width > room {
                text += "\r\n "
                room = 74
            }
            text.unicodeScalars.append(scalar)
            room -= width
        }
        text += "\r\n"
    }

    /// A TEXT value, escaped (RFC 5545, 3.3.11).
    mutating func addText(_ name: String, _ value: String, _ language: Language?) {
        let escaped = value.replacing("\\", with: "\\\\").replacing(";", with: "\\;").replacing(
            ",",
            with: "\\,"
        )
        .replacing("\r\n", with: "\\n").replacing("\n", with: "\\n").replacing("\r", with: "\\n")
        add(language.map { "\(name);LANGUAGE=\($0.rawValue)" } ?? name, escaped)
    }

    /// 20270517T093000.
    static func local(_ date: CivilDate, _ time: ClockTime) -> String {
        digits(date.description) + "T" + digits(time.description) + "00"
    }

    /// Unix seconds as 20270517T013000Z.
    static func utc(_ seconds: Double) -> String {
        digits(
            String(Date(timeIntervalSince1970: seconds.rounded(.down)).ISO8601Format().prefix(19)),
            keeping: "T"
        ) + "Z"
    }

    private static func digits(_ text: String, keeping other: Character? = nil) -> String {
        text.filter { $0.isNumber || $0 == other }
    }
}

/// The VTIMEZONE of a zone for the days of an expo, from the system's zone data.
struct ICalendarTimeZone {
    private let zone: TimeZone
    private let identifier: String
    private let first: CivilDate
    private let last: CivilDate

    /// - Parameter identifier: Of the IANA data base, such as `Asia/Shanghai`.
    init(identifier: String, from first: CivilDate, to last: CivilDate) {
        self.identifier = identifier
        zone = TimeZone(identifier: identifier) ?? .gmt
        self.first = first
        self.last = last
    }

    func write(to lines: inout ICalendarLines) {
        lines.add("BEGIN", "VTIMEZONE")
        lines.add("TZID", identifier)
        let start = Date(timeIntervalSince1970: Double(first.daysSinceEpoch - 1) * 86_400)
        let end = Date(timeIntervalSince1970: Double(last.daysSinceEpoch + 2) * 86_400)
        // The observance in force on the first day, then each change during the expo.
        var offset = zone.secondsFromGMT(for: start)
        observance("19700101T000000", from: offset, to: offset, at: start, &lines)
        var moment = start
        while let change = zone.nextDaylightSavingTimeTransition(after: moment), change < end {
            let next = zone.secondsFromGMT(for: change)
            let wall = Date(timeIntervalSince1970: change.timeIntervalSince1970 + Double(offset))
            observance(
                String(ICalendarLines.utc(wall.timeIntervalSince1970).dropLast()),
                from: offset,
                to: next,
                at: change,
                &lines
            )
            offset = next
            moment = change
        }
        lines.add("END", "VTIMEZONE")
    }

    private func observance(
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

package import FairwayCore
import Foundation

/// A participant's meetings as an iCalendar object (RFC 5545, RFC 7986).
package enum ICalendarWriter {
    package static func text(_ calendar: ParticipantCalendar, language: Language) -> String {
        var lines = ICalendarLines()
        lines.add("BEGIN", "VCALENDAR")
        lines.add("VERSION", "2.0")
        lines.add("PRODID", "-//Fairway//Meeting programme//\(language.rawValue.uppercased())")
        lines.add("CALSCALE", "GREGORIAN")
        // No METHOD: it would make the file a scheduling message, which needs an ORGANIZER in each event (RFC 5546, 3.2.1).
        let expo = calendar.expo.name.text(in: language)
        let name = "\(expo): \(calendar.owner.name.text(in: language))"
        lines.addText("NAME", name, language)
        lines.addText("X-WR-CALNAME", name, nil)
        lines.add("X-WR-TIMEZONE", calendar.expo.timeZone)
        lines.add("REFRESH-INTERVAL;VALUE=DURATION", "PT15M")
        lines.add("COLOR", "steelblue")
        addTimeZones(calendar, to: &lines)
        for entry in calendar.entries { add(entry, calendar, language, to: &lines) }
        lines.add("END", "VCALENDAR")
        return lines.text
    }

    /// Nearly always one: after a change of the expo's zone, entries not published anew keep the old one.
    private static func addTimeZones(_ calendar: ParticipantCalendar, to lines: inout ICalendarLines) {
        let days = (calendar.expo.days + calendar.entries.map(\.time.date)).sorted()
        guard let first = days.first, let last = days.last else { return }
        let used = Set(calendar.entries.map(\.time.timeZone))
        for zone in used.isEmpty ? [calendar.expo.timeZone] : used.sorted() {
            ICalendarTimeZone(identifier: zone, from: first, to: last).write(to: &lines)
        }
    }

    private static func add(
        _ entry: CalendarEntry,
        _ calendar: ParticipantCalendar,
        _ language: Language,
        to lines: inout ICalendarLines
    ) {
        let partner = calendar.partners[entry.partner]?.text(in: language) ?? entry.partner.code
        let stamp = ICalendarLines.utc(entry.changedAt)
        let time = entry.time
        lines.add("BEGIN", "VEVENT")
        lines.add("UID", entry.uid)
        lines.add("SEQUENCE", "\(entry.sequence)")
        lines.add("DTSTAMP", stamp)
        lines.add("LAST-MODIFIED", stamp)
        lines.add("DTSTART;TZID=\(time.timeZone)", ICalendarLines.local(time.date, time.starts))
        lines.add("DTEND;TZID=\(time.timeZone)", ICalendarLines.local(time.date, time.ends))
        lines.add("STATUS", entry.isCancelled ? "CANCELLED" : "CONFIRMED")
        lines.add("TRANSP", entry.isCancelled ? "TRANSPARENT" : "OPAQUE")
        let title = language.pick(zh: "会面：\(partner)", ru: "Встреча: \(partner)", en: "Meeting: \(partner)")
        lines.addText("SUMMARY", title, language)
        lines.addText("LOCATION", calendar.placeName(entry.place, in: language), language)
        if let interpreter = entry.interpreter {
            let name = calendar.interpreters[interpreter]?.text(in: language) ?? interpreter.code
            let text = language.pick(zh: "译员：\(name)", ru: "Переводчик: \(name)", en: "Interpreter: \(name)")
            lines.addText("DESCRIPTION", text, language)
        }
        lines.add("END", "VEVENT")
    }
}

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
        lines.add("METHOD", "PUBLISH")
        let expo = calendar.expo.name.text(in: language)
        let name = "\(expo): \(calendar.owner.name.text(in: language))"
        lines.addText("NAME", name, language)
        lines.addText("X-WR-CALNAME", name, nil)
        lines.add("X-WR-TIMEZONE", calendar.expo.timeZone)
        lines.add("REFRESH-INTERVAL;VALUE=DURATION", "PT15M")
        lines.add("COLOR", "steelblue")
        if let days = span(calendar.expo) {
            ICalendarTimeZone(identifier: calendar.expo.timeZone, from: days.first, to: days.last).write(
                to: &lines
            )
        }
        for entry in calendar.entries {
            if let slot = calendar.slot(of: entry) { add(entry, slot, calendar, language, to: &lines) }
        }
        lines.add("END", "VCALENDAR")
        return lines.text
    }

    private static func span(_ expo: Expo) -> (first: CivilDate, last: CivilDate)? {
        guard let first = expo.days.first, let last = expo.days.last else { return nil }
        return (first, last)
    }

    private static func add(
        _ entry: CalendarEntry,
        _ slot: Slot,
        _ calendar: ParticipantCalendar,
        _ language: Language,
        to lines: inout ICalendarLines
    ) {
        let partner = calendar.partners[entry.partner]?.text(in: language) ?? entry.partner.code
        let stamp = ICalendarLines.utc(entry.changedAt)
        let zone = calendar.expo.timeZone
        lines.add("BEGIN", "VEVENT")
        lines.add("UID", entry.uid)
        lines.add("SEQUENCE", "\(entry.sequence)")
        lines.add("DTSTAMP", stamp)
        lines.add("LAST-MODIFIED", stamp)
        lines.add("DTSTART;TZID=\(zone)", ICalendarLines.local(slot.date, slot.starts))
        lines.add("DTEND;TZID=\(zone)", ICalendarLines.local(slot.date, slot.ends))
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

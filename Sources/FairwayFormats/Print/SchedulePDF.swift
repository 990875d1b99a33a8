package import FairwayCore
import Foundation

/// A participant's meetings on paper: one table for each day.
package struct SchedulePDF {
    private let calendar: ParticipantCalendar
    private let language: Language
    private let page: PrintPage
    private let footer: String
    private var y = PrintPage.margin
    private var number = 1

    private static let columns: [(x: Double, width: Double)] = [(48, 74), (126, 200), (330, 128), (462, 86)]
    private static let bottom = PrintPage.height - 56

    /// - Parameter publishedAt: Unix seconds; printed in the footer and set as the file's date.
    package static func write(
        _ calendar: ParticipantCalendar,
        language: Language,
        publishedAt: Double,
        to path: String
    ) throws {
        let created = Date(timeIntervalSince1970: publishedAt.rounded(.down)).ISO8601Format()
        let title = "\(calendar.expo.name.text(in: language)): \(calendar.owner.name.text(in: language))"
        let page = try PrintPage(path: path, title: title, language: language.rawValue, createdAt: created)
        var schedule = SchedulePDF(calendar, language, page, published: String(created.prefix(16)))
        schedule.draw()
        try page.finish()
    }

    private init(_ calendar: ParticipantCalendar, _ language: Language, _ page: PrintPage, published: String)
    {
        self.calendar = calendar
        self.language = language
        self.page = page
        let date = published.replacing("T", with: " ")
        footer = language.pick(
            zh: "发布于 \(date) UTC",
            ru: "Опубликовано \(date) UTC",
            en: "Published \(date) UTC"
        )
    }

    private mutating func draw() {
        let full = PrintPage.width - 2 * PrintPage.margin
        text(calendar.expo.name.text(in: language), size: 10, grey: 0.35, width: full)
        text(calendar.owner.name.text(in: language), size: 17, bold: true, width: full)
        let entries = calendar.entries.filter { !$0.isCancelled }
        text(CountedNoun.meeting.counted(entries.count, in: language), size: 10, grey: 0.35, width: full)
        for date in Set(entries.map(\.time.date)).sorted() {
            drawDay(date, entries.filter { $0.time.date == date }.sorted { $0.time.starts < $1.time.starts })
        }
        drawFooter()
    }

    private mutating func drawDay(_ date: CivilDate, _ entries: [CalendarEntry]) {
        if y + 80 > Self.bottom { breakPage() }
        y += 14
        let title = date.wordsWithWeekday(in: language)
        text(title, size: 12.5, bold: true, width: 400)
        drawHeader()
        for entry in entries { drawRow(entry, of: title) }
    }

    private mutating func drawHeader() {
        let titles = [
            language.pick(zh: "时间", ru: "Время", en: "Time"),
            language.pick(zh: "会面对象", ru: "С кем", en: "With"),
            language.pick(zh: "地点", ru: "Место", en: "Place"),
            language.pick(zh: "译员", ru: "Переводчик", en: "Interpreter"),
        ]
        y += 3
        for (title, column) in zip(titles, Self.columns) {
            page.draw(title, x: column.x, y: y, size: 8.5, bold: true, width: column.width, grey: 0.35)
        }
        y += 14
        rule(grey: 0.3, thickness: 0.8)
    }

    /// - Parameter day: Said again on top of the page when the table goes on there.
    private mutating func drawRow(_ entry: CalendarEntry, of day: String) {
        let cells = [
            "\(entry.time.starts)–\(entry.time.ends)",
            calendar.partners[entry.partner]?.text(in: language) ?? entry.partner.code,
            calendar.placeName(entry.place, in: language),
            entry.interpreter.map { calendar.interpreters[$0]?.text(in: language) ?? $0.code } ?? "",
        ]
        let heights = zip(cells, Self.columns).map { page.height(of: $0, size: 9.5, width: $1.width) }
        let height = (heights.max() ?? 12) + 7
        if y + height > Self.bottom {
            breakPage()
            let more = language.pick(zh: "\(day)（续）", ru: "\(day) (продолжение)", en: "\(day) (continued)")
            text(more, size: 10, bold: true, width: 400)
            drawHeader()
        }
        for (cell, column) in zip(cells, Self.columns) {
            page.draw(cell, x: column.x, y: y + 3, size: 9.5, width: column.width)
        }
        y += height
        rule(grey: 0.8, thickness: 0.4)
    }

    private mutating func text(
        _ text: String,
        size: Double,
        bold: Bool = false,
        grey: Double = 0,
        width: Double
    ) {
        page.draw(text, x: PrintPage.margin, y: y, size: size, bold: bold, width: width, grey: grey)
        y += page.height(of: text, size: size, bold: bold, width: width) + 3
    }

    private func rule(grey: Double, thickness: Double) {
        page.line(
            from: (PrintPage.margin, y),
            to: (PrintPage.width - PrintPage.margin, y),
            grey: grey,
            thickness: thickness
        )
    }

    private mutating func breakPage() {
        drawFooter()
        page.nextPage()
        number += 1
        y = PrintPage.margin
    }

    private func drawFooter() {
        let y = PrintPage.height - 40
        page.draw(footer, x: PrintPage.margin, y: y, size: 8, width: 400, grey: 0.4)
        page.draw(
            "\(number)",
            x: PrintPage.width - PrintPage.margin - 20,
            y: y,
            size: 8,
            width: 20,
            grey: 0.4
        )
    }
}

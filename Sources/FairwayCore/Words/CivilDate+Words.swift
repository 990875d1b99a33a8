/// A day of the week, Monday first.
package enum Weekday: Int, Sendable, CaseIterable {
    case monday, tuesday, wednesday, thursday, friday, saturday, sunday

    package func displayName(in language: Language) -> String {
        Weekday.names[rawValue].text(in: language)
    }

    /// `Mon`, `пн`, `周一`.
    package func shortName(in language: Language) -> String {
        Weekday.shortNames[rawValue].text(in: language)
    }

    private static let names = [
        LocalizedText(zh: "星期一", ru: "понедельник", en: "Monday"),
        LocalizedText(zh: "星期二", ru: "вторник", en: "Tuesday"),
        LocalizedText(zh: "星期三", ru: "среда", en: "Wednesday"),
        LocalizedText(zh: "星期四", ru: "четверг", en: "Thursday"),
        LocalizedText(zh: "星期五", ru: "пятница", en: "Friday"),
        LocalizedText(zh: "星期六", ru: "суббота", en: "Saturday"),
        LocalizedText(zh: "星期日", ru: "воскресенье", en: "Sunday"),
    ]

    private static let shortNames = [
        LocalizedText(zh: "周一", ru: "пн", en: "Mon"),
        LocalizedText(zh: "周二", ru: "вт", en: "Tue"),
        LocalizedText(zh: "周三", ru: "ср", en: "Wed"),
        LocalizedText(zh: "周四", ru: "чт", en: "Thu"),
        LocalizedText(zh: "周五", ru: "пт", en: "Fri"),
        LocalizedText(zh: "周六", ru: "сб", en: "Sat"),
        LocalizedText(zh: "周日", ru: "вс", en: "Sun"),
    ]
}

extension CivilDate {
    package var weekday: Weekday {
        // 1970-01-01 was a Thursday.
        Weekday.allCases[((daysSinceEpoch + 3) % 7 + 7) % 7]
    }

    /// `17 May 2027`, `17 мая 2027`, `2027年5月17日`.
    package func words(in language: Language) -> String {
        language.pick(
            zh: "\(year)年\(month)月\(day)日",
            ru: "\(day) \(monthName(.ru)) \(year)",
            en: "\(day) \(monthName(.en)) \(year)"
        )
    }

    /// Without the year: `17 May`, `17 мая`, `5月17日`.
    package func dayAndMonth(in language: Language) -> String {
        language.pick(
            zh: "\(month)月\(day)日",
            ru: "\(day) \(monthName(.ru))",
            en: "\(day) \(monthName(.en))"
        )
    }

    /// With the weekday: `Monday, 17 May 2027`, `понедельник, 17 мая 2027`, `2027年5月17日 星期一`.
    package func wordsWithWeekday(in language: Language) -> String {
        let name = weekday.displayName(in: language)
        let date = words(in: language)
        return language.pick(zh: "\(date) \(name)", ru: "\(name), \(date)", en: "\(name), \(date)")
    }

    /// The month's name as a date has it (Russian in the genitive).
    private func monthName(_ language: Language) -> String {
        CivilDate.months[month - 1].text(in: language)
    }

    private static let months = [
        LocalizedText(ru: "января", en: "January"), LocalizedText(ru: "февраля", en: "February"),
        LocalizedText(ru: "марта", en: "March"), LocalizedText(ru: "апреля", en: "April"),
        LocalizedText(ru: "мая", en: "May"), LocalizedText(ru: "июня", en: "June"),
        LocalizedText(ru: "июля", en: "July"), LocalizedText(ru: "августа", en: "August"),
        LocalizedText(ru: "сентября", en: "September"), LocalizedText(ru: "октября", en: "October"),
        LocalizedText(ru: "ноября", en: "November"), LocalizedText(ru: "декабря", en: "December"),
    ]
}

/// A calendar date without time zone, written `2026-05-17`.
package struct CivilDate: Hashable, Sendable, Codable, Comparable, CustomStringConvertible {
    package let year: Int
    package let month: Int
    package let day: Int

    /// 1 January of the year 1.
    package static let earliest = CivilDate(1, 1, 1)

    private init(_ year: Int, _ month: Int, _ day: Int) {
        self.year = year
        self.month = month
        self.day = day
    }

    /// - Returns: nil when there is no such day in the Gregorian calendar.
    package init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
            day <= CivilDate.length(ofMonth: month, year: year)
        else { return nil }
        self.year = year
        self.month = month
        self.day = day
    }

    /// Reads `YYYY-MM-DD`.
    package init?(_ text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].count == 4, let year = Int(parts[0], in: 1...9999),
            let month = Int(parts[1], in: 1...12), let day = Int(parts[2], in: 1...31)
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let date = CivilDate(text) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "\(text) is no date")
        }
        self = date
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }

    package var description: String { "\(pad(year, 4))-\(pad(month, 2))-\(pad(day, 2))" }

    package static func < (left: Self, right: Self) -> Bool {
        (left.year, left.month, left.day) < (right.year, right.month, right.day)
    }

    /// Days since 1970-01-01 (Howard Hinnant, "chrono-compatible low-level date algorithms", `days_from_civil`).
    package var daysSinceEpoch: Int {
        let y = month <= 2 ? year - 1 : year
        let era = y / 400
        let yearOfEra = y - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    /// The date `days` later (the inverse of `daysSinceEpoch`, same source).
    package func adding(days: Int) -> CivilDate? {
        // No two dates are further apart.
        guard (-3_652_059...3_652_059).contains(days) else { return nil }
        let z = daysSinceEpoch + days + 719_468
        guard z >= 0 else { return nil }
        let era = z / 146_097
        let doe = z - era * 146_097
        let yearOfEra = (doe - doe / 1460 + doe / 36_524 - doe / 146_096) / 365
        let dayOfYear = doe - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shifted = (5 * dayOfYear + 2) / 153
        let month = shifted < 10 ? shifted + 3 : shifted - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return CivilDate(year: year, month: month, day: dayOfYear - (153 * shifted + 2) / 5 + 1)
    }

    private static func length(ofMonth month: Int, year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}

/// A time of day to the minute, written `09:30`.
package struct ClockTime: Hashable, Sendable, Codable, Comparable, CustomStringConvertible {
    /// 0 … 1439.
    package let minutesAfterMidnight: Int

    package init?(minutesAfterMidnight: Int) {
        guard (0..<1440).contains(minutesAfterMidnight) else { return nil }
        self.minutesAfterMidnight = minutesAfterMidnight
    }

    /// Reads `HH:MM`.
    package init?(_ text: String) {
        let parts = text.split(separator: ":")
        guard parts.count == 2, let hour = Int(parts[0], in: 0...23), let minute = Int(parts[1], in: 0...59)
        else { return nil }
        minutesAfterMidnight = hour * 60 + minute
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let value = ClockTime(text) else {
            throw DecodingError.dataCorruptedError(
                in: container,
                debugDescription: "\(text) is no time of day"
            )
        }
        self = value
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }

    package static func < (left: Self, right: Self) -> Bool {
        left.minutesAfterMidnight < right.minutesAfterMidnight
    }

    package var description: String {
        "\(pad(minutesAfterMidnight / 60, 2)):\(pad(minutesAfterMidnight % 60, 2))"
    }
}

private func pad(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
}

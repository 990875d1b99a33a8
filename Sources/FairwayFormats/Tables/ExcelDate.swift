import FairwayCore

/// Excel's day numbers.
enum ExcelDate {
    /// YYYY-MM-DD, or HH:MM for a bare time of day; nil when the number is no date.
    static func text(_ number: Double, uses1904: Bool) -> String? {
        guard number >= 0, number < 2_958_466 else { return nil }
        if number < 1 {
            let minutes = Int((number * 1440).rounded())
            return ClockTime(minutesAfterMidnight: minutes)?.description
        }
        return date(Int(number), uses1904: uses1904)?.description
    }

    /// In the 1900 system day 60 is a 29 February that never was, so days before it are one off.
    static func date(_ day: Int, uses1904: Bool = false) -> CivilDate? {
        if uses1904 { return CivilDate(year: 1904, month: 1, day: 1)?.adding(days: day) }
        return CivilDate(year: 1899, month: 12, day: day < 60 ? 31 : 30)?.adding(days: day)
    }
}

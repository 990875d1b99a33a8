import FairwayCore
import Foundation

/// Cells with one value that is not simply text.
extension RowCells {
    mutating func integer(_ field: String, _ range: ClosedRange<Int>) -> Int? {
        guard let text = text(field) else { return nil }
        let plain = text.precomposedStringWithCompatibilityMapping.filter { !$0.isWhitespace }
        do {
            return try NumberText.wholeDecimal(plain, in: range, field: field)
        } catch {
            let isNumber = error.reason == .outOfRange
            report(
                field,
                text,
                isNumber ? .outOfRange(range.lowerBound, range.upperBound) : .notANumber
            )
            return nil
        }
    }

    mutating func date(_ field: String) -> CivilDate? {
        guard let text = text(field) else { return nil }
        if let date = meaning(field, text, { WrittenDate.parse(text) }) { return date }
        report(field, text, .invalidDate)
        return nil
    }

    mutating func time(_ field: String) -> ClockTime? {
        guard let text = text(field) else { return nil }
        if let time = WrittenTime.parse(text) { return time }
        report(field, text, .invalidDate)
        return nil
    }

    mutating func hsCode(_ field: String) -> HSCode? {
        guard let text = text(field) else {
            report(field, nil, .missingHSCode, severity: .warning)
            return nil
        }
        if let code = meaning(field, text, { WrittenHSCode.parse(text) }), code.isInNomenclature {
            return code
        }
        report(field, text, .invalidHSCode)
        return nil
    }

    /// Spreadsheets take codes for numbers and drop leading zeros; people group digits.
    mutating func gtin(_ field: String) -> GTIN? {
        guard let text = text(field) else { return nil }
        let digits = text.precomposedStringWithCompatibilityMapping.filter { $0 != " " && $0 != "-" }
        let lengths = [8, 12, 13, 14].filter { $0 >= digits.count && $0 - digits.count <= 2 }
        for length in lengths {
            let padded = String(repeating: "0", count: length - digits.count) + digits
            if let gtin = GTIN(padded) { return gtin }
        }
        report(field, text, .invalidGTIN)
        return nil
    }
}

/// HS codes as people and spreadsheets write them.
enum WrittenHSCode {
    /// A spreadsheet drops the leading zero of chapters 01–09, and the last zero of a code with a point: 406.9 is 0406.90.
    static func parse(_ text: String) -> HSCode? {
        var code = text.precomposedStringWithCompatibilityMapping
        let groups = code.split(separator: ".", omittingEmptySubsequences: false)
        if groups.count > 1, let first = groups.first, let last = groups.last {
            if first.count % 2 == 1 { code = "0" + code }
            if last.count % 2 == 1 { code += "0" }
            return HSCode(code)
        }
        return HSCode(code) ?? HSCode("0" + code)
    }
}

/// Times of day as people write them.
enum WrittenTime {
    /// 9:30, 09:30:00, 9.30, 9时30分, or the fraction of a day that a spreadsheet stores.
    static func parse(_ text: String) -> ClockTime? {
        let folded = text.precomposedStringWithCompatibilityMapping
        if folded.hasPrefix("0."), folded.count > 5, let share = Double(folded, in: 0...1) {
            return ClockTime(minutesAfterMidnight: Int((share * 1440).rounded()))
        }
        let parts = folded.split(whereSeparator: { ":.时分點点秒 ".contains($0) })
        guard (2...3).contains(parts.count), let hour = Int(parts[0], in: 0...23),
            let minute = Int(parts[1], in: 0...59), parts.count < 3 || Int(parts[2], in: 0...59) != nil
        else { return nil }
        return ClockTime(minutesAfterMidnight: hour * 60 + minute)
    }
}

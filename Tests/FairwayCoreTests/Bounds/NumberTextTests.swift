import Testing

@testable import FairwayCore

@Suite("Numbers from outside")
struct NumberTextTests {
    @Test(
        "are digits with perhaps a sign",
        arguments: [("0", 0), ("-7", -7), ("+7", 7), ("007", 7), ("9999", 9999)]
    )
    func whole(text: String, number: Int) { #expect(Int(text, in: -10_000...10_000) == number) }

    @Test(
        "are nothing else",
        arguments: ["", "-", "+", "1 ", " 1", "1.0", "1e3", "0x10", "1_000", "１２", "٣", "--1", "nan", "½"]
    )
    func nothing(text: String) { #expect(Int(text, in: .min ... .max) == nil) }

    @Test("are in their range, to its very ends")
    func range() {
        #expect(Int("5", in: 5...5) == 5)
        #expect(Int("4", in: 5...5) == nil)
        #expect(Int("6", in: 5...5) == nil)
        #expect(Int("9223372036854775807", in: .min ... .max) == .max)
        #expect(Int("-9223372036854775808", in: .min ... .max) == .min)
        #expect(Int("9223372036854775808", in: .min ... .max) == nil)
    }

    @Test("of whatever length are read or refused, with field and limit")
    func refusal() {
        for (text, reason) in [
            ("9223372036854775808", BoundError.Reason.outOfRange), ("100", .outOfRange), ("x", .notWhole),
            (String(repeating: "1", count: 100_000), .notWhole),
        ] {
            let error = #expect(throws: BoundError.self) {
                try NumberText.whole(text, in: 1...99, field: "count")
            }
            #expect(error?.field == "count" && error?.allowed == 1...99 && error?.reason == reason)
            for language in Language.allCases {
                let words = error?.words(in: language) ?? ""
                #expect(words.contains("count") && words.contains("99") && words.count < 200)
            }
        }
    }

    @Test(
        "of a spreadsheet may be written as decimals",
        arguments: [("12.0", 12), ("1e3", 1000), ("-1E+2", -100)]
    )
    func wholeDecimal(text: String, number: Int) throws {
        #expect(try NumberText.wholeDecimal(text, in: -1000...1000, field: "f") == number)
    }

    @Test(
        "that no Int holds are out of range, however they are written",
        arguments: ["1e300", "1e19", "99999999999999999999"]
    )
    func beyond(text: String) {
        let error = #expect(throws: BoundError.self) {
            try NumberText.wholeDecimal(text, in: 0...9, field: "f")
        }
        #expect(error?.reason == .outOfRange)
    }

    @Test(
        "with a fraction are finite and in decimal notation",
        arguments: ["nan", "inf", "-inf", "0x1p3", "1e400", "", "."]
    )
    func decimal(text: String) {
        let greatest = Double.greatestFiniteMagnitude
        #expect(Double(text, in: -greatest...greatest) == nil)
    }

    @Test("of a seed reach to the end of their type")
    func seed() {
        #expect(UInt64(seedText: "18446744073709551615") == .max)
        #expect(UInt64(seedText: "18446744073709551616") == nil)
        #expect(UInt64(seedText: "-1") == nil)
    }
}

@Suite("Bounded numbers")
struct BoundedNumberTests {
    @Test("of a page begin with the first and multiply without overflow")
    func page() throws {
        #expect(try PageNumber(nil) == .first)
        #expect(try PageNumber("") == .first)
        #expect(try PageNumber("100000").offset(perPage: 10_000) == 999_990_000)
        for text in ["0", "-1", "100001", "9223372036854775807", "two"] {
            #expect(throws: BoundError.self) { try PageNumber(text) }
        }
    }

    @Test(
        "of the last page hold all entries",
        arguments: [(0, 1), (1, 1), (40, 1), (41, 2), (Int.max, 100_000)]
    )
    func lastPage(total: Int, pages: Int) { #expect(PageNumber.last(of: total, perPage: 40).value == pages) }

    @Test("of a row end with Excel's last")
    func row() throws {
        let last = try #require(RowNumber("1048576"))
        #expect(last.next == nil)
        #expect(RowNumber.first.next == RowNumber(2))
        #expect(
            RowNumber("0") == nil && RowNumber("1048577") == nil && RowNumber("9223372036854775807") == nil
        )
    }

    @Test("of days lead to a date or to none, never beyond an Int")
    func days() {
        #expect(CivilDate.earliest.adding(days: .max) == nil)
        #expect(CivilDate.earliest.adding(days: .min) == nil)
        #expect(CivilDate(year: 9999, month: 12, day: 31)?.adding(days: 1) == nil)
        #expect(
            CivilDate(year: 2026, month: 12, day: 31)?.adding(days: 1)
                == CivilDate(year: 2027, month: 1, day: 1)
        )
    }

    @Test("of a file's limit have words in each language", arguments: FileLimit.Measure.allCases)
    func fileLimits(measure: FileLimit.Measure) {
        let words = Language.allCases.map { FileLimit(measure, most: 5 << 20).words(in: $0) }
        #expect(Set(words).count == 3 && words.allSatisfy { !$0.isEmpty })
    }
}

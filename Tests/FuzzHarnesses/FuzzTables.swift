import FairwayCore
import Foundation
import TableSamples

@testable import FairwayFormats

/// A workbook as it is sent: a ZIP file.
package func fuzzXLSX(_ bytes: UnsafeRawBufferPointer) {
    guard let book = try? XLSXWorkbook(Array(bytes)) else { return }
    check(book)
}

/// The XML within a workbook, without the ZIP around it that hardly any mutation leaves whole: sheet, shared strings, styles,
/// workbook, relations, with the byte 1E between them; what is missing is as usual.
package func fuzzSheet(_ bytes: UnsafeRawBufferPointer) {
    let parts = bytes.split(separator: 0x1E, maxSplits: 4, omittingEmptySubsequences: false).map(Array.init)
    guard let book = try? XLSXWorkbook(StoredZip.workbook(parts)) else { return }
    check(book)
}

private func check(_ book: XLSXWorkbook) {
    for sheet in book.sheets {
        for row in sheet.rows {
            precondition(row.cells.count <= TableBudget.maxColumns, "a row wider than any table")
            precondition(row.cells.contains { !$0.isEmpty }, "an empty row")
        }
        _ = HeaderRow.find(in: sheet.rows, name: sheet.name)
    }
}

/// Delimited text; what its encoding may be is `fuzzEncoding`'s.
package func fuzzCSV(_ bytes: UnsafeRawBufferPointer) {
    guard let table = try? CSVTable(Array(bytes)) else { return }
    let numbers = table.rows.map(\.number)
    precondition(zip(numbers, numbers.dropFirst()).allSatisfy { $0 < $1 }, "rows out of order")
}

/// A file from its first byte to the values of the model, and its refused rows with their reasons.
package func fuzzImport(_ bytes: UnsafeRawBufferPointer) {
    let (batch, diagnostics) = reader.read(name: "table.csv", bytes: Array(bytes))
    for slot in batch.slots {
        precondition(Slot.numberRange.contains(slot.value.number), "a slot that there cannot be")
        precondition(slot.value.starts < slot.value.ends, "a slot that ends before it starts")
    }
    for diagnostic in diagnostics.prefix(20) {
        for language in Language.allCases { _ = diagnostic.words(in: language) }
    }
}

private let names = RegionNames(
    economies: [
        Economy(id: "CN", name: LocalizedText(zh: "中国", ru: "Китай", en: "China")),
        Economy(id: "RU", name: LocalizedText(zh: "俄罗斯", ru: "Россия", en: "Russia")),
    ],
    regions: [
        Region(
            id: "CN-HL",
            economy: "CN",
            name: LocalizedText(zh: "黑龙江省", ru: "Хэйлунцзян", en: "Heilongjiang")
        ),
        Region(
            id: "RU-PRI",
            economy: "RU",
            name: LocalizedText(zh: "滨海边疆区", ru: "Приморский край", en: "Primorsky Krai")
        ),
    ]
)
private let reader = ImportReader(
    regions: names,
    importedOn: CivilDate(year: 2027, month: 4, day: 2) ?? .earliest
)

/// Bytes of an unknown encoding as text, and the text in the encoding that their number names: each takes its time to open.
package func fuzzEncoding(_ bytes: UnsafeRawBufferPointer) {
    let (utf8, encoding) = TextEncoding.utf8(Array(bytes))
    let target = TextEncoding.allCases[bytes.count % TextEncoding.allCases.count]
    let encoded = target.encoded(String(decoding: utf8, as: UTF8.self))
    // Nothing grows beyond what a character of any encoding takes.
    precondition(encoded.count <= 4 * utf8.count + 16, "\(encoding) as \(target) grows")
}

/// What stands in one cell: a number, time, date or code.
package func fuzzCell(_ bytes: UnsafeRawBufferPointer) {
    let text = String(decoding: bytes, as: UTF8.self)
    fuzzNumbers(text)
    if let time = WrittenTime.parse(text) {
        precondition(ClockTime(time.description) == time, "\(time) is read otherwise than it is written")
    }
    if let date = WrittenDate.parse(text) {
        precondition(CivilDate(date.description) == date, "\(date) is read otherwise than it is written")
    }
    if let code = WrittenHSCode.parse(text) {
        precondition((1...6).contains(code.digits.count), "no HS code")
    }
    if let gtin = GTIN(text) { precondition(GTIN(gtin.digits) == gtin, "no GTIN") }
    _ = try? ExpoData().slots(named: text)
    _ = (EmailAddress.isValid(text), ProfileCheck.count(text), text.trimmedCell, RowCells.shortened(text))
    _ = DateStyles.showsDate(text)
}

/// A cell with names, and what is likely meant by those that are misspelt.
package func fuzzName(_ bytes: UnsafeRawBufferPointer) {
    let text = String(decoding: bytes, as: UTF8.self)
    for part in ListCell.parts(text, isKnown: { names.placeCode($0) != nil }) {
        precondition(part.trimmedCell == part && !part.isEmpty, "a value with blanks around it")
    }
    _ = (names.suggestion(for: text), names.region(text, in: "CN"), names.owner(ofRegion: text))
    _ = LanguageNames.tag(text)
    _ = (ImportVocabulary.roles.value(text), ImportVocabulary.sectors.suggestion(for: text))
    _ = TableName.kind(of: text)
}

private func fuzzNumbers(_ text: String) {
    let range = -1_000_000...1_000_000
    if let number = Int(text, in: range) { precondition(range.contains(number), "beyond the range") }
    if let number = try? NumberText.wholeDecimal(text, in: range, field: "f") {
        precondition(range.contains(number), "beyond the range")
    }
    if let number = Double(text, in: 0...1) { precondition(number >= 0 && number <= 1, "beyond the range") }
    if let page = try? PageNumber(text) {
        precondition(page.offset(perPage: 10_000) >= 0, "before the first")
    }
    if let row = RowNumber(text) { precondition(row.next.map { $0 > row } ?? true, "rows go backwards") }
    _ = RecordNumber.read(text)
    _ = ListPosition.read(text)
}

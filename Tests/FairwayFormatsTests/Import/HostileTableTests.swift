import FairwayCore
import TableSamples
import Testing

@testable import FairwayFormats

/// Files that ask for more than any table needs: each is refused by name, and costs about as little as it is long.
@Suite("Tables made to do harm")
struct HostileTableTests {
    private static let reader = ImportFolder.reader

    private func problem(_ name: String, _ bytes: [UInt8]) -> Diagnostic.Problem? {
        Self.reader.read(name: name, bytes: bytes).diagnostics.first { $0.severity == .error }?.problem
    }

    private func problem(sheet: String = "", strings: String = "", styles: String = "") -> Diagnostic.Problem?
    {
        problem("t.xlsx", StoredZip.workbook([sheet, strings, styles].map { Array($0.utf8) }))
    }

    private func sheet(_ rows: String) -> String { "<worksheet><sheetData>\(rows)</sheetData></worksheet>" }

    private static let tooManyRows = Diagnostic.Problem.beyondLimit(.init(.rows, most: 1_048_576))

    // MARK: - Numbers

    @Test(
        "may number a row as they like; the next one has no number",
        arguments: ["9223372036854775807", "1048577", "0", "-1", "x"]
    )
    func rowNumber(number: String) {
        let rows = "<row r=\"\(number)\"><c><v>1</v></c></row><row><c><v>2</v></c></row>"
        #expect(problem(sheet: sheet(rows)) == Self.tooManyRows)
    }

    // MARK: - Marks

    @Test("have no letter with more marks than any script: to compare it takes the square of them")
    func marks() {
        let tooMany = Diagnostic.Problem.beyondLimit(.init(.marks, most: 30))
        let text = "a" + String(repeating: "\u{316}\u{301}", count: 200_000)
        let csv = "code,name_en,economy,roles,about_en\nE1,X,CN,brand,\(text)\n"
        #expect(problem("t.csv", Array(csv.utf8)) == tooMany)
        let short = text.unicodeScalars.prefix(100_000).reduce(into: "") { $0.unicodeScalars.append($1) }
        #expect(
            problem(sheet: sheet("<row><c t=\"inlineStr\"><is><t>\(short)</t></is></c></row>")) == tooMany
        )
        #expect(problem(sheet: sheet("<row><c t=\"\(short)\"><v>1</v></c></row>")) == tooMany)
        #expect(problem(sheet: sheet("<row><\(short)/></row>")) == tooMany)
        #expect(problem(sheet: sheet(""), strings: "<sst><si><t>\(short)</t></si></sst>") == tooMany)
    }

    @Test("may end with Excel's last row, and have none after it")
    func lastRow() throws {
        let last = "<row r=\"1048576\"><c><v>1</v></c></row>"
        let book = try XLSXWorkbook(StoredZip.workbook([Array(sheet(last).utf8)]))
        #expect(book.sheets.first?.rows.map(\.number) == [try #require(RowNumber(1_048_576))])
        #expect(problem(sheet: sheet(last + "<row><c><v>2</v></c></row>")) == Self.tooManyRows)
    }

    @Test("with any style, column or shared text that there is not are read or refused")
    func otherNumbers() throws {
        let huge = "9223372036854775807"
        let odd = sheet("<row><c s=\"\(huge)\"><v>1</v></c><c s=\"-1\" r=\"B1\"><v>1e308</v></c></row>")
        let book = try XLSXWorkbook(StoredZip.workbook([Array(odd.utf8)]))
        #expect(book.sheets.first?.rows.first?.cells.first == "1")
        #expect(problem(sheet: sheet("<row><c t=\"s\"><v>\(huge)</v></c></row>")) == .unreadableFile("XLSX"))
        #expect(
            problem(sheet: sheet("<row><c r=\"XFDXFDXFDXFDXFDXFD1\"><v>1</v></c></row>"))
                == .beyondLimit(.init(.columns, most: 512))
        )
    }

    @Test(
        "with a time that is none say so",
        arguments: [
            "0.1e300", "0.99999", "0.nan123", "9223372036854775807:00", "24:00", "9:60", "0.5e-300000",
        ]
    )
    func times(time: String) {
        let text = "number,date,session,starts,ends\n0,2027-05-17,am,\(time),10:00\n"
        let (batch, diagnostics) = Self.reader.read(name: "slots.csv", bytes: Array(text.utf8))
        let isMidnight = time == "0.5e-300000"
        #expect(batch.slots.isEmpty != isMidnight)
        let isSaid = diagnostics.contains { $0.problem == .invalidDate && $0.value == time }
        #expect(isSaid != isMidnight)
    }

    @Test(
        "with a number beyond its range say which range",
        arguments: ["9223372036854775808", "1e300", "4096", "-1"]
    )
    func outOfRange(number: String) {
        let text = "number,date,session,starts,ends\n\(number),2027-05-17,am,9:30,10:00\n"
        #expect(problem("slots.csv", Array(text.utf8)) == .outOfRange(0, 4095))
    }

    // MARK: - XML

    @Test("with elements deep in each other are read no deeper than 64 levels")
    func depth() {
        let nested = String(repeating: "<a>", count: 200_000)
        let deep = Diagnostic.Problem.beyondLimit(.init(.depth, most: 64))
        #expect(problem(strings: "<sst>" + nested) == deep)
        #expect(problem(sheet: "<worksheet>" + nested) == deep)
        #expect(problem(styles: "<styleSheet>" + nested) == deep)
    }

    @Test(
        "with a comment, instruction or tag of megabytes are not read to its end",
        arguments: ["<!--", "<?x ", "<a b=\""]
    )
    func longTag(start: String) {
        let long = "<sst>" + start + String(repeating: "x", count: 2 << 20)
        #expect(problem(strings: long) == .beyondLimit(.init(.tagBytes, most: 256 << 10)))
    }

    @Test("with comments and tags as real writers make them are read")
    func usualTags() throws {
        let comment = "<!--" + String(repeating: "x", count: 100_000) + "-->"
        let text = sheet(comment + "<row><c t=\"inlineStr\"><is><t>a</t></is></c></row>")
        let book = try XLSXWorkbook(StoredZip.workbook([Array(text.utf8)]))
        #expect(book.sheets.first?.rows.first?.cells == ["a"])
    }

    @Test("that declare a document type or entities are refused")
    func declarations() {
        let entities =
            "<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]><sst><si><t>&b;</t></si></sst>"
        #expect(problem(strings: entities) == .beyondLimit(.init(.declarations, most: 0)))
    }

    @Test("with texts longer than a cell holds are said to be too long, and never whole in memory")
    func longText() {
        let long = String(repeating: "x", count: 1 << 20)
        let rows =
            "<row><c t=\"inlineStr\"><is><t>code</t></is></c><c t=\"inlineStr\"><is><t>name</t></is></c></row>"
            + "<row><c t=\"inlineStr\"><is><t>H1</t></is></c><c t=\"inlineStr\"><is><t>\(long)</t></is></c></row>"
        let book = StoredZip.workbook(
            [Array(sheet(rows).utf8), [], [], Array(Self.book(named: "halls").utf8)]
        )
        #expect(problem("halls.xlsx", book) == .tooLong(most: 32_767))
    }

    private static func book(named name: String) -> String {
        "<workbook xmlns:r=\"r\"><sheets><sheet name=\"\(name)\" r:id=\"a\"/></sheets></workbook>"
    }

    @Test("with more sheets than a workbook has are refused")
    func sheets() {
        let many = (0..<300).map { "<sheet name=\"\($0)\" r:id=\"a\"/>" }.joined()
        let book = "<workbook xmlns:r=\"r\"><sheets>\(many)</sheets></workbook>"
        #expect(
            problem("t.xlsx", StoredZip.workbook([[], [], [], Array(book.utf8)]))
                == .beyondLimit(.init(.sheets, most: 256))
        )
    }

    // MARK: - Archives and text

    @Test("with more entries than an archive of theirs has are refused")
    func entries() {
        let many = (0..<5000).map { (name: "\($0)", bytes: [UInt8]()) }
        #expect(
            problem("t.xlsx", StoredZip.archive(many))
                == .beyondLimit(.init(.entries, most: ZipArchive.maxEntries))
        )
    }

    @Test("with more columns than any table are refused, whatever they are written in")
    func columns() {
        let wide = Array(String(repeating: ",", count: 3000).utf8)
        #expect(problem("t.csv", wide) == .beyondLimit(.init(.columns, most: 512)))
    }

    @Test("with more rows than Excel has are refused")
    func rows() {
        let long = [UInt8](repeating: UInt8(ascii: "\n"), count: 1_048_577)
        #expect(problem("t.csv", long) == Self.tooManyRows)
    }

    @Test("with a list of hundreds of values say so")
    func listValues() {
        let letters = (UInt8(ascii: "a")...UInt8(ascii: "z")).map { Character(UnicodeScalar($0)) }
        let tags = letters.flatMap { one in letters.map { "\(one)\($0)" } }.joined(separator: "、")
        let text = "code,name,economy,roles,languages\nE1,x,RU,retail chain,\(tags)\n"
        #expect(problem("enterprises.csv", Array(text.utf8)) == .beyondLimit(.init(.listValues, most: 500)))
    }

    // MARK: - What is real

    @Test("do not keep real ones out: 300,000 registrations fit into what may be counted")
    func registrations() throws {
        let budget = TableBudget()
        let cells = (0..<24).map { $0 < 12 ? "ООО «Амурский чай»" : "" }
        for _ in 0..<3000 {
            for cell in cells { try budget.take(cell) }
            try budget.take(TableRow(number: .first, cells: cells))
            for _ in 0..<60 { try budget.takeElement() }
        }
        #expect(budget.memory * 100 <= TableBudget.maxMemory)
        #expect(budget.cells * 100 <= TableBudget.maxCells)
        #expect(budget.elements * 100 <= TableBudget.maxElements)
    }
}

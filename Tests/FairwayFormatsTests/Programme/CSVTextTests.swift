import FairwayFormats
import Testing

/// Delimited text that is written.
struct CSVTextTests {
    /// Excel runs cells that begin so, with full-width signs too where those are typed (OWASP, CSV injection).
    @Test(arguments: ["=1+1", "+1", "-1", "@x", "\tx", "\rx", "\nx", "＝1+1", "＋1", "－1", "＠x", "=\u{301}1"])
    func formulasAreDefused(cell: String) {
        let text = Array(CSVText.document([[cell]]).unicodeScalars.dropFirst().prefix(2))
        // What has a tab or a line break stands in quotation marks.
        let isQuoted = cell.unicodeScalars.contains { "\t\r\n".unicodeScalars.contains($0) }
        #expect(text.prefix(isQuoted ? 2 : 1) == (isQuoted ? ["\"", "'"] : ["'"]))
        #expect(!CSVText.document([[cell]], isSpreadsheetSafe: false).unicodeScalars.contains("'"))
    }

    @Test func marksAfterAQuoteDoNotHideIt() {
        let text = CSVText.document([["a\"\u{301},b", "c"]])
        #expect(Array(text.utf8) == Array("\u{FEFF}\"a\"\"\u{301},b\",c\r\n".utf8))
    }
}

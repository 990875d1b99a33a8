/// Writes delimited text that Excel opens as it should: UTF-8 with a byte order mark, CRLF, RFC 4180 quotes.
///
/// Characters are looked at one scalar at a time: a quote with a combining mark after it is one `Character`, and
/// still a quote to every reader.
package enum CSVText {
    /// What begins a formula, full-width signs included, which Chinese and Japanese versions of Excel take as such.
    private static let formulaStarts = "=+-@\t\r\n＝＋－＠".unicodeScalars
    /// What makes a cell need quotes: the semicolon and the tab too, for readers that guess the delimiter.
    private static let special: Set<UInt8> = [0x22, 0x2C, 0x0A, 0x0D, 0x3B, 0x09]

    /// - Parameter isSpreadsheetSafe: Put an apostrophe before cells that a spreadsheet would run as a formula
    ///   (OWASP, CSV injection). Not for files that are to be read back as they are.
    package static func document(_ rows: [[String]], isSpreadsheetSafe: Bool = true) -> String {
        var text = "\u{FEFF}"
        for row in rows {
            for (column, value) in row.enumerated() {
                if column > 0 { text += "," }
                write(value, isSpreadsheetSafe, to: &text)
            }
            text += "\r\n"
        }
        return text
    }

    private static func write(_ value: String, _ isSafe: Bool, to text: inout String) {
        let isQuoted = value.utf8.contains { special.contains($0) }
        if isQuoted { text += "\"" }
        if isSafe, let first = value.unicodeScalars.first, formulaStarts.contains(first) { text += "'" }
        guard isQuoted else {
            text += value
            return
        }
        for scalar in value.unicodeScalars {
            if scalar == "\"" { text += "\"" }
            text.unicodeScalars.append(scalar)
        }
        text += "\""
    }
}

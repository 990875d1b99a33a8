/// Writes delimited text that Excel opens as it should: UTF-8 with a byte order mark, CRLF, RFC 4180 quotes.
package enum CSVText {
    /// - Parameter isSpreadsheetSafe: Put an apostrophe before cells that a spreadsheet would run as a formula
    ///   (OWASP, CSV injection). Not for files that are to be read back as they are.
    package static func document(_ rows: [[String]], isSpreadsheetSafe: Bool = true) -> String {
        var text = "\u{FEFF}"
        for row in rows {
            text += row.map { cell($0, isSpreadsheetSafe) }.joined(separator: ",")
            text += "\r\n"
        }
        return text
    }

    private static func cell(_ value: String, _ isSafe: Bool) -> String {
        var value = value
        if isSafe, let first = value.unicodeScalars.first, "=+-@\t\r".unicodeScalars.contains(first) {
            value = "'" + value
        }
        guard value.utf8.contains(where: { [0x22, 0x2C, 0x0A, 0x0D, 0x3B, 0x09].contains($0) }) else {
            return value
        }
        return "\"" + value.replacing("\"", with: "\"\"") + "\""
    }
}

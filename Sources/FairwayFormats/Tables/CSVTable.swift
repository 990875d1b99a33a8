/// Delimited text as rows of cells (RFC 4180, and what Excel makes of it).
struct CSVTable {
    private(set) var rows: [TableRow] = []
    let delimiter: UInt8
    /// The row with a quotation mark that is never closed: all after it became one cell.
    private(set) var unclosedRow: Int?

    /// - Parameter bytes: UTF-8 without a byte order mark.
    init(_ bytes: [UInt8]) {
        var start = 0
        var chosen = Self.delimiter(of: bytes)
        // Excel's own hint in the first line: "sep=;".
        if bytes.starts(with: Array("sep=".utf8)), bytes.count > 5 {
            chosen = bytes[4]
            start = (bytes.firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count - 1) + 1
        }
        delimiter = chosen
        parse(bytes, from: start, firstRow: start > 0 ? 2 : 1)
    }

    /// The one of comma, semicolon and tab that the first lines have most evenly outside quotes.
    private static func delimiter(of bytes: [UInt8]) -> UInt8 {
        let candidates = [UInt8(ascii: ";"), UInt8(ascii: "\t"), UInt8(ascii: ",")]
        var best = (score: 0, delimiter: UInt8(ascii: ","))
        for candidate in candidates {
            let counts = countsByLine(bytes, candidate)
            // So many lines have the commonest number of them: commas in a remark are rare and differ.
            let score =
                Set(counts).filter { $0 > 0 }.map { number in
                    counts.count { $0 == number } * number
                }.max() ?? 0
            if score > best.score { best = (score, candidate) }
        }
        return best.delimiter
    }

    private static func countsByLine(_ bytes: [UInt8], _ delimiter: UInt8) -> [Int] {
        var counts = [0]
        var isQuoted = false
        var previous = UInt8(ascii: "\n")
        for byte in bytes.prefix(65_536) {
            // An inch sign inside a cell is no quotation mark: those begin a cell or stand where one is open.
            if byte == UInt8(ascii: "\"") {
                isQuoted = isQuoted ? false : Self.beginsCell(after: previous) || previous == byte
            }
            if !isQuoted {
                if byte == delimiter { counts[counts.count - 1] += 1 }
                if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r"), previous != UInt8(ascii: "\r") {
                    counts.append(0)
                    if counts.count > 30 { break }
                }
            }
            previous = byte
        }
        return counts
    }

    private static func beginsCell(after byte: UInt8) -> Bool {
        [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "\r")]
            .contains(byte)
    }

    /// Row numbers are those a spreadsheet shows: a line break inside quotes does not begin a row.
    private mutating func parse(_ bytes: [UInt8], from start: Int, firstRow: Int) {
        let (quote, newline, carriage) = (UInt8(ascii: "\""), UInt8(ascii: "\n"), UInt8(ascii: "\r"))
        var number = firstRow
        var cells: [String] = []
        var cell: [UInt8] = []
        var index = start
        var isQuoted = false
        func text() -> String { String(decoding: cell, as: UTF8.self).trimmedCell }
        while index < bytes.count {
            let byte = bytes[index]
            index += 1
            if isQuoted {
                if byte != quote {
                    cell.append(byte)
                } else if index < bytes.count, bytes[index] == quote {
                    cell.append(quote)
                    index += 1
                } else {
                    isQuoted = false
                }
            } else if byte == quote, cell.isEmpty {
                isQuoted = true
            } else if byte == delimiter {
                cells.append(text())
                cell.removeAll(keepingCapacity: true)
            } else if byte == newline || byte == carriage {
                if byte == carriage, index < bytes.count, bytes[index] == newline { index += 1 }
                cells.append(text())
                cell.removeAll(keepingCapacity: true)
                rows.append(TableRow(number: number, cells: cells))
                cells.removeAll(keepingCapacity: true)
                number += 1
            } else {
                cell.append(byte)
            }
        }
        if isQuoted { unclosedRow = number }
        if !cell.isEmpty || !cells.isEmpty {
            cells.append(text())
            rows.append(TableRow(number: number, cells: cells))
        }
    }
}

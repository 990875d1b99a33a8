import FairwayCore

/// Delimited text as rows of cells (RFC 4180, and what Excel makes of it).
struct CSVTable {
    private(set) var rows: [TableRow] = []
    let delimiter: UInt8
    /// The row with a quotation mark that is never closed: all after it became one cell.
    private(set) var unclosedRow: RowNumber?

    /// - Parameter bytes: UTF-8 without a byte order mark.
    /// - Throws: `TableError` when there is more than any table has.
    init(_ bytes: [UInt8]) throws(TableError) {
        var start = 0
        var chosen = Self.delimiter(of: bytes)
        // Excel's own hint in the first line: "sep=;".
        if bytes.starts(with: Array("sep=".utf8)), bytes.count > 5 {
            chosen = bytes[4]
            start = (bytes.firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count - 1) + 1
        }
        delimiter = chosen
        try parse(bytes, from: start, isHinted: start > 0)
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
    private mutating func parse(_ bytes: [UInt8], from start: Int, isHinted: Bool) throws(TableError) {
        let (quote, newline, carriage) = (UInt8(ascii: "\""), UInt8(ascii: "\n"), UInt8(ascii: "\r"))
        let budget = TableBudget()
        var number: RowNumber? = isHinted ? RowNumber.first.next : .first
        var cells: [String] = []
        var cell: [UInt8] = []
        var index = start
        var isQuoted = false
        func endCell() throws(TableError) {
            guard cells.count < TableBudget.maxColumns else {
                throw .beyond(.init(.columns, most: TableBudget.maxColumns))
            }
            let text = String(decoding: cell, as: UTF8.self).trimmedCell
            try budget.take(text)
            cells.append(text)
            cell.removeAll(keepingCapacity: true)
        }
        func row() throws(TableError) -> TableRow {
            guard let own = number else { throw .beyond(.init(.rows, most: RowNumber.range.upperBound)) }
            number = own.next
            let row = TableRow(number: own, cells: cells)
            try budget.take(row)
            cells.removeAll(keepingCapacity: true)
            return row
        }
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
                try endCell()
            } else if byte == newline || byte == carriage {
                if byte == carriage, index < bytes.count, bytes[index] == newline { index += 1 }
                try endCell()
                rows.append(try row())
            } else {
                cell.append(byte)
            }
        }
        if isQuoted { unclosedRow = number }
        if !cell.isEmpty || !cells.isEmpty {
            try endCell()
            rows.append(try row())
        }
    }
}

import FairwayCore

/// Tells rows of notes below the header from rows of data.
struct NoteRows {
    private let header: HeaderRow
    private let required: [Int]

    init(_ header: HeaderRow) {
        self.header = header
        required = ImportField.fields(of: header.kind).filter(\.isRequired)
            .compactMap { header.columns[$0.name] }
    }

    /// A remark across merged cells leaves one filled cell; others begin with a sign or word that says so.
    func contains(_ row: TableRow) -> Bool {
        let filled = row.cells.filter { !$0.isEmpty }
        guard let first = filled.first else { return true }
        if first.hasPrefix("#"), !ExcelError.texts.contains(first) { return true }
        // A row with all that a table needs is data, whatever it begins with: a stand may have the code "Note 1".
        let isComplete = required.allSatisfy { row.cells.indices.contains($0) && !row.cells[$0].isEmpty }
        if isComplete { return false }
        return (filled.count <= 3 && Self.beginsLikeNote(first)) || (filled.count == 1 && !isCode(row))
    }

    /// A code all alone is a row that somebody did not finish, not a note.
    private func isCode(_ row: TableRow) -> Bool {
        guard let column = header.columns["code"] ?? header.columns["number"],
            row.cells.indices.contains(column)
        else { return false }
        let cell = row.cells[column]
        return !cell.isEmpty && cell.utf8.count <= 24 && cell.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }
            && cell.contains(where: \.isNumber)
    }

    /// A row or the name of a sheet: "Note:", "说明", "Примечания".
    static func beginsLikeNote(_ text: String) -> Bool {
        let lower = text.prefix(40).lowercased()
        return words.contains { word in
            // "Note:" and "Notes 2027", not "Notebook".
            guard lower.hasPrefix(word) else { return false }
            let next = lower.dropFirst(word.count).first
            return word.first.map { !$0.isASCII && !("а"..."я").contains($0) } == true
                || next?.isLetter != true
        }
    }

    private static let words = [
        "note", "notes", "n.b.", "nb", "remark", "total", "примечание", "примечания", "прим", "итого",
        "всего", "注",
        "备注", "附注", "说明", "总计", "合计", "共计", "小计",
    ]
}

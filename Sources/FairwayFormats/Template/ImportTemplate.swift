import FairwayCore
import Foundation
import PrivateFiles

/// Empty workbooks to fill in, one for each kind of table, with notes in three languages.
package enum ImportTemplate {
    /// - Returns: the files written.
    package static func write(to folder: String) throws -> [String] {
        try PrivateFolder.make(folder)
        return try SourceTable.Kind.allCases.map { kind in
            let path = "\(folder)/\(kind.rawValue).xlsx"
            try write(kind, to: path)
            return path
        }
    }

    private static func write(_ kind: SourceTable.Kind, to path: String) throws {
        let fields = ImportField.fields(of: kind)
        let book = try XLSXWriter(path: path)
        try book.addSheet(
            kind.rawValue,
            columns: fields.map { $0.titles.text(in: .en) },
            widths: fields.map { _ in 22 }
        )
        for (column, field) in fields.enumerated() {
            book.addNote(note(field), row: 0, column: column)
            if let values = values(field.name, kind) { book.addChoices(values, column: column) }
        }
        try book.addSheet(
            "Notes 说明 Примечания",
            columns: ["Column", "中文", "Русский", "English"],
            widths: [26, 44, 44, 44]
        )
        for (row, field) in fields.enumerated() {
            let mark = field.isRequired ? " *" : ""
            let texts = Language.allCases.map { language in
                [field.titles.text(in: language), field.note[language] ?? ""].filter { !$0.isEmpty }
                    .joined(separator: ": ")
            }
            book.addRow([field.titles.text(in: .en) + mark] + texts, at: row + 1)
        }
        try book.close()
    }

    private static func note(_ field: ImportField) -> String {
        Language.allCases.map { language in
            let note = field.note[language] ?? ""
            return field.titles.text(in: language) + (note.isEmpty ? "" : ": \(note)")
        }.joined(separator: "\n") + (field.isRequired ? "\n*" : "")
    }

    /// Columns with one of a few values get a list to choose from.
    private static func values(_ field: String, _ kind: SourceTable.Kind) -> [String]? {
        switch (field, kind) {
        case ("status", .enterprises): Enterprise.Status.allCases.map(\.rawValue)
        case ("status", .requests): MeetingRequest.Status.allCases.map(\.rawValue)
        case ("kind", _): Agency.Kind.allCases.map(\.rawValue)
        case ("session", _): Session.allCases.map(\.rawValue)
        case ("is_mutual", _): ["yes", "no"]
        case ("priority", _): ["1", "2", "3", "4", "5"]
        default: nil
        }
    }
}

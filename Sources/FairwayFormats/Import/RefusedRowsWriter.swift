package import FairwayCore
import Foundation
import PrivateFiles

/// Writes refused rows to files of their own, with the reason beside each, that can be corrected and imported again.
package enum RefusedRowsWriter {
    /// Header of the column with the reasons; the reader passes it over.
    static let reasonTitles: Set<String> = Set(Language.allCases.map(reasonTitle))

    private static func reasonTitle(_ language: Language) -> String {
        language.pick(zh: "拒绝原因", ru: "Причина отказа", en: "Reason for refusal")
    }

    /// Files that someone may be correcting are never written over: a folder that is not empty gets a sister with a number.
    /// - Parameter refused: Rows the store refused; those the reader refused are written as well.
    /// - Returns: the files written, one for each table with a refused row.
    package static func write(
        batch: ImportBatch,
        refused: [RowSource],
        diagnostics: [Diagnostic],
        language: Language,
        to folder: String
    ) throws -> [String] {
        let rows = Set(refused + batch.refusedRows)
        guard !rows.isEmpty else { return [] }
        let folder = unused(folder)
        try PrivateFolder.make(folder)
        var paths: [String] = []
        for (number, name) in names(of: batch, rows) {
            let table = batch.tables[number]
            let own = rows.filter { $0.table == number }.sorted { $0.row < $1.row }
            let path = "\(folder)/\(name)"
            let known = table.columns.filter { !reasonTitles.contains($0) }
            var lines = [known + [reasonTitle(language)]]
            for source in own {
                let reasons = diagnostics.filter { $0.file == table.file && $0.row == source.row }
                var cells = batch.rows[source] ?? []
                cells += [String](repeating: "", count: max(0, table.columns.count - cells.count))
                let kept = zip(table.columns, cells).filter { !reasonTitles.contains($0.0) }.map(\.1)
                lines.append(kept + [reasons.map { $0.words(in: language) }.joined(separator: "; ")])
            }
            try PrivateFile.write(
                Data(CSVText.document(lines, isSpreadsheetSafe: false).utf8),
                to: path
            )
            paths.append(path)
        }
        return paths
    }

    /// The names of the files that `write` would make, in the order of the tables.
    package static func fileNames(of batch: ImportBatch, refused: [RowSource]) -> [String] {
        names(of: batch, Set(refused + batch.refusedRows)).map(\.name)
    }

    /// The kind is the name, so that a file is recognised by it.
    private static func names(of batch: ImportBatch, _ rows: Set<RowSource>) -> [(table: Int, name: String)] {
        let tables = Set(rows.map(\.table))
        var numbers: [SourceTable.Kind: Int] = [:]
        return batch.tables.enumerated().compactMap { number, table in
            guard tables.contains(number) else { return nil }
            numbers[table.kind, default: 0] += 1
            let suffix = numbers[table.kind].map { $0 > 1 ? "-\($0)" : "" } ?? ""
            return (number, "\(table.kind.rawValue)\(suffix).csv")
        }
    }

    /// The folder itself, or `folder-2`, `folder-3` and so on when there is something in it.
    private static func unused(_ folder: String) -> String {
        var name = folder
        while name.count > 1, name.hasSuffix("/") { name.removeLast() }
        var number = 1
        var path = name
        while !isEmpty(path) {
            number += 1
            path = "\(name)-\(number)"
        }
        return path
    }

    private static func isEmpty(_ path: String) -> Bool {
        guard FileManager.default.fileExists(atPath: path) else { return true }
        return (try? FileManager.default.contentsOfDirectory(atPath: path))?.isEmpty ?? false
    }
}

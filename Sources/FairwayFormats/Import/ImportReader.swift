package import FairwayCore
import Foundation

/// Reads organisers' CSV and XLSX files into a batch of model values and a list of what is wrong.
///
/// A row with an error is not in the batch; its cells stay in `ImportBatch.rows`, so that it can be written back.
package struct ImportReader: Sendable {
    private let names: RegionNames

    package init(regions: RegionNames, slots: [Slot]) {
        names = regions
    }

    /// - Parameter paths: Files, or folders whose .csv, .tsv, .txt and .xlsx files are read in the order of their names.
    package func read(paths: [String]) -> (batch: ImportBatch, diagnostics: [Diagnostic]) {
        var batch = ImportBatch()
        var diagnostics: [Diagnostic] = []
        for path in paths {
            let files = Self.files(at: path)
            if files.isEmpty {
                diagnostics.append(Diagnostic(file: path, problem: .unreadableFile("")))
            }
            for file in files { read(file, into: &batch, &diagnostics) }
        }
        return (batch, diagnostics)
    }

    private static func files(at path: String) -> [String] {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { return [] }
        guard isFolder.boolValue else { return [path] }
        let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        return names.sorted().filter { name in
            [".csv", ".tsv", ".txt", ".xlsx"].contains { name.lowercased().hasSuffix($0) }
                && !name.hasPrefix("~$")
        }.map { path + "/" + $0 }
    }

    private func read(_ path: String, into batch: inout ImportBatch, _ diagnostics: inout [Diagnostic]) {
        let name = URL(fileURLWithPath: path).lastPathComponent
        guard let data = FileManager.default.contents(atPath: path) else {
            diagnostics.append(Diagnostic(file: name, problem: .unreadableFile("")))
            return
        }
        // A ZIP signature says more than the file's name.
        if data.starts(with: [0x50, 0x4B, 0x03, 0x04]) || name.lowercased().hasSuffix(".xlsx") {
            guard let book = XLSXWorkbook(path: path) else {
                diagnostics.append(Diagnostic(file: name, problem: .unreadableFile("XLSX")))
                return
            }
            let isOne = book.sheets.count == 1
            for sheet in book.sheets where !sheet.rows.isEmpty {
                let hint = HeaderRow.kind(named: sheet.name) == nil && isOne ? name : sheet.name
                let label = "\(name)#\(sheet.name)"
                read(sheet.rows, file: label, hint: hint, isOnly: isOne, into: &batch, &diagnostics)
            }
        } else {
            let table = CSVTable(TextEncoding.utf8([UInt8](data)).text)
            read(table.rows, file: name, hint: name, isOnly: true, into: &batch, &diagnostics)
        }
    }

    private func read(
        _ rows: [TableRow],
        file: String,
        hint: String,
        isOnly: Bool,
        into batch: inout ImportBatch,
        _ diagnostics: inout [Diagnostic]
    ) {
        guard let header = HeaderRow.find(in: rows, name: hint) else {
            // A workbook's sheet of notes is no table; a file that is nothing else should have been one.
            if isOnly {
                let kinds = SourceTable.Kind.allCases.map(\.rawValue)
                diagnostics.append(Diagnostic(file: file, problem: .unknownTable(expected: kinds)))
            }
            return
        }
        let titles = rows[header.index].cells
        let table = SourceTable(
            file: file,
            kind: header.kind,
            headers: header.columns.mapValues { titles[$0] },
            columns: titles
        )
        let number = batch.tables.count
        batch.tables.append(table)
        report(header, table, row: rows[header.index].number, &diagnostics)
        guard
            ImportField.fields(of: header.kind).allSatisfy({
                !$0.isRequired || header.columns[$0.name] != nil
            })
        else { return }
        let cache = CellCache()
        let parser = RowParser(names: names)
        for row in rows[(header.index + 1)...] where !row.isEmpty {
            let source = RowSource(table: number, row: row.number)
            if isNote(row) {
                diagnostics.append(
                    Diagnostic(
                        file: file,
                        row: row.number,
                        value: row.cells.first { !$0.isEmpty },
                        severity: .warning,
                        problem: .noteRowSkipped
                    )
                )
                continue
            }
            var cells = RowCells(
                cells: row.cells,
                source: source,
                columns: header.columns,
                table: table,
                cache: cache
            )
            batch.rows[source] = row.cells
            parser.parse(&cells, into: &batch)
            if cells.hasErrors { batch.refusedRows.append(source) }
            diagnostics += cells.diagnostics
        }
    }

    private func report(
        _ header: HeaderRow,
        _ table: SourceTable,
        row: Int,
        _ diagnostics: inout [Diagnostic]
    ) {
        for field in ImportField.fields(of: header.kind)
        where field.isRequired && header.columns[field.name] == nil {
            diagnostics.append(Diagnostic(file: table.file, row: row, problem: .missingColumn(field.name)))
        }
        for (_, title) in header.unknown where !RefusedRowsWriter.reasonTitles.contains(title) {
            diagnostics.append(
                Diagnostic(
                    file: table.file,
                    row: row,
                    column: title,
                    severity: .warning,
                    problem: .unknownColumn
                )
            )
        }
    }

    /// A remark across merged cells leaves one filled cell; others begin with a word that says so.
    private func isNote(_ row: TableRow) -> Bool {
        let filled = row.cells.filter { !$0.isEmpty }
        guard let first = filled.first else { return true }
        if filled.count > 3 { return first.hasPrefix("#") }
        let starts = ["#", "注：", "注:", "备注：", "说明：", "примечание", "note:", "总计", "合计", "итого", "total"]
        let lower = first.lowercased()
        return starts.contains { lower.hasPrefix($0) }
            || (filled.count == 1 && row.cells.count > 1 && first.count > 24)
    }
}

package import FairwayCore
import Foundation

/// Reads organisers' CSV and XLSX files into a batch of model values and a list of what is wrong.
///
/// A row with an error is not in the batch; its cells stay in `ImportBatch.rows`, so that it can be written back.
package struct ImportReader: Sendable {
    private let names: RegionNames
    private let importedOn: CivilDate
    private let limits: ImportLimits

    /// A file beyond a limit.
    private struct Excess: Error {
        let file: String
        let limit: FileLimit
    }

    /// Findings that are told of an import that has too many.
    private static let toldOfMany = 20

    /// - Parameter importedOn: The date of registration of those who come without one.
    package init(regions: RegionNames, importedOn: CivilDate, limits: ImportLimits = .none) {
        names = regions
        self.importedOn = importedOn
        self.limits = limits
    }

    /// - Parameter paths: Files, or folders whose .csv, .tsv, .txt and .xlsx files are read in the order of their names.
    package func read(paths: [String]) -> (batch: ImportBatch, diagnostics: [Diagnostic]) {
        reading { (batch: inout ImportBatch, diagnostics: inout [Diagnostic]) throws(Excess) in
            for path in paths {
                let files = Self.files(at: path)
                if files.isEmpty {
                    diagnostics.append(Diagnostic(file: path, problem: .unreadableFile("")))
                }
                for file in files {
                    let label = Self.label(file, in: batch)
                    try read(SourceFile(path: file), label, into: &batch, &diagnostics)
                }
            }
        }
    }

    /// Reads a file that is in memory.
    package func read(name: String, bytes: [UInt8]) -> (batch: ImportBatch, diagnostics: [Diagnostic]) {
        reading { (batch: inout ImportBatch, diagnostics: inout [Diagnostic]) throws(Excess) in
            try read(SourceFile(name: name, bytes: bytes), name, into: &batch, &diagnostics)
        }
    }

    /// Of an import beyond a limit nothing is left but its first findings, and the limit.
    private func reading(_ body: (inout ImportBatch, inout [Diagnostic]) throws(Excess) -> Void)
        -> (batch: ImportBatch, diagnostics: [Diagnostic])
    {
        var batch = ImportBatch()
        var diagnostics: [Diagnostic] = []
        do throws(Excess) { try body(&batch, &diagnostics) } catch {
            // Of no row, so that it stands before what is said of rows.
            let excess = Diagnostic(file: error.file, problem: .beyondLimit(error.limit))
            return (ImportBatch(), [excess] + diagnostics.prefix(Self.toldOfMany))
        }
        return (batch, diagnostics)
    }

    private static func files(at path: String) -> [String] {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { return [] }
        guard isFolder.boolValue else { return [path] }
        let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        // The old .xls is listed too, so that it is not passed over in silence.
        return names.sorted().filter { name in
            [".csv", ".tsv", ".txt", ".xlsx", ".xlsm", ".xls"].contains { name.lowercased().hasSuffix($0) }
                && !name.hasPrefix("~$") && !name.hasPrefix(".")
        }.map { path + "/" + $0 }
    }

    private func read(
        _ file: SourceFile,
        _ name: String,
        into batch: inout ImportBatch,
        _ diagnostics: inout [Diagnostic]
    ) throws(Excess) {
        switch file {
        case .unreadable(let why):
            diagnostics.append(Diagnostic(file: name, problem: .unreadableFile(why)))
        case .beyond(let limit):
            diagnostics.append(Diagnostic(file: name, problem: .beyondLimit(limit)))
        case .workbook(let book):
            let isOne = book.sheets.count == 1
            // A sheet of notes beside the data, as in our own templates, is no table.
            let sheets = book.sheets.filter {
                !$0.rows.isEmpty && (isOne || !NoteRows.beginsLikeNote($0.name))
            }
            for sheet in sheets {
                let hint = TableName.kind(of: sheet.name) == nil && isOne ? name : sheet.name
                let label = "\(name)#\(sheet.name)"
                try read(sheet.rows, file: label, hint: hint, isOnly: isOne, into: &batch, &diagnostics)
            }
        case .text(let table):
            let rows = table.rows
            try read(rows, file: name, hint: name, unclosed: table.unclosedRow, into: &batch, &diagnostics)
        }
    }

    /// The file's name, or its path when another file of the name was read before.
    private static func label(_ path: String, in batch: ImportBatch) -> String {
        let name = URL(fileURLWithPath: path).lastPathComponent
        let isTaken = batch.tables.contains { $0.file == name || $0.file.hasPrefix(name + "#") }
        return isTaken ? path : name
    }

    private func read(
        _ rows: [TableRow],
        file: String,
        hint: String,
        isOnly: Bool = true,
        unclosed: RowNumber? = nil,
        into batch: inout ImportBatch,
        _ diagnostics: inout [Diagnostic]
    ) throws(Excess) {
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
        report(header, table, row: rows[header.index].number.value, &diagnostics)
        guard
            ImportField.fields(of: header.kind).allSatisfy({
                !$0.isRequired || header.columns[$0.name] != nil
            })
        else { return }
        let cache = CellCache()
        let parser = RowParser(names: names, importedOn: importedOn)
        let notes = NoteRows(header)
        for row in rows[(header.index + 1)...] where !row.isEmpty {
            try check(batch, diagnostics, file)
            let source = RowSource(table: number, row: row.number.value)
            if notes.contains(row) {
                diagnostics.append(
                    Diagnostic(
                        file: file,
                        row: row.number.value,
                        value: row.cells.first { !$0.isEmpty }.map(RowCells.shortened),
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
            if cells.checkText(isUnclosed: row.number == unclosed) { parser.parse(&cells, into: &batch) }
            if cells.hasErrors { batch.refusedRows.append(source) }
            if let loose = cells.withoutHeader { diagnostics.append(loose) }
            diagnostics += cells.diagnostics
        }
        try check(batch, diagnostics, file)
    }

    private func check(_ batch: ImportBatch, _ diagnostics: [Diagnostic], _ file: String) throws(Excess) {
        guard let limit = limits.exceeded(rows: batch.rows.count, findings: diagnostics.count) else { return }
        throw Excess(file: file, limit: limit)
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
        func warn(_ column: String, _ problem: Diagnostic.Problem) {
            diagnostics.append(
                Diagnostic(
                    file: table.file,
                    row: row,
                    column: RowCells.shortened(column),
                    severity: .warning,
                    problem: problem
                )
            )
        }
        for (_, title) in header.unknown where !RefusedRowsWriter.reasonTitles.contains(title) {
            warn(title, .unknownColumn)
        }
        for (title, first) in header.repeated { warn(title, .duplicateColumn(of: first)) }
    }
}

import FairwayCore
import FairwayFormats
import FairwayStore
import Foundation
import Workers

/// Imports uploaded tables: a worker reads them, the store takes them over.
struct ImportService: Sendable {
    struct Result: Sendable {
        var batch: ImportBatch
        var report: ImportReport
        /// Of the reader and of the store.
        var diagnostics: [Diagnostic]
        /// As the reader had them, to read again what is refused.
        var tables: ReadTablesTask.Input

        /// The names of the files that `refusedRows` makes.
        var refusedFiles: [String] {
            RefusedRowsWriter.fileNames(of: batch, refused: report.refusedRows)
        }
    }

    let store: ExpoStore
    let workers: WorkerPool

    /// - Parameter dryRun: Change nothing, and say what would change.
    /// - Throws: `WorkerError` when the file cannot be read to its end.
    func importTable(_ upload: Upload, into delegation: Delegation.ID, by actor: String, dryRun: Bool)
        async throws -> Result
    {
        try await importFiles([(upload.name, upload.bytes)], into: delegation, by: actor, dryRun: dryRun)
    }

    /// The same with several tables, as one import.
    func importFiles(
        _ files: [(name: String, bytes: Data)],
        into delegation: Delegation.ID,
        by actor: String,
        dryRun: Bool
    ) async throws -> Result {
        let store = store
        let tables = ReadTablesTask.Input(
            files: files,
            economies: try await store.expo.economies(),
            regions: try await store.expo.regions(),
            importedOn: try await store.expo.today()
        )
        return try await workers.run(ReadTablesTask.self, tables, for: actor) { read in
            let report = try await store.imports.apply(
                read.batch,
                within: delegation,
                by: actor,
                dryRun: dryRun,
                skipBadRows: true
            )
            return Result(
                batch: read.batch,
                report: report,
                diagnostics: read.diagnostics + report.diagnostics,
                tables: tables
            )
        }
    }

    /// The refused rows with their reasons, to be corrected and sent again: a file for each table.
    func refusedRows(of result: Result, in language: Language, for actor: String) async throws -> [(
        name: String, bytes: Data
    )] {
        try await workers.run(
            RefusedRowsTask.self,
            RefusedRowsTask.Input(
                tables: result.tables,
                refused: result.report.refusedRows,
                diagnostics: result.diagnostics,
                language: language
            ),
            for: actor
        ).files
    }

    /// The empty workbook of a kind of table.
    func template(of kind: SourceTable.Kind, for actor: String) async throws -> Data {
        try await workers.run(TemplateTask.self, kind, for: actor).bytes
    }
}

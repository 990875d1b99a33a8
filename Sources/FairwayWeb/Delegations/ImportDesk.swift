import FairwayCore
import FairwayFormats
import FairwayStore
import Foundation

/// Reads and imports uploaded tables beside the requests, one at a time.
struct ImportDesk: Sendable {
    struct Result: Sendable {
        var batch: ImportBatch
        var report: ImportReport
        /// Of the reader and of the store.
        var diagnostics: [Diagnostic]
    }

    let store: ExpoStore
    let site: WebSite
    private let queue: OperationQueue

    init(store: ExpoStore, site: WebSite) {
        self.store = store
        self.site = site
        queue = OperationQueue()
        queue.maxConcurrentOperationCount = 1
    }

    /// - Parameter dryRun: Change nothing, and say what would change.
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
        try await withCheckedThrowingContinuation { continuation in
            queue.addOperation {
                continuation.resume(
                    with: Swift.Result {
                        try work(files, into: delegation, by: actor, dryRun: dryRun)
                    }
                )
            }
        }
    }

    private func work(
        _ files: [(name: String, bytes: Data)],
        into delegation: Delegation.ID,
        by actor: String,
        dryRun: Bool
    ) throws -> Result {
        try TemporaryFolder.use { folder in
            let paths = files.map { folder + "/" + $0.name }
            for (path, file) in zip(paths, files) { try file.bytes.write(to: URL(fileURLWithPath: path)) }
            let reader = ImportReader(
                regions: RegionNames(economies: try store.economies(), regions: try store.regions()),
                importedOn: CivilDate(unixTime: site.now(), in: try store.expo()?.timeZone)
            )
            let input = reader.read(paths: paths)
            let report = try store.apply(
                input.batch,
                within: delegation,
                by: actor,
                dryRun: dryRun,
                skipBadRows: true
            )
            return Result(
                batch: input.batch,
                report: report,
                diagnostics: input.diagnostics + report.diagnostics
            )
        }
    }

    /// The refused rows with their reasons, to be corrected and sent again: a file for each table.
    func refusedRows(of result: Result, in language: Language) throws -> [(name: String, bytes: Data)] {
        try TemporaryFolder.use { folder in
            try RefusedRowsWriter.write(
                batch: result.batch,
                refused: result.report.refusedRows,
                diagnostics: result.diagnostics,
                language: language,
                to: folder
            ).map { path in
                let name = URL(fileURLWithPath: path).lastPathComponent
                return (name, FileManager.default.contents(atPath: path) ?? Data())
            }
        }
    }

    /// The empty workbook of a kind of table.
    func template(of kind: SourceTable.Kind) throws -> Data? {
        try TemporaryFolder.use { folder in
            _ = try ImportTemplate.write(to: folder)
            return FileManager.default.contents(atPath: "\(folder)/\(kind.rawValue).xlsx")
        }
    }
}

/// A folder for as long as something needs it.
enum TemporaryFolder {
    static func use<Value>(_ body: (String) throws -> Value) throws -> Value {
        let folder = FileManager.default.temporaryDirectory.path + "/fairway-\(UUID().uuidString)"
        try FileManager.default.createDirectory(
            atPath: folder,
            withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700]
        )
        defer { try? FileManager.default.removeItem(atPath: folder) }
        return try body(folder)
    }
}

extension CivilDate {
    /// The date that a clock in the time zone shows, in UTC without one.
    init(unixTime: Double, in timeZone: String?) {
        let zone = timeZone.flatMap { TimeZone(identifier: $0) } ?? .gmt
        let text = Date.ISO8601FormatStyle(timeZone: zone).year().month().day()
            .format(Date(timeIntervalSince1970: unixTime))
        self = CivilDate(text) ?? .earliest
    }
}

package import FairwayCore
import FairwayFormats
package import Foundation

/// Reads tables that somebody sent: what rows say, and what is wrong with them.
package struct ReadTablesTask: WorkerTask {
    package struct Input: Codable, Sendable, CarriesBytes {
        package var names: [String]
        package var economies: [Economy]
        package var regions: [Region]
        package var importedOn: CivilDate
        /// The files, as named.
        package var blobs: [Data] = []

        /// - Parameter importedOn: The date of registration of those who come without one.
        package init(
            files: [(name: String, bytes: Data)],
            economies: [Economy],
            regions: [Region],
            importedOn: CivilDate
        ) {
            names = files.map(\.name)
            blobs = files.map(\.bytes)
            self.economies = economies
            self.regions = regions
            self.importedOn = importedOn
        }

        private enum CodingKeys: CodingKey {
            case names, economies, regions, importedOn
        }
    }

    package struct Output: CarriesLists {
        package static var lists: [CarriedList<Output>] {
            CarriedList.ofBatch(\.batch) + [CarriedList(\.diagnostics)]
        }

        /// Without the cells of its rows, which only `RefusedRowsTask` needs.
        package var batch: ImportBatch
        package var diagnostics: [Diagnostic]
    }

    /// Bytes of all cells: a workbook says a text once and refers to it a million times, and each cell has it in the server's memory.
    static let maxText = 32 << 20

    /// The server has every row and every finding in its memory, and asks whoever sent them by a page.
    static let importLimits = ImportLimits(maxRows: 100_000, maxFindings: 100_000)

    private static func hasRoom(for batch: ImportBatch) -> Bool {
        var left = maxText
        for cells in batch.rows.values {
            for cell in cells { left -= cell.utf8.count }
            if left < 0 { return false }
        }
        return true
    }

    package static let name = "read-tables"
    package static let limits = WorkerLimits(memory: 1 << 30, cpuSeconds: 60, wallSeconds: 120)

    package init() {}

    package mutating func run(_ input: Input, report: (WorkerProgress) -> Void) throws -> Output {
        try TableFiles.read(input) { read in
            guard Self.hasRoom(for: read.batch) else {
                let limit = FileLimit(.memory, most: Self.maxText)
                let flaw = Diagnostic(file: input.names.joined(separator: ", "), problem: .beyondLimit(limit))
                return Output(batch: ImportBatch(), diagnostics: [flaw])
            }
            var batch = read.batch
            batch.rows = [:]
            return Output(batch: batch, diagnostics: read.diagnostics)
        }
    }
}

/// Writes the refused rows of tables with their reasons, to be corrected and sent again.
package struct RefusedRowsTask: WorkerTask {
    package struct Input: CarriesLists, CarriesBytes {
        package static var lists: [CarriedList<Input>] {
            [CarriedList(\.refused), CarriedList(\.diagnostics)]
        }

        package var tables: ReadTablesTask.Input
        /// Rows that the store refused; those that the reader refuses are written as well.
        package var refused: [RowSource]
        /// Of the reader and of the store.
        package var diagnostics: [Diagnostic]
        package var language: Language

        package init(
            tables: ReadTablesTask.Input,
            refused: [RowSource],
            diagnostics: [Diagnostic],
            language: Language
        ) {
            self.tables = tables
            self.refused = refused
            self.diagnostics = diagnostics
            self.language = language
        }

        package var blobs: [Data] {
            get { tables.blobs }
            set { tables.blobs = newValue }
        }
    }

    package static let name = "refused-rows"
    package static let limits = ReadTablesTask.limits

    package init() {}

    /// - Returns: a file for each table with a refused row.
    package mutating func run(_ input: Input, report: (WorkerProgress) -> Void) throws -> NamedFiles {
        try TableFiles.read(input.tables) { read in
            let folder = FileManager.default.temporaryDirectory.path + "/refused"
            let paths = try RefusedRowsWriter.write(
                batch: read.batch,
                refused: input.refused,
                diagnostics: input.diagnostics,
                language: input.language,
                to: folder
            )
            return try NamedFiles(paths: paths)
        }
    }
}

/// Files with their names.
package struct NamedFiles: Codable, Sendable, CarriesBytes {
    package var names: [String]
    package var blobs: [Data] = []

    package var files: [(name: String, bytes: Data)] {
        Array(zip(names, blobs)).map { (name: $0, bytes: $1) }
    }

    /// Takes the last file out.
    package mutating func takeLast() -> (name: String, bytes: Data)? {
        guard let name = names.popLast(), let bytes = blobs.popLast() else { return nil }
        return (name, bytes)
    }

    init(_ files: [(name: String, bytes: Data)]) {
        names = files.map(\.name)
        blobs = files.map(\.bytes)
    }

    init(paths: [String]) throws {
        self.init(
            try paths.map { path in
                let url = URL(fileURLWithPath: path)
                return (url.lastPathComponent, try Data(contentsOf: url))
            }
        )
    }

    private enum CodingKeys: CodingKey {
        case names
    }
}

/// The reader takes paths.
private enum TableFiles {
    static func read<Value>(
        _ input: ReadTablesTask.Input,
        _ body: ((batch: ImportBatch, diagnostics: [Diagnostic])) throws -> Value
    ) throws -> Value {
        let folder = FileManager.default.temporaryDirectory.path + "/tables-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let paths = input.names.map { folder + "/" + $0 }
        for (path, bytes) in zip(paths, input.blobs) { try bytes.write(to: URL(fileURLWithPath: path)) }
        let reader = ImportReader(
            regions: RegionNames(economies: input.economies, regions: input.regions),
            importedOn: input.importedOn,
            limits: ReadTablesTask.importLimits
        )
        return try body(reader.read(paths: paths))
    }
}

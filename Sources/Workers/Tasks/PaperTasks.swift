package import FairwayCore
import FairwayFormats
package import Foundation

/// Writes a workbook of rows that the server has chosen.
package struct WorkbookTask: WorkerTask {
    package enum Kind: Codable, Equatable, Sendable {
        case programme, results
    }

    package struct Input: CarriesLists {
        package static var lists: [CarriedList<Input>] { [CarriedList(\.rows)] }

        package var kind: Kind
        package var sheet: String
        /// The header first.
        package var rows: [[String]]

        package init(_ kind: Kind, sheet: String, rows: [[String]]) {
            self.kind = kind
            self.sheet = sheet
            self.rows = rows
        }
    }

    package static let name = "workbook"
    package static let limits = WorkerLimits(memory: 512 << 20, cpuSeconds: 30, wallSeconds: 60)

    package init() {}

    package mutating func run(_ input: Input, report: (WorkerProgress) -> Void) throws -> OneFile {
        let path = FileManager.default.temporaryDirectory.path + "/table.xlsx"
        switch input.kind {
        case .programme: try ProgrammeTable.writeXLSX(input.rows, sheet: input.sheet, to: path)
        case .results: try DelegationResults.writeXLSX(input.rows, sheet: input.sheet, to: path)
        }
        return try OneFile(path: path)
    }
}

/// Prints a participant's schedule.
package struct PrintScheduleTask: WorkerTask {
    package struct Input: Codable, Sendable {
        package var calendar: ParticipantCalendar
        package var language: Language
        /// Unix seconds.
        package var publishedAt: Double

        package init(calendar: ParticipantCalendar, language: Language, publishedAt: Double) {
            self.calendar = calendar
            self.language = language
            self.publishedAt = publishedAt
        }
    }

    package static let name = "print-schedule"
    package static let limits = WorkerLimits(memory: 512 << 20, cpuSeconds: 20, wallSeconds: 60)

    package init() {}

    package mutating func run(_ input: Input, report: (WorkerProgress) -> Void) throws -> OneFile {
        let path = FileManager.default.temporaryDirectory.path + "/schedule.pdf"
        try SchedulePDF.write(
            input.calendar,
            language: input.language,
            publishedAt: input.publishedAt,
            to: path
        )
        return try OneFile(path: path)
    }
}

/// Writes the empty workbook of a kind of table.
package struct TemplateTask: WorkerTask {
    package static let name = "template"
    package static let limits = WorkbookTask.limits

    package init() {}

    package mutating func run(_ kind: SourceTable.Kind, report: (WorkerProgress) -> Void) throws -> OneFile {
        let folder = FileManager.default.temporaryDirectory.path + "/templates"
        _ = try ImportTemplate.write(to: folder)
        return try OneFile(path: "\(folder)/\(kind.rawValue).xlsx")
    }
}

/// The bytes of a file.
package struct OneFile: Codable, Sendable, CarriesBytes {
    package var blobs: [Data] = []

    package var bytes: Data { blobs.first ?? Data() }

    init(path: String) throws {
        blobs = [try Data(contentsOf: URL(fileURLWithPath: path))]
    }

    private enum CodingKeys: CodingKey {}
}

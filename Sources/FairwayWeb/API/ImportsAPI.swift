import FairwayCore
import FairwayFormats
import FairwayStore
import Foundation
import HTTPTypes

/// An agency's import, of rows as JSON or of an uploaded table: both go through the reader that the pages use.
struct ImportsAPI: Sendable {
    let store: ExpoStore
    let desk: ImportDesk

    private static let path = DelegationsAPI.path + "/imports"
    private static let dryRun = APIParameter.query(
        "dryRun",
        .boolean,
        "Whether to say only what would change; false if not said."
    )
    private static let mostRows = 2000
    private static let mostBytes = 2 << 20

    var endpoints: [APIEndpoint] {
        [
            .post(
                Self.path,
                .delegation,
                .delegation,
                "importRows",
                "Imports members, people, products and demands; bad rows are refused, the others taken.",
                .json(Self.schema, example: Self.example, upTo: Self.mostBytes),
                APIShapes.importResult.schema,
                status: .ok,
                [Self.dryRun],
                importRows
            ).keyed(in: store),
            .post(
                Self.path + "/file",
                .delegation,
                .delegation,
                "importFile",
                "Imports a table of members, people, products or demands: XLSX or CSV up to 10 MB.",
                .file,
                APIShapes.importResult.schema,
                status: .ok,
                [Self.dryRun]
            ) { request in
                guard let upload = request.upload else { throw APIProblem(.missingBody) }
                return try await answer([(upload.name, Data(upload.bytes))], isRows: false, request)
            }.keyed(in: store),
        ]
    }

    /// The cells of a table by the names of its columns.
    private static let schema = APISchema.named(
        "ImportRows",
        .object(
            DelegationImportPage.kinds.map { kind in
                let cells = kind.fields.map { field in
                    APISchema.Field(
                        name: field.name,
                        schema: .nullable(.string(.lines, length: 0...2000)),
                        isRequired: field.isRequired
                    )
                }
                return .optional(
                    kind.rawValue,
                    .list(.object(cells), most: mostRows, isUnique: false),
                    "A column that no row names keeps what is stored."
                )
            }
        )
    )

    private static let example: JSONValue = [
        "enterprises": [
            ["code": "NB01", "name_en": "North Bank Foods", "economy": "CN", "roles": "manufacturer"]
        ],
        "products": [
            ["code": "NB01-1", "enterprise": "NB01", "hs_code": "1905", "name_en": "Oat biscuits"]
        ],
    ]

    private func importRows(_ request: APIRequest) async throws -> APIAnswer {
        let files = DelegationImportPage.kinds.compactMap { kind -> (name: String, bytes: Data)? in
            guard let rows = request.body[kind.rawValue]?.items, !rows.isEmpty else { return nil }
            return ("\(kind.rawValue).csv", Self.table(kind, rows))
        }
        return try await answer(files, isRows: true, request)
    }

    /// Rows as a table with the columns that any of them names.
    private static func table(_ kind: SourceTable.Kind, _ rows: [JSONValue]) -> Data {
        let columns = kind.fields.map(\.name).filter { name in rows.contains { $0[name] != nil } }
        let cells = rows.map { row in columns.map { row[$0]?.text ?? "" } }
        return Data(CSVText.document([columns] + cells, isSpreadsheetSafe: false).utf8)
    }

    private func answer(_ files: [(name: String, bytes: Data)], isRows: Bool, _ request: APIRequest)
        async throws -> APIAnswer
    {
        guard let delegation = try store.delegation(.init(request.code("delegation"))) else {
            throw APIProblem(.notFound)
        }
        let result = try await desk.importFiles(
            files,
            into: delegation.id,
            by: request.context.actor,
            dryRun: request["dryRun"]?.bool ?? false
        )
        return APIAnswer(APIShapes.importResult.json(ImportView(result: result, isRows: isRows)))
    }
}

/// What an import did or would do.
struct ImportView: Sendable {
    var result: ImportDesk.Result
    /// Whether the rows came as JSON: their places are told by pointers then.
    var isRows: Bool
}

extension APIShapes {
    /// Lists are cut at this length; the counts are of everything.
    private static let mostFindings = 500

    static let importResult = APIShape<ImportView>(
        "ImportResult",
        [
            .field("isApplied", .boolean, "False after a dry run.") { .bool($0.result.report.isApplied) },
            .field("tables", .list(importCount.schema, most: nil, isUnique: false)) { view in
                .array(
                    SourceTable.Kind.allCases.compactMap { kind in
                        view.result.report.counts[kind].map { importCount.json((kind, $0)) }
                    }
                )
            },
            .field("changes", .list(importChange.schema, most: nil, isUnique: false), "The first 500.") {
                .array($0.result.report.changes.prefix(mostFindings).map(importChange.json))
            },
            .field("findings", .list(finding.schema, most: nil, isUnique: false), "The first 500.") { view in
                .array(view.result.diagnostics.prefix(mostFindings).map { finding.json(($0, view.isRows)) })
            },
        ]
    )

    private static let importCount = APIShape<(kind: SourceTable.Kind, count: ImportReport.Count)>(
        "ImportCount",
        [
            .code("table") { $0.kind.rawValue }, .integer("inserted") { $0.count.inserted },
            .integer("updated") { $0.count.updated }, .integer("unchanged") { $0.count.unchanged },
            .integer("refused") { $0.count.refused },
        ]
    )

    private static let importChange = APIShape<ImportReport.Change>(
        "ImportChange",
        [
            .code("table") { $0.table.rawValue }, .code("key") { $0.key },
            .field("isNew", .boolean) { .bool($0.fields.isEmpty) },
            .field("fields", .list(importField.schema, most: nil, isUnique: false)) {
                .array($0.fields.map(importField.json))
            },
        ]
    )

    private static let importField = APIShape<ImportReport.Change.Field>(
        "ImportField",
        [.code("name") { $0.name }, .text("before") { $0.before }, .text("after") { $0.after }]
    )

    private static let finding = APIShape<(diagnostic: Diagnostic, isRows: Bool)>(
        "ImportFinding",
        [
            .choice("severity", ["error", "warning"], "A row with an error is refused.") {
                $0.diagnostic.severity.rawValue
            },
            .text("pointer", "Of rows that came as JSON: where it is.") { $0.isRows ? $0.diagnostic.pointer : nil },
            .field("row", .nullable(.integer(0...most)), "As a spreadsheet numbers it.") {
                .optional($0.diagnostic.row) { .integer($0) }
            },
            .text("column") { $0.diagnostic.column }, .text("value") { $0.diagnostic.value },
            .localized("sentence") { finding in
                LocalizedText(
                    zh: finding.diagnostic.words(in: .zh),
                    ru: finding.diagnostic.words(in: .ru),
                    en: finding.diagnostic.words(in: .en)
                )
            },
        ]
    )
}

extension Diagnostic {
    /// The first row of data is the second of the table.
    fileprivate var pointer: String {
        let table = file.replacing(".csv", with: "")
        let row = row.map { "/\(max(0, $0 - 2))" } ?? ""
        return "/\(table)\(row)" + (column.map { "/\($0)" } ?? "")
    }
}

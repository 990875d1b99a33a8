import FairwayCore
import FairwayFormats
import FairwayStore
import Foundation
import HTTPTypes

/// An agency's import, of rows as JSON or of an uploaded table: both go through the reader that the pages use.
struct ImportsAPI: Sendable {
    let store: ExpoStore
    let imports: ImportService

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
                .file(.table),
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
        guard let delegation = try await store.delegations.find(.init(request.code("delegation"))) else {
            throw APIProblem(.notFound)
        }
        let result = try await imports.importFiles(
            files,
            into: delegation.id,
            by: request.context.actor,
            dryRun: request["dryRun"]?.bool ?? false
        )
        return APIAnswer(APIShapes.importResult.json(ImportView(result: result, isRows: isRows)))
    }
}

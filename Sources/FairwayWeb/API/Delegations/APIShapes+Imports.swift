import FairwayCore
import FairwayStore

/// What an import did or would do.
struct ImportView: Sendable {
    var result: ImportService.Result
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
            .integer("merged", "Requests that went into another row's of the same two enterprises.") {
                $0.count.merged
            },
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
            .text("pointer", "Of rows that came as JSON: where it is.") {
                $0.isRows ? $0.diagnostic.pointer : nil
            },
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

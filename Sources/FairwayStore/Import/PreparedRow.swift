import FairwayCore
import GRDB

/// A row as SQLite takes it.
struct PreparedRow: Sendable {
    let key: String
    let values: [DatabaseValue]
    let arguments: StatementArguments

    init(_ value: some StoredRow) {
        values = value.values.map { $0?.databaseValue ?? .null }
        arguments = StatementArguments(values + value.derivedValues.map { $0?.databaseValue ?? .null })
        key = Self.key(values)
    }

    /// What differs from the stored row; all of it when there is none.
    func change(from old: [DatabaseValue]?, of table: StoredTable, _ kind: SourceTable.Kind)
        -> ImportReport.Change
    {
        let places = old.map { old in table.columns.indices.filter { old[$0] != values[$0] } } ?? []
        return ImportReport.Change(
            table: kind,
            key: key,
            fields: places.map { place in
                ImportReport.Change.Field(
                    name: table.columns[place],
                    before: old.flatMap { Self.text($0[place]) },
                    after: Self.text(values[place])
                )
            }
        )
    }

    private static func text(_ value: DatabaseValue) -> String? {
        switch value.storage {
        case .null: nil
        case .int64(let number): String(number)
        case .double(let number): String(number)
        case .string(let text): text
        case .blob(let data): "\(data.count) bytes"
        }
    }

    /// The first column as text.
    static func key(_ values: [DatabaseValue]) -> String {
        switch values.first?.storage {
        case .string(let code): code
        case .int64(let number): String(number)
        default: ""
        }
    }
}

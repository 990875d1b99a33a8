import FairwayCore
import StoreSQL

/// A row as the database takes it.
struct PreparedRow: Sendable {
    let key: String
    let values: [SQLValue]
    let arguments: Arguments

    init(_ value: some StoredRow) {
        values = value.values
        arguments = Arguments(values + value.derivedValues)
        key = Self.key(values)
    }

    /// What differs from the stored row; all of it when there is none.
    func change(from old: [SQLValue]?, of table: StoredTable, _ kind: SourceTable.Kind)
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

    private static func text(_ value: SQLValue) -> String? {
        switch value {
        case .null: nil
        case .integer(let number): String(number)
        case .real(let number): String(number)
        case .text(let text): text
        case .blob(let data): "\(data.count) bytes"
        }
    }

    /// The first column as text.
    static func key(_ values: [SQLValue]) -> String {
        switch values.first {
        case .text(let code): code
        case .integer(let number): String(number)
        default: ""
        }
    }
}

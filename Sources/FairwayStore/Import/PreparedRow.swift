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

    /// The first column as text.
    static func key(_ values: [DatabaseValue]) -> String {
        switch values.first?.storage {
        case .string(let code): code
        case .int64(let number): String(number)
        default: ""
        }
    }
}

import StoreSQL

/// A table of which each row is one value of the model: its columns, written once, make the statements, read the rows and fill
/// them.
/// ```swift
/// let table = Record("hall", Column("code", \Hall.id), Column("name", \.name)) { Hall(id: $0, name: $1) }
/// table.select        // SELECT code, name_zh, name_ru, name_en FROM hall
/// ```
/// The first column is the key.
struct Record<Model>: Sendable {
    let name: String
    let columns: [String]
    private let write: @Sendable (Model) -> [SQLValue]
    private let read: @Sendable (Row, Int) throws -> Model

    /// - Parameter make: The model of the columns' values, in their order.
    init<each Value: Storable>(
        _ name: String,
        _ column: repeat Column<Model, each Value>,
        make: @escaping @Sendable (repeat each Value) throws -> Model
    ) {
        self.name = name
        var names: [String] = []
        for one in repeat each column { names += one.names }
        columns = names
        write = { model in
            var values: [SQLValue] = []
            for one in repeat each column { values += model[keyPath: one.path].stored }
            return values
        }
        read = { row, start in
            var reader = ColumnReader(row: row, place: start)
            return try make(repeat try reader.next((each Value).self))
        }
    }

    /// What the columns hold of a value, in their order.
    func values(of model: Model) -> [SQLValue] { write(model) }

    /// - Parameter start: The place of the first column.
    /// - Throws: `StoreError.damaged`.
    func model(_ row: Row, from start: Int = 0) throws -> Model { try read(row, start) }

    var list: String { columns.joined(separator: ", ") }
    var select: String { "SELECT \(list) FROM \(name)" }

    var insert: String {
        "INSERT INTO \(name) (\(list)) VALUES (\(columns.map { _ in "?" }.joined(separator: ", ")))"
    }
}

/// Goes through a row's columns from left to right.
private struct ColumnReader {
    let row: Row
    var place: Int

    mutating func next<Value: Storable>(_ type: Value.Type) throws -> Value {
        defer { place += Value.columns.count }
        return try Value(stored: row, at: place)
    }
}

import StoreSQL

/// A table of which each row is one value of the model: its columns, written once, make the statements, read the rows and fill
/// them.
/// ```swift
/// let table = Record("hall", Column("code", \Hall.id), Column("name", \.name)) { Hall(id: $0, name: $1) }
/// table.select        // SELECT code, name_zh, name_ru, name_en FROM hall
/// ```
/// The first column is the key.
struct Record<Model>: Sendable {
    let table: StoredTable
    private let derive: @Sendable (Model) -> [SQLValue]
    private let write: @Sendable (Model) -> [SQLValue]
    private let read: @Sendable (Row, Int) throws -> Model

    /// - Parameters:
    ///   - derived: Columns that are written from the others and never read back.
    ///   - make: The model of the columns' values, in their order.
    init<each Value: Storable>(
        _ name: String,
        _ column: repeat Column<Model, each Value>,
        derived: DerivedColumns<Model>? = nil,
        make: @escaping @Sendable (repeat each Value) throws -> Model
    ) {
        var names: [String] = []
        for one in repeat each column { names += one.names }
        table = StoredTable(name, names, derived: derived?.names ?? [])
        if let derived { derive = derived.values } else { derive = { _ in [] } }
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

    /// What the derived columns hold of a value.
    func derivedValues(of model: Model) -> [SQLValue] { derive(model) }

    var columns: [String] { table.columns }
    var select: String { table.select }
    var insert: String { table.insert }
}

/// Columns for searching and sorting that follow from the others.
struct DerivedColumns<Model>: Sendable {
    let names: [String]
    let values: @Sendable (Model) -> [SQLValue]

    init(_ names: String..., values: @escaping @Sendable (Model) -> [SQLValue]) {
        self.names = names
        self.values = values
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

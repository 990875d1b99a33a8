import StoreSQL

/// One or more columns of a table, and the property of the model that they hold.
struct Column<Model, Value: Storable>: Sendable {
    let names: [String]
    let path: any KeyPath<Model, Value> & Sendable

    /// - Parameter name: Of the column, or what the names of several begin with: `name` for `name_zh`, `name_ru`, `name_en`.
    init(_ name: String, _ path: any KeyPath<Model, Value> & Sendable) {
        names = Value.columns.map { name + $0 }
        self.path = path
    }

    /// - Parameter names: Of the columns of a value that has no name of its own.
    init(_ names: [String], _ path: any KeyPath<Model, Value> & Sendable) {
        precondition(names.count == Value.columns.count, "\(Value.self) has \(Value.columns.count) columns")
        self.names = names
        self.path = path
    }
}

/// A value that one or more columns hold.
protocol Storable: Sendable {
    /// What is added to a column's name, for each column: nothing, or `_zh`, `_ru`, `_en`.
    static var columns: [String] { get }
    /// In the order of `columns`.
    var stored: [SQLValue] { get }
    /// - Parameter place: Of the first column.
    /// - Throws: `StoreError.damaged` when what is stored is none of the type's.
    init(stored row: Row, at place: Int) throws
}

extension Storable {
    static var columns: [String] { [""] }
}

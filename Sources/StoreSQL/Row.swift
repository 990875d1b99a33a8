import Foundation

/// One row of an answer; a column is read by its place.
///
/// A row of a cursor is valid until the cursor takes the next one; every other row is a copy.
package struct Row {
    private let cells: any RowCells

    package init(_ cells: any RowCells) {
        self.cells = cells
    }

    /// - Returns: nil for NULL.
    package subscript<Value: SQLValueConvertible>(place: Int) -> Value? { Value.read(cells, at: place) }

    /// Of a column that cannot be NULL, as the statement or the schema guarantees.
    package subscript<Value: SQLValueConvertible>(place: Int) -> Value {
        guard let value = Value.read(cells, at: place) else {
            preconditionFailure("column \(place) is NULL where \(Value.self) is read")
        }
        return value
    }

    package var count: Int { cells.count }

    /// All columns, as the database holds them.
    package var values: [SQLValue] { (0..<cells.count).map { cells.value(at: $0) } }

    /// The row beyond its cursor's next step.
    var copy: Row { Row(CopiedCells(values)) }
}

/// The values of a row that outlives its cursor.
private final class CopiedCells: RowCells {
    private let values: [SQLValue]

    init(_ values: [SQLValue]) {
        self.values = values
    }

    var count: Int { values.count }

    func value(at place: Int) -> SQLValue { values[place] }

    func integer(at place: Int) -> Int64? {
        switch values[place] {
        case .integer(let number): number
        case .real(let number): Int64(exactly: number)
        default: nil
        }
    }

    func real(at place: Int) -> Double? {
        switch values[place] {
        case .real(let number): number
        case .integer(let number): Double(number)
        default: nil
        }
    }

    func text(at place: Int) -> String? {
        if case .text(let text) = values[place] { text } else { nil }
    }

    func blob(at place: Int) -> Data? {
        if case .blob(let bytes) = values[place] { bytes } else { nil }
    }
}

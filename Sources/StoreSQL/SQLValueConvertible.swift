package import Foundation

/// A type that a column can hold: `Int`, `Int64`, `Int32`, `Double`, `Bool`, `String`, `Data`, `SQLValue`.
package protocol SQLValueConvertible: Sendable {
    var sqlValue: SQLValue { get }

    /// The cell at `place` of the row.
    /// - Returns: nil for NULL.
    static func read(_ cells: any RowCells, at place: Int) -> Self?
}

extension Int64: SQLValueConvertible {
    package var sqlValue: SQLValue { .integer(self) }
    package static func read(_ cells: any RowCells, at place: Int) -> Int64? { cells.integer(at: place) }
}

extension Int: SQLValueConvertible {
    package var sqlValue: SQLValue { .integer(Int64(self)) }
    package static func read(_ cells: any RowCells, at place: Int) -> Int? {
        cells.integer(at: place).map { Int($0) }
    }
}

extension Int32: SQLValueConvertible {
    package var sqlValue: SQLValue { .integer(Int64(self)) }
    package static func read(_ cells: any RowCells, at place: Int) -> Int32? {
        cells.integer(at: place).map { Int32(clamping: $0) }
    }
}

/// 0 and 1, on every back end alike.
extension Bool: SQLValueConvertible {
    package var sqlValue: SQLValue { .integer(self ? 1 : 0) }
    package static func read(_ cells: any RowCells, at place: Int) -> Bool? {
        cells.integer(at: place).map { $0 != 0 }
    }
}

extension Double: SQLValueConvertible {
    package var sqlValue: SQLValue { .real(self) }
    package static func read(_ cells: any RowCells, at place: Int) -> Double? { cells.real(at: place) }
}

extension String: SQLValueConvertible {
    package var sqlValue: SQLValue { .text(self) }
    package static func read(_ cells: any RowCells, at place: Int) -> String? { cells.text(at: place) }
}

extension Data: SQLValueConvertible {
    package var sqlValue: SQLValue { .blob(self) }
    package static func read(_ cells: any RowCells, at place: Int) -> Data? { cells.blob(at: place) }
}

extension SQLValue: SQLValueConvertible {
    package var sqlValue: SQLValue { self }
    package static func read(_ cells: any RowCells, at place: Int) -> SQLValue? {
        let value = cells.value(at: place)
        return value == .null ? nil : value
    }
}

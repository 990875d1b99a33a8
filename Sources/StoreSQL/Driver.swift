package import Foundation

/// What a back end knows of the row it stands on.
package protocol RowCells: AnyObject {
    /// How many columns there are.
    var count: Int { get }
    func value(at place: Int) -> SQLValue
    /// - Returns: nil for NULL.
    func integer(at place: Int) -> Int64?
    func real(at place: Int) -> Double?
    func text(at place: Int) -> String?
    func blob(at place: Int) -> Data?
}

/// The rows of an answer, one at a time, in a back end's own way.
package protocol CursorDriver: RowCells {
    /// Goes to the next row.
    /// - Returns: false after the last one.
    func step() throws -> Bool
    /// Lets the statement go: whoever reads no more rows does not wait for the end of this value's life, which the compiler may
    /// put off.
    func close()
}

/// A prepared statement of a back end.
package protocol StatementDriver: AnyObject {
    func execute(_ arguments: [SQLValue]) throws
    func rows(_ arguments: [SQLValue]) throws -> any CursorDriver
}

/// A connection of a back end inside a read or a write.
package protocol DatabaseDriver: AnyObject {
    var dialect: any Dialect { get }
    /// - Parameter isCached: Prepared once a connection; not to be used again before its rows are read.
    func statement(_ sql: String, isCached: Bool) throws -> any StatementDriver
    /// Executes one statement with its arguments, or several without any.
    func execute(_ sql: String, _ arguments: [SQLValue]) throws
    func transaction(_ body: () throws -> Void) throws
    func savepoint(_ body: () throws -> Void) throws
    /// How many rows the last statement changed.
    var changesCount: Int { get }
    /// The key that the last inserted row was given.
    var lastInsertedRowID: Int64 { get }
    /// False when the database has taken the transaction back on its own account.
    var isInsideTransaction: Bool { get }
    /// Gives back what a long transaction has filled.
    func releaseMemory()
}

import Foundation
import GRDB
import StoreSQL

/// Sees the text of every statement that is prepared.
package typealias StatementObserver = @Sendable (_ sql: String) -> Void

/// One of SQLite's connections, as the seam sees it.
final class SQLiteDriver: DatabaseDriver {
    let dialect: any Dialect = SQLiteDialect()
    private let db: GRDB.Database
    private let path: String
    private let observe: StatementObserver?
    private let readers = Readers()

    /// - Parameter path: The store's, for what is wrong with it.
    init(_ db: GRDB.Database, _ path: String, observing observe: StatementObserver? = nil) {
        self.db = db
        self.path = path
        self.observe = observe
    }

    func statement(_ sql: String, isCached: Bool) throws -> any StatementDriver {
        observe?(sql)
        return try SQLiteErrors.translating(path) {
            SQLiteStatement(
                try isCached ? db.cachedStatement(sql: sql) : db.makeStatement(sql: sql),
                // A list of those that are asked once would grow with a long import.
                isCached ? readers : Readers(),
                path
            )
        }
    }

    func execute(_ sql: String, _ arguments: [SQLValue]) throws {
        observe?(sql)
        try SQLiteErrors.translating(path) {
            try db.execute(sql: sql, arguments: StatementArguments(arguments.map(\.databaseValue)))
        }
    }

    func transaction(_ body: () throws -> Void) throws {
        try SQLiteErrors.translating(path) {
            try db.inTransaction(.immediate) {
                try body()
                return .commit
            }
        }
    }

    func savepoint(_ body: () throws -> Void) throws {
        try SQLiteErrors.translating(path) {
            try db.inSavepoint {
                try body()
                return .commit
            }
        }
    }

    var changesCount: Int { db.changesCount }
    var lastInsertedRowID: Int64 { db.lastInsertedRowID }
    var isInsideTransaction: Bool { db.isInsideTransaction }

    func releaseMemory() {
        // What fails here costs memory and nothing else.
        try? db.execute(sql: "PRAGMA shrink_memory")
    }
}

private final class SQLiteStatement: StatementDriver {
    private let statement: GRDB.Statement
    private let readers: Readers
    private let path: String

    init(_ statement: GRDB.Statement, _ readers: Readers, _ path: String) {
        self.statement = statement
        self.readers = readers
        self.path = path
    }

    func execute(_ arguments: [SQLValue]) throws {
        try SQLiteErrors.translating(path) {
            try statement.execute(arguments: StatementArguments(arguments.map(\.databaseValue)))
        }
    }

    func rows(_ arguments: [SQLValue]) throws -> any CursorDriver {
        try SQLiteErrors.translating(path) {
            let values = StatementArguments(arguments.map(\.databaseValue))
            readers.end(statement)
            let cursor = SQLiteCursor(try GRDB.Row.fetchCursor(statement, arguments: values), path)
            readers.begin(statement, cursor)
            return cursor
        }
    }
}

/// Who reads the rows of each statement of a connection.
///
/// A statement is kept for the next time, and an earlier reader whose life the compiler has put off would end the new one's rows
/// when it goes: so it is ended first.
private final class Readers {
    private struct Reader {
        weak var cursor: SQLiteCursor?
    }

    private var readers: [ObjectIdentifier: Reader] = [:]

    func begin(_ statement: GRDB.Statement, _ cursor: SQLiteCursor) {
        readers[ObjectIdentifier(statement)] = Reader(cursor: cursor)
    }

    func end(_ statement: GRDB.Statement) {
        readers.removeValue(forKey: ObjectIdentifier(statement))?.cursor?.close()
    }
}

private final class SQLiteCursor: CursorDriver {
    /// Resets its statement when it goes.
    private var cursor: GRDB.RowCursor?
    private let path: String
    private var row = GRDB.Row()

    init(_ cursor: GRDB.RowCursor, _ path: String) {
        self.cursor = cursor
        self.path = path
    }

    func step() throws -> Bool {
        try SQLiteErrors.translating(path) {
            guard let next = try cursor?.next() else {
                close()
                return false
            }
            row = next
            return true
        }
    }

    func close() {
        row = GRDB.Row()
        cursor = nil
    }

    var count: Int { row.count }
    func value(at place: Int) -> SQLValue { SQLValue(row[place] as DatabaseValue) }
    func integer(at place: Int) -> Int64? { row[place] }
    func real(at place: Int) -> Double? { row[place] }
    func text(at place: Int) -> String? { row[place] }
    func blob(at place: Int) -> Data? { row[place] }
}

extension SQLValue {
    fileprivate init(_ value: DatabaseValue) {
        self =
            switch value.storage {
            case .null: .null
            case .int64(let number): .integer(number)
            case .double(let number): .real(number)
            case .string(let text): .text(text)
            case .blob(let bytes): .blob(bytes)
            }
    }

    fileprivate var databaseValue: DatabaseValue {
        switch self {
        case .null: .null
        case .integer(let number): number.databaseValue
        case .real(let number): number.databaseValue
        case .text(let text): text.databaseValue
        case .blob(let bytes): bytes.databaseValue
        }
    }
}

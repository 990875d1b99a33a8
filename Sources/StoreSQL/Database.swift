/// A connection inside one read or one write: what a repository's closure is given.
///
/// It is not to leave the closure.
package struct Database {
    private let driver: any DatabaseDriver

    package init(_ driver: any DatabaseDriver) {
        self.driver = driver
    }

    /// What the back end says in its own words.
    package var dialect: any Dialect { driver.dialect }

    /// Executes one statement with its arguments, or several without any.
    package func execute(sql: String, arguments: Arguments = []) throws {
        try driver.execute(sql, arguments.values)
    }

    /// A statement that is prepared once a connection; one at a time may read its rows.
    package func cachedStatement(sql: String) throws -> Statement {
        Statement(try driver.statement(sql, isCached: true))
    }

    package func makeStatement(sql: String) throws -> Statement {
        Statement(try driver.statement(sql, isCached: false))
    }

    /// How many rows the last statement changed.
    package var changesCount: Int { driver.changesCount }

    /// The key that the last inserted row was given.
    package var lastInsertedRowID: Int64 { driver.lastInsertedRowID }

    /// False when the database has taken the transaction back on its own account, as on a full disk.
    package var isInsideTransaction: Bool { driver.isInsideTransaction }

    /// One write transaction; it is taken back when `body` throws.
    package func inTransaction(_ body: () throws -> Void) throws { try driver.transaction(body) }

    /// A part of a transaction that is taken back alone when `body` throws.
    package func inSavepoint(_ body: () throws -> Void) throws { try driver.savepoint(body) }

    /// Gives back the memory that a long transaction has filled.
    package func releaseMemory() { driver.releaseMemory() }
}

/// A prepared statement.
package struct Statement {
    private let driver: any StatementDriver

    init(_ driver: any StatementDriver) {
        self.driver = driver
    }

    package func execute(arguments: Arguments = []) throws { try driver.execute(arguments.values) }

    func cursor(_ arguments: Arguments) throws -> RowCursor {
        RowCursor(try driver.rows(arguments.values))
    }
}

/// The rows of an answer, one at a time.
package struct RowCursor {
    private let driver: any CursorDriver

    init(_ driver: any CursorDriver) {
        self.driver = driver
    }

    /// Of a row that was copied, the rest is not asked for.
    func first() throws -> Row? {
        defer { driver.close() }
        return try driver.step() ? Row(driver).copy : nil
    }

    /// - Returns: A row that is valid until the next call; nil after the last.
    package func next() throws -> Row? { try driver.step() ? Row(driver) : nil }
}

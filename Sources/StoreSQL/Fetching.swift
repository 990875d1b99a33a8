extension Row {
    package static func fetchCursor(_ statement: Statement, arguments: Arguments = []) throws -> RowCursor {
        try statement.cursor(arguments)
    }

    package static func fetchCursor(_ db: Database, sql: String, arguments: Arguments = []) throws
        -> RowCursor
    {
        try fetchCursor(db.makeStatement(sql: sql), arguments: arguments)
    }

    package static func fetchAll(_ statement: Statement, arguments: Arguments = []) throws -> [Row] {
        let cursor = try statement.cursor(arguments)
        var rows: [Row] = []
        while let row = try cursor.next() { rows.append(row.copy) }
        return rows
    }

    package static func fetchAll(_ db: Database, sql: String, arguments: Arguments = []) throws -> [Row] {
        try fetchAll(db.makeStatement(sql: sql), arguments: arguments)
    }

    package static func fetchOne(_ statement: Statement, arguments: Arguments = []) throws -> Row? {
        try statement.cursor(arguments).first()
    }

    package static func fetchOne(_ db: Database, sql: String, arguments: Arguments = []) throws -> Row? {
        try fetchOne(db.makeStatement(sql: sql), arguments: arguments)
    }
}

/// Answers of one column.
extension SQLValueConvertible {
    package static func fetchAll(_ statement: Statement, arguments: Arguments = []) throws -> [Self] {
        let cursor = try statement.cursor(arguments)
        var values: [Self] = []
        while let row = try cursor.next() { values.append(row[0]) }
        return values
    }

    package static func fetchAll(_ db: Database, sql: String, arguments: Arguments = []) throws -> [Self] {
        try fetchAll(db.makeStatement(sql: sql), arguments: arguments)
    }

    /// - Returns: nil for no row, and for NULL.
    package static func fetchOne(_ statement: Statement, arguments: Arguments = []) throws -> Self? {
        guard let row = try statement.cursor(arguments).first() else { return nil }
        return row[0] as Self?
    }

    /// - Returns: nil for no row, and for NULL.
    package static func fetchOne(_ db: Database, sql: String, arguments: Arguments = []) throws -> Self? {
        try fetchOne(db.makeStatement(sql: sql), arguments: arguments)
    }
}

extension SQLValueConvertible where Self: Hashable {
    package static func fetchSet(_ db: Database, sql: String, arguments: Arguments = []) throws -> Set<Self> {
        Set(try fetchAll(db, sql: sql, arguments: arguments))
    }
}

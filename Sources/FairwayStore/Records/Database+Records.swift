import StoreSQL

/// Rows as values of the model.
extension Database {
    /// All of a table, by code.
    func all<Value: StoredRow>(_ type: Value.Type, suffix: String = "") throws -> [Value] {
        try rows(Value.table.select + suffix)
    }

    func rows<Value: StoredRow>(_ sql: String, _ arguments: Arguments = []) throws -> [Value] {
        var result: [Value] = []
        let cursor = try Row.fetchCursor(cachedStatement(sql: sql), arguments: arguments)
        while let row = try cursor.next() { result.append(try Value(RowReader(row))) }
        return result
    }

    /// Those of a table for whom a condition holds.
    func fetch<Value: StoredRow>(_ condition: String, _ key: String) throws -> [Value] {
        try rows(Value.table.select + condition, [key])
    }

    func one<Value: StoredRow>(_ type: Value.Type, _ key: String) throws -> Value? {
        let table = Value.table
        let found: [Value] = try rows(table.select + " WHERE \(table.columns[0]) = ?", [key])
        return found.first
    }

    /// Those with one of the codes, in no order.
    ///
    /// Codes are asked for in as many as a power of two, the last one repeated, so that there are few statements.
    func some<Value: StoredRow>(_ type: Value.Type, _ keys: Set<String>) throws -> [Value] {
        let table = Value.table
        var (found, rest) = ([Value](), keys.sorted()[...])
        while let last = rest.prefix(Self.maxKeys).last {
            let asked = rest.prefix(Self.maxKeys)
            rest = rest.dropFirst(asked.count)
            var count = 1
            while count < asked.count { count *= 2 }
            let marks = repeatElement("?", count: count).joined(separator: ", ")
            let keys = Array(asked) + repeatElement(last, count: count - asked.count)
            found += try rows(table.select + " WHERE \(table.columns[0]) IN (\(marks))", Arguments(keys))
        }
        return found
    }

    private static var maxKeys: Int { 256 }

    /// - Parameter sql: Nil to fail where a row is there already.
    func insert<Value: StoredRow>(_ values: [Value], sql: String? = nil) throws {
        let statement = try cachedStatement(sql: sql ?? Value.table.insert)
        for value in values {
            try statement.execute(arguments: Arguments(value.values + value.derivedValues))
        }
    }
}

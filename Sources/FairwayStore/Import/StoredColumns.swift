import FairwayCore
import StoreSQL

/// Completes the rows of files that lack columns: what a file does not say stays as it is stored.
struct StoredColumns {
    let db: Database
    let batch: ImportBatch

    func completed<Value: StoredRow>(_ entries: [Sourced<Value>]) throws -> [Sourced<Value>] {
        let table = Value.table
        let plans = batch.tables.map { Plan(of: table, keeping: absent(from: $0, table)) }
        let undated = batch.tables.map {
            Plan(of: table, keeping: absent(from: $0, table).union(["registered_on"]))
        }
        guard plans.contains(where: { !$0.kept.isEmpty }) || !batch.undated.isEmpty else { return entries }
        guard try Row.fetchOne(db, sql: "SELECT 1 FROM \(table.name) LIMIT 1") != nil else { return entries }
        return try entries.map { entry in
            let source = entry.source
            guard plans.indices.contains(source.table) else { return entry }
            let isUndated = !batch.undated.isEmpty && batch.undated.contains(source)
            let plan = isUndated ? undated[source.table] : plans[source.table]
            guard !plan.kept.isEmpty else { return entry }
            let values = entry.value.values
            let arguments = Arguments((plan.arguments + [0]).map { values[$0] })
            let row = try Row.fetchOne(db.cachedStatement(sql: plan.sql), arguments: arguments)
            return try row.map { Sourced(try Value(RowReader($0)), source) } ?? entry
        }
    }

    /// Columns of the store that the file has no column for; all but the key.
    private func absent(from source: SourceTable, _ table: StoredTable) -> Set<String> {
        Set(table.columns.dropFirst().filter { source.headers[$0] == nil })
    }
}

/// How a stored row and one of a file become one row.
private struct Plan {
    let kept: Set<String>
    /// Selects all columns in the table's order; the last argument is the key.
    let sql: String
    /// Places of the row's values in the order of the SQL's arguments.
    let arguments: [Int]

    init(of table: StoredTable, keeping kept: Set<String>) {
        self.kept = kept.intersection(table.columns)
        var terms: [String] = []
        var arguments: [Int] = []
        for (place, column) in table.columns.enumerated() {
            if !kept.contains(column) {
                terms.append("?")
                arguments.append(place)
            } else if column == "region", !kept.contains("economy"),
                let economy = table.columns.firstIndex(of: "economy")
            {
                // Who moves to another economy does not take the region along.
                terms.append("CASE WHEN economy = ? THEN region END")
                arguments.append(economy)
            } else {
                terms.append(column)
            }
        }
        sql = "SELECT \(terms.joined(separator: ", ")) FROM \(table.name) WHERE \(table.columns[0]) = ?"
        self.arguments = arguments
    }
}

/// Everything read from an organiser's files, each value with the row it came from, before it is checked against the store.
package struct ImportBatch: Sendable, Codable {
    /// The tables that were read, in order; `RowSource.table` points into it.
    package var tables: [SourceTable] = []
    package var agencies: [Sourced<Agency>] = []
    package var delegations: [Sourced<Delegation>] = []
    package var halls: [Sourced<Hall>] = []
    package var tableSeats: [Sourced<MeetingTable>] = []
    package var enterprises: [Sourced<Enterprise>] = []
    package var stands: [Sourced<Stand>] = []
    package var representatives: [Sourced<Representative>] = []
    package var products: [Sourced<Product>] = []
    package var demands: [Sourced<Demand>] = []
    package var interpreters: [Sourced<Interpreter>] = []
    package var requests: [Sourced<MeetingRequest>] = []
    /// The cells of every row read, so that refused ones can be written back.
    package var rows: [RowSource: [String]] = [:]
    /// Rows the reader refused.
    package var refusedRows: [RowSource] = []
    /// Enterprises whose date of registration is an empty cell: those that are stored keep theirs.
    package var undated: Set<RowSource> = []
    /// Slots of the expo, when a file has them.
    package var slots: [Sourced<Slot>] = []

    package init() {}
}

/// One sheet or CSV file that was read.
package struct SourceTable: Equatable, Sendable, Codable {
    /// What kind of rows a table holds; the raw value is the file and sheet name of templates and exports.
    package enum Kind: String, Sendable, Codable, CaseIterable {
        case slots, halls, tables, agencies, delegations, enterprises, stands, representatives, products,
            demands, interpreters, requests
    }

    /// File name as given, with `#sheet` for XLSX.
    package var file: String
    package var kind: Kind
    /// Field name → header as the file spells it; a field that is not here keeps what is stored.
    package var headers: [String: String]
    /// The header row as the file spells it.
    package var columns: [String]

    package init(file: String, kind: Kind, headers: [String: String], columns: [String]) {
        self.file = file
        self.kind = kind
        self.headers = headers
        self.columns = columns
    }
}

/// A value with the row it was read from.
package struct Sourced<Value: Sendable & Codable>: Sendable, Codable {
    package var value: Value
    package var source: RowSource

    package init(_ value: Value, _ source: RowSource) {
        self.value = value
        self.source = source
    }
}

/// Index into `ImportBatch.tables` and the 1-based row number a spreadsheet shows.
package struct RowSource: Hashable, Sendable, Codable {
    package var table: Int
    package var row: Int

    package init(table: Int, row: Int) {
        self.table = table
        self.row = row
    }
}

/// What an import did, or with a dry run would do.
package struct ImportReport: Equatable, Sendable {
    package struct Count: Equatable, Sendable {
        package var inserted = 0
        package var updated = 0
        package var unchanged = 0
        package var refused = 0
        /// Requests that went into another row's of the same two enterprises.
        package var merged = 0

        package init() {}
    }

    /// A row that is not as it was.
    package struct Change: Equatable, Sendable {
        /// Values as the store writes them; nil is no value.
        package struct Field: Equatable, Sendable {
            package var name: String
            package var before: String?
            package var after: String?

            package init(name: String, before: String?, after: String?) {
                self.name = name
                self.before = before
                self.after = after
            }
        }

        package var table: SourceTable.Kind
        package var key: String
        /// Empty for a new row.
        package var fields: [Field]

        package init(table: SourceTable.Kind, key: String, fields: [Field]) {
            self.table = table
            self.key = key
            self.fields = fields
        }
    }

    /// Refused are those of the reader, too.
    package var counts: [SourceTable.Kind: Count] = [:]
    /// The first `maxChanges` of all changes; `counts` has them all.
    package var changes: [Change] = []
    package static let maxChanges = 1000
    package var diagnostics: [Diagnostic] = []
    /// Rows that the store did not take over.
    package var refusedRows: [RowSource] = []
    /// False after a dry run, and when errors stopped the import.
    package var isApplied = false

    package init() {}
}

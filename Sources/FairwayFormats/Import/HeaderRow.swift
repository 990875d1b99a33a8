import FairwayCore

/// The row with the column names, wherever in the first rows it stands, and what kind of table it makes.
struct HeaderRow {
    let kind: SourceTable.Kind
    /// Position in the rows.
    let index: Int
    /// Field → column.
    let columns: [String: Int]
    let unknown: [(column: Int, header: String)]
    /// Columns that mean the same as one further left.
    let repeated: [(header: String, first: String)]

    /// How many rows of notes may stand above the header.
    static let deepest = 20

    /// - Parameter name: File or sheet name: it says the kind when the columns leave a choice.
    static func find(in rows: [TableRow], name: String) -> HeaderRow? {
        let named = TableName.kind(of: name)
        var best: (score: Int, header: HeaderRow)?
        for (index, row) in rows.prefix(deepest).enumerated() {
            // What a header may mean does not depend on the table.
            let keys = row.cells.map(Self.keys)
            for kind in SourceTable.Kind.allCases {
                let header = HeaderRow(kind: kind, index: index, cells: row.cells, keys: keys)
                let score = header.score + (kind == named ? 15 : 0)
                if header.columns.count >= 2, score > best?.score ?? 0 { best = (score, header) }
            }
        }
        return best?.header
    }

    /// The columns a table cannot do without weigh most, so that a table of halls is not taken for stands.
    private var score: Int {
        let required = ImportField.fields(of: kind).filter(\.isRequired)
        let found = required.count { columns[$0.name] != nil }
        return columns.count * 4 + found * 8 - (unknown.count + repeated.count) * 2
            - (required.count - found) * 6
    }

    private init(kind: SourceTable.Kind, index: Int, cells: [String], keys allKeys: [[String]]) {
        self.kind = kind
        self.index = index
        var columns: [String: Int] = [:]
        var unknown: [(Int, String)] = []
        var repeated: [(String, String)] = []
        let fields = ImportField.fields(of: kind)
        for (column, header) in cells.enumerated() where !header.isEmpty {
            let keys = allKeys[column]
            let field = keys.lazy.compactMap { key in
                fields.first { $0.aliases.contains(key) && columns[$0.name] == nil }
            }.first
            if let field {
                columns[field.name] = column
            } else if let first = keys.lazy.compactMap({ key in
                fields.first { $0.aliases.contains(key) }.flatMap { columns[$0.name] }
            }).first {
                repeated.append((header, cells[first]))
            } else {
                unknown.append((column, header))
            }
        }
        self.columns = columns
        self.unknown = unknown
        self.repeated = repeated
    }

    /// A longer cell is text; in bytes.
    private static let longestHeader = 1000
    /// Ways to read one header: all of it, and its parts in some languages.
    private static let maxKeys = 16

    /// What a header may mean, likeliest first: all of it; without remarks in brackets such as （必填）; one of the languages of "企业名称 /
    /// Company name".
    private static func keys(_ header: String) -> [String] {
        guard header.utf8.count <= longestHeader else { return [] }
        var bare = ""
        var depth = 0
        for character in header {
            if "(（[【".contains(character) { depth += 1 }
            if depth == 0 { bare.append(character) }
            if ")）]】".contains(character) { depth = max(0, depth - 1) }
        }
        let parts = header.split(whereSeparator: { "/|\n\r／".contains($0) }).map(String.init)
        let bareParts = bare.split(whereSeparator: { "/|\n\r／".contains($0) }).map(String.init)
        var keys: [String] = []
        for text in [header, bare] + parts + bareParts {
            let key = ImportField.normalized(text)
            if !key.isEmpty, !keys.contains(key) { keys.append(key) }
            if keys.count == maxKeys { break }
        }
        return keys
    }
}

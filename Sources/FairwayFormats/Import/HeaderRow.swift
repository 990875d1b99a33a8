import FairwayCore

/// The row with the column names, wherever in the first rows it stands, and what kind of table it makes.
struct HeaderRow {
    let kind: SourceTable.Kind
    /// Position in the rows.
    let index: Int
    /// Field → column.
    let columns: [String: Int]
    let unknown: [(column: Int, header: String)]

    /// How many rows of notes may stand above the header.
    static let deepest = 20

    /// - Parameter name: File or sheet name: it says the kind when the columns leave a choice.
    static func find(in rows: [TableRow], name: String) -> HeaderRow? {
        let named = kind(named: name)
        let kinds = named.map { [$0] } ?? SourceTable.Kind.allCases
        var best: (score: Int, header: HeaderRow)?
        for (index, row) in rows.prefix(deepest).enumerated() {
            for kind in kinds {
                let header = HeaderRow(kind: kind, index: index, cells: row.cells)
                // The columns a table cannot do without weigh most, so that a table of halls is not taken for stands.
                let required = ImportField.fields(of: kind).filter(\.isRequired)
                let found = required.count { header.columns[$0.name] != nil }
                let score =
                    header.columns.count * 4 + found * 8 - header.unknown.count * 2
                    - (required.count - found) * 6
                if header.columns.count >= 2, score > best?.score ?? 0 { best = (score, header) }
            }
        }
        return best?.header
    }

    private init(kind: SourceTable.Kind, index: Int, cells: [String]) {
        self.kind = kind
        self.index = index
        var columns: [String: Int] = [:]
        var unknown: [(Int, String)] = []
        let fields = ImportField.fields(of: kind)
        for (column, header) in cells.enumerated() where !header.isEmpty {
            let key = ImportField.normalized(header)
            if let field = fields.first(where: { $0.aliases.contains(key) && columns[$0.name] == nil }) {
                columns[field.name] = column
            } else {
                unknown.append((column, header))
            }
        }
        self.columns = columns
        self.unknown = unknown
    }

    /// "enterprises.csv", "企业.xlsx#Sheet1", "Предприятия 2027".
    static func kind(named name: String) -> SourceTable.Kind? {
        let key = ImportField.normalized(name)
        return names.first { key.contains($0.name) }?.kind
    }

    private static let names: [(name: String, kind: SourceTable.Kind)] = [
        ("enterprises", .enterprises), ("企业", .enterprises), ("предприятия", .enterprises),
        ("компании", .enterprises), ("exhibitors", .enterprises), ("展商", .enterprises),
        ("representatives", .representatives), ("联系人", .representatives), ("代表人员", .representatives),
        ("представители", .representatives), ("delegations", .delegations), ("代表团", .delegations),
        ("делегации", .delegations), ("agencies", .agencies), ("机构", .agencies), ("организации", .agencies),
        ("interpreters", .interpreters), ("译员", .interpreters), ("переводчики", .interpreters),
        ("products", .products), ("产品", .products), ("товары", .products), ("demands", .demands),
        ("需求", .demands), ("запросы", .demands), ("requests", .requests), ("会面申请", .requests),
        ("заявки", .requests), ("stands", .stands), ("展位", .stands), ("стенды", .stands), ("tables", .tables),
        ("洽谈桌", .tables), ("столы", .tables), ("halls", .halls), ("展馆", .halls), ("павильоны", .halls),
        ("slots", .slots), ("时段", .slots), ("слоты", .slots),
    ]
}

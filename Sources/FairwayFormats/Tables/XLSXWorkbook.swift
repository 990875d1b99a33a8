import FairwayCore

/// The sheets of an Excel workbook as rows of text (ECMA-376): numbers as they are, dates as YYYY-MM-DD.
struct XLSXWorkbook {
    struct Sheet {
        var name: String
        var rows: [TableRow]
    }

    private(set) var sheets: [Sheet] = []

    init(path: String) throws(TableError) { try self.init(ZipArchive(path: path)) }

    init(_ bytes: [UInt8]) throws(TableError) {
        self = try bytes.withUnsafeBufferPointer { bytes throws(TableError) in
            try XLSXWorkbook(ZipArchive(UnsafeRawBufferPointer(bytes)))
        }
    }

    /// - Throws: `TableError` when the file is no readable workbook, any part of it is damaged, or it is a bomb.
    init(_ archive: ZipArchive) throws(TableError) {
        let budget = TableBudget()
        let index = try WorkbookIndex(archive, budget)
        let strings = try SharedStrings(archive, budget)
        let styles = try DateStyles(archive, budget)
        for entry in index.sheets where entry.isVisible {
            let reader = SheetReader(
                strings: strings,
                styles: styles,
                uses1904: index.uses1904,
                budget: budget
            )
            try reader.read(archive, entry.path)
            sheets.append(Sheet(name: entry.name, rows: reader.rows))
        }
    }
}

/// Which sheets there are, and where.
private struct WorkbookIndex {
    struct Entry {
        var name: String
        var path: String
        var isVisible: Bool
    }

    private(set) var sheets: [Entry] = []
    private(set) var uses1904 = false

    /// More sheets than a registration workbook ever has.
    static let mostSheets = 256
    /// A part has one for each sheet and a few more.
    static let mostRelations = 4096

    init(_ archive: ZipArchive, _ budget: TableBudget) throws(TableError) {
        var targets: [String: String] = [:]
        var found: [(name: String, relation: String, isVisible: Bool)] = []
        var has1904 = false
        let relations = try XMLReader(
            budget,
            onStart: { name, attributes throws(TableError) in
                guard name == "Relationship", let id = attributes["Id"] else { return }
                guard targets.count < Self.mostRelations else { throw .damaged }
                targets[id] = attributes["Target"]
            }
        )
        let workbook = try XMLReader(
            budget,
            onStart: { name, attributes throws(TableError) in
                if name == "workbookPr" { has1904 = ["1", "true"].contains(attributes["date1904"] ?? "") }
                // The prefix of the relationship's namespace is the writer's choice.
                guard name == "sheet", let relation = attributes.first(endingWith: ":id") else { return }
                let state = attributes["state"] ?? "visible"
                guard found.count < Self.mostSheets else {
                    throw .beyond(.init(.sheets, most: Self.mostSheets))
                }
                found.append((attributes["name"] ?? "", relation, state == "visible"))
            }
        )
        try archive.read("xl/_rels/workbook.xml.rels") { piece, isLast throws(TableError) in
            try relations.parse(piece, isLast: isLast)
        }
        try archive.read("xl/workbook.xml") { piece, isLast throws(TableError) in
            try workbook.parse(piece, isLast: isLast)
        }
        uses1904 = has1904
        sheets = found.compactMap { sheet in
            guard let target = targets[sheet.relation] else { return nil }
            let path = target.hasPrefix("/") ? String(target.dropFirst()) : "xl/" + target
            return Entry(name: sheet.name, path: path, isVisible: sheet.isVisible)
        }
    }
}

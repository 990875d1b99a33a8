/// The sheets of an Excel workbook as rows of text (ECMA-376): numbers as they are, dates as YYYY-MM-DD.
struct XLSXWorkbook {
    struct Sheet {
        var name: String
        var rows: [TableRow]
    }

    private(set) var sheets: [Sheet] = []

    /// - Returns: nil when the file is no readable workbook, any part of it is damaged, or it is a bomb.
    init?(path: String) {
        guard let archive = ZipArchive(path: path), let index = WorkbookIndex(archive),
            let strings = SharedStrings(archive), let styles = DateStyles(archive)
        else { return nil }
        var budget = SheetReader.mostCells
        for entry in index.sheets where entry.isVisible {
            let reader = SheetReader(
                strings: strings,
                styles: styles,
                uses1904: index.uses1904,
                mostCells: budget
            )
            guard reader.read(archive, entry.path) else { return nil }
            budget -= reader.cellCount
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

    init?(_ archive: ZipArchive) {
        var targets: [String: String] = [:]
        var found: [(name: String, relation: String, isVisible: Bool)] = []
        var has1904 = false
        let relations = XMLReader(
            onStart: { name, attributes in
                guard name == "Relationship", let id = attributes["Id"] else { return }
                targets[id] = attributes["Target"]
            },
            onEnd: { _ in },
            onText: { _ in }
        )
        let workbook = XMLReader(
            onStart: { name, attributes in
                if name == "workbookPr" { has1904 = ["1", "true"].contains(attributes["date1904"] ?? "") }
                // The prefix of the relationship's namespace is the writer's choice.
                guard name == "sheet", let relation = attributes.first(endingWith: ":id") else { return }
                let state = attributes["state"] ?? "visible"
                found.append((attributes["name"] ?? "", relation, state == "visible"))
            },
            onEnd: { _ in },
            onText: { _ in }
        )
        guard let relations, let workbook,
            archive.read("xl/_rels/workbook.xml.rels", { relations.parse($0, isLast: $1) }),
            archive.read("xl/workbook.xml", { workbook.parse($0, isLast: $1) }),
            found.count <= Self.mostSheets
        else { return nil }
        uses1904 = has1904
        sheets = found.compactMap { sheet in
            guard let target = targets[sheet.relation] else { return nil }
            let path = target.hasPrefix("/") ? String(target.dropFirst()) : "xl/" + target
            return Entry(name: sheet.name, path: path, isVisible: sheet.isVisible)
        }
    }
}

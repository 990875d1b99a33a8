import FairwayCore

/// The texts that the cells of a workbook share.
struct SharedStrings {
    private var texts: [String] = []

    /// Beyond this a workbook is no list of registrations but an attack on memory.
    static let mostTexts = 5_000_000

    /// Rich text is joined; phonetic guides (`rPh`) are not part of it.
    /// - Throws: `TableError` when they are damaged; a workbook without any is in order.
    init(_ archive: ZipArchive, _ budget: TableBudget) throws(TableError) {
        let path = "xl/sharedStrings.xml"
        guard archive.contains(path) else { return }
        var texts: [String] = []
        var current = XMLText()
        var isText = false
        var phonetic = 0
        let reader = try XMLReader(
            budget,
            onStart: { name, _ throws(TableError) in
                if name == "si" { current.clear() }
                if name == "rPh" { phonetic += 1 }
                isText = name == "t" && phonetic == 0
            },
            onEnd: { name throws(TableError) in
                if name == "si" {
                    let text = current.string
                    try budget.take(text)
                    guard texts.count < Self.mostTexts else {
                        throw .beyond(.init(.cells, most: Self.mostTexts, part: path))
                    }
                    texts.append(text)
                }
                if name == "rPh" { phonetic -= 1 }
                isText = false
            },
            onText: { text throws(TableError) in if isText { current.append(text) } }
        )
        try archive.read(path) { piece, isLast throws(TableError) in
            try reader.parse(piece, isLast: isLast)
        }
        self.texts = texts
    }

    /// - Returns: nil for a text that is no number of one.
    subscript(index: String) -> String? {
        Int(index, in: 0...Self.mostTexts).flatMap { texts.indices.contains($0) ? texts[$0] : nil }
    }
}

/// The texts that the cells of a workbook share.
struct SharedStrings {
    private var texts: [String] = []

    /// Beyond this a workbook is no list of registrations but an attack on memory.
    static let mostTexts = 5_000_000

    /// Rich text is joined; phonetic guides (`rPh`) are not part of it.
    /// - Returns: nil when they are damaged; a workbook without any is in order.
    init?(_ archive: ZipArchive) {
        let path = "xl/sharedStrings.xml"
        guard archive.contains(path) else { return }
        var texts: [String] = []
        var current: [UInt8] = []
        var isText = false
        var phonetic = 0
        let reader = XMLReader(
            onStart: { name, _ in
                if name == "si" { current.removeAll(keepingCapacity: true) }
                if name == "rPh" { phonetic += 1 }
                isText = name == "t" && phonetic == 0
            },
            onEnd: { name in
                if name == "si" { texts.append(String(decoding: current, as: UTF8.self)) }
                if name == "rPh" { phonetic -= 1 }
                isText = false
            },
            onText: { if isText { current.append(contentsOf: $0.lazy.map { UInt8(bitPattern: $0) }) } }
        )
        guard let reader,
            archive.read(path, { reader.parse($0, isLast: $1) && texts.count <= Self.mostTexts })
        else { return nil }
        self.texts = texts
    }

    subscript(index: Int) -> String? { texts.indices.contains(index) ? texts[index] : nil }
}

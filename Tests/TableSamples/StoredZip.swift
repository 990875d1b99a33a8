/// Writes ZIP files whose entries are not compressed, for readers of workbooks.
package enum StoredZip {
    /// - Parameter parts: Sheet, shared strings, styles, workbook, relations; what is missing is as usual.
    package static func workbook(_ parts: [[UInt8]]) -> [UInt8] {
        let names = [
            "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml", "xl/workbook.xml",
            "xl/_rels/workbook.xml.rels",
        ]
        let usual = [
            "<worksheet><sheetData/></worksheet>", "<sst/>", "<styleSheet/>",
            "<workbook xmlns:r=\"r\"><sheets><sheet name=\"enterprises\" r:id=\"a\"/></sheets></workbook>",
            "<Relationships><Relationship Id=\"a\" Target=\"worksheets/sheet1.xml\"/></Relationships>",
        ]
        return archive(
            zip(names, usual).enumerated().map { index, entry in
                let isThere = parts.indices.contains(index) && !parts[index].isEmpty
                return (entry.0, isThere ? parts[index] : Array(entry.1.utf8))
            }
        )
    }

    package static func archive(_ entries: [(name: String, bytes: [UInt8])]) -> [UInt8] {
        var file: [UInt8] = []
        var index: [UInt8] = []
        for entry in entries {
            let name = Array(entry.name.utf8)
            let size = little(entry.bytes.count, 4)
            // Version 2.0, no flags, stored, no time.
            let head =
                [20, 0, 0, 0, 0, 0, 0, 0, 0x21, 0x5C] + little(Int(crc(entry.bytes)), 4) + size + size
                + little(name.count, 2) + [0, 0]
            index +=
                [0x50, 0x4B, 1, 2, 20, 0] + head + [UInt8](repeating: 0, count: 10) + little(file.count, 4)
                + name
            file += [0x50, 0x4B, 3, 4] + head + name + entry.bytes
        }
        let start = file.count
        let count = little(entries.count, 2)
        return file + index + [0x50, 0x4B, 5, 6, 0, 0, 0, 0] + count + count + little(index.count, 4)
            + little(start, 4) + [0, 0]
    }

    private static func little(_ value: Int, _ count: Int) -> [UInt8] {
        (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
    }

    private static let table: [UInt32] = (0..<256 as Range<UInt32>).map { byte in
        (0..<8).reduce(byte) { crc, _ in crc & 1 == 1 ? 0xEDB8_8320 ^ (crc >> 1) : crc >> 1 }
    }

    private static func crc(_ bytes: [UInt8]) -> UInt32 {
        ~bytes.reduce(~0) { table[Int(($0 ^ UInt32($1)) & 0xFF)] ^ ($0 >> 8) }
    }
}

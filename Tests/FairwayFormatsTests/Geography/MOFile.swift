/// Writes a gettext `.mo` file for the tests.
enum MOFile {
    static func bytes(_ messages: [String: String], isBigEndian: Bool = false) -> [UInt8] {
        let entries = messages.sorted { $0.key < $1.key }.map { (Array($0.key.utf8), Array($0.value.utf8)) }
        func word(_ value: Int) -> [UInt8] {
            let bytes = (0..<4).map { UInt8(value >> ($0 * 8) & 0xFF) }
            return isBigEndian ? bytes.reversed() : bytes
        }
        let tables = 28
        let texts = tables + entries.count * 16
        var header = word(0x9504_12DE) + word(0) + word(entries.count) + word(tables)
        header += word(tables + entries.count * 8) + word(0) + word(texts)
        var table: [UInt8] = []
        var pool: [UInt8] = []
        for text in entries.map(\.0) + entries.map(\.1) {
            table += word(text.count) + word(texts + pool.count)
            pool += text + [0]
        }
        return header + table + pool.dropLast()
    }
}

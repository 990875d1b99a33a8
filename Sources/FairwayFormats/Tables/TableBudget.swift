import FairwayCore
import TextAnalysis

/// What reading one file may take; a small file can ask for a thousandfold of itself.
///
/// Memory is counted as the texts and rows are kept, before they are: 300,000 rows of the widest table with a dozen long
/// texts each fit.
final class TableBudget {
    /// 300,000 rows of forty elements each, twice.
    static let maxElements = 24_000_000
    /// All sheets of a workbook: 300,000 rows of the widest table.
    static let maxCells = 8_000_000
    static let maxMemory = 512 << 20
    /// No kind of table has a tenth of them.
    static let maxColumns = 512

    private(set) var elements = 0
    private(set) var cells = 0
    private(set) var memory = 0

    func takeElement() throws(TableError) {
        elements += 1
        guard elements <= Self.maxElements else { throw .beyond(.init(.elements, most: Self.maxElements)) }
    }

    func take(_ text: String) throws(TableError) {
        try Self.check(text)
        try take(bytes: Self.bytes(of: text))
    }

    /// - Throws: for a text that takes long to compare with any other.
    static func check(_ text: some StringProtocol) throws(TableError) {
        guard StreamSafeText.isSafe(text) else {
            throw .beyond(.init(.marks, most: StreamSafeText.maxMarks))
        }
    }

    /// A row with its cells, the empty ones included; their texts are taken already.
    func take(_ row: TableRow) throws(TableError) {
        cells += row.cells.count
        guard cells <= Self.maxCells else { throw .beyond(.init(.cells, most: Self.maxCells)) }
        try take(bytes: Self.rowBytes + row.cells.count * Self.slotBytes)
    }

    private func take(bytes: Int) throws(TableError) {
        memory += bytes
        guard memory <= Self.maxMemory else { throw .beyond(.init(.memory, most: Self.maxMemory)) }
    }

    /// A row and the head of its list of cells.
    private static let rowBytes = 64
    /// A `String` where it stands in a list.
    private static let slotBytes = 16
    /// Up to here a text needs no memory of its own.
    private static let inlineBytes = 15

    private static func bytes(of text: String) -> Int {
        let count = text.utf8.count
        return count <= inlineBytes ? 0 : 32 + (count + 16) & ~15
    }
}

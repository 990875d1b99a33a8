import FairwayCore
import Foundation

/// The texts of a file, one a line.
///
/// Of a table with tabs the first column counts; a first line `text` is a header.
struct TextRows {
    enum Problem: Equatable { case empty, notUTF8 }

    struct Row {
        /// Counted from 1, the header included.
        let number: Int
        let text: String
        let problem: Problem?
    }

    let rows: [Row]

    /// - Throws: `CommandError.unreadable`.
    init(path: String) throws {
        let data =
            path == "-"
            ? FileHandle.standardInput.readDataToEndOfFile() : FileManager.default.contents(atPath: path)
        guard let data else { throw CommandError.unreadable(path) }
        var lines = data.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        if lines.last?.isEmpty == true { lines.removeLast() }
        if let first = lines.first, first.starts(with: [0xEF, 0xBB, 0xBF]) { lines[0] = first.dropFirst(3) }
        var rows = lines.enumerated().map { Self.row(number: $0 + 1, line: $1) }
        if let header = rows.first?.text.lowercased(), header == "text" { rows.removeFirst() }
        self.rows = rows
    }

    private static func row(number: Int, line: Data) -> Row {
        let cell = line.prefix { $0 != UInt8(ascii: "\t") && $0 != UInt8(ascii: "\r") }
        guard let text = String(bytes: cell, encoding: .utf8) else {
            return Row(number: number, text: "", problem: .notUTF8)
        }
        let isEmpty = text.allSatisfy(\.isWhitespace)
        return Row(number: number, text: text, problem: isEmpty ? .empty : nil)
    }
}

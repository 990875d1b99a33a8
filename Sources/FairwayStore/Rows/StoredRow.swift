import FairwayCore
import Foundation
import GRDB

/// A value of the model that has a table of its own; the first column is its key.
protocol StoredRow: Sendable {
    static var table: StoredTable { get }
    var values: [(any DatabaseValueConvertible)?] { get }
    init(_ row: RowReader) throws
}

/// A table's name and columns, in the order of `StoredRow.values`.
struct StoredTable: Sendable {
    let name: String
    let columns: [String]

    init(_ name: String, _ columns: String) {
        self.name = name
        self.columns = columns.split(separator: " ").map(String.init)
    }

    var upsert: String {
        let changes = columns.dropFirst().map { "\($0) = excluded.\($0)" }.joined(separator: ", ")
        return "\(insert) ON CONFLICT (\(columns[0])) DO UPDATE SET \(changes)"
    }

    var insert: String {
        let marks = columns.map { _ in "?" }.joined(separator: ", ")
        return "INSERT INTO \(name) (\(columns.joined(separator: ", "))) VALUES (\(marks))"
    }

    var select: String { "SELECT \(columns.joined(separator: ", ")) FROM \(name)" }

    /// The columns under an alias, for joins: they must come in the table's order.
    func columns(as alias: String) -> String {
        columns.map { "\(alias).\($0)" }.joined(separator: ", ")
    }
}

/// Reads a row's columns one after the other, in the table's order.
final class RowReader {
    private let row: Row
    private var position: Int

    /// - Parameter start: Column of the first value.
    init(_ row: Row, from start: Int = 0) {
        self.row = row
        position = start
    }

    private func next() -> Int {
        defer { position += 1 }
        return position
    }

    func text() -> String { row[next()] ?? "" }
    func optionalText() -> String? { row[next()] }
    func integer() -> Int { row[next()] ?? 0 }
    func optionalInteger() -> Int? { row[next()] }
    func number() -> Double { row[next()] ?? 0 }
    func optionalNumber() -> Double? { row[next()] }
    func flag() -> Bool { integer() != 0 }

    func localized() -> LocalizedText {
        LocalizedText(zh: optionalText(), ru: optionalText(), en: optionalText())
    }

    func id<Owner>() -> Identifier<Owner> { Identifier(text()) }
    func optionalID<Owner>() -> Identifier<Owner>? { optionalText().map { Identifier($0) } }

    /// - Throws: `StoreError.damaged` when the stored text is none of the type's.
    func parsed<Value>(_ parse: (String) -> Value?) throws -> Value {
        let text = text()
        guard let value = parse(text) else { throw StoreError.damaged("\(Value.self): \(text)") }
        return value
    }

    func optionalParsed<Value>(_ parse: (String) -> Value?) throws -> Value? {
        guard let text = optionalText() else { return nil }
        guard let value = parse(text) else { throw StoreError.damaged("\(Value.self): \(text)") }
        return value
    }

    func list<Value: Decodable>(of type: Value.Type) throws -> [Value] {
        let text = text()
        return text == "[]" ? [] : try JSONText.decode([Value].self, from: text)
    }
}

/// Lists and reasons as JSON text.
enum JSONText {
    static func encode(_ value: some Encodable) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return (try? encoder.encode(value)).map { String(decoding: $0, as: UTF8.self) } ?? "null"
    }

    static func decode<Value: Decodable>(_ type: Value.Type, from text: String) throws -> Value {
        try JSONDecoder().decode(type, from: Data(text.utf8))
    }

    static func list(_ values: [some Encodable]) -> String {
        values.isEmpty ? "[]" : encode(values)
    }
}

extension LocalizedText {
    var columns: [(any DatabaseValueConvertible)?] { [zh, ru, en] }
}

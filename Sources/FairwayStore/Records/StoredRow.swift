import FairwayCore
import Foundation
import StoreSQL
import TextAnalysis

/// A value of the model that has a table of its own; the first column is its key.
protocol StoredRow: Sendable {
    static var record: Record<Self> { get }
}

extension StoredRow {
    static var table: StoredTable { record.table }

    /// In the order of the table's columns.
    var values: [SQLValue] { Self.record.values(of: self) }
    /// In the order of the table's derived columns.
    var derivedValues: [SQLValue] { Self.record.derivedValues(of: self) }

    /// Takes the table's columns from where the reader stands.
    init(_ reader: RowReader) throws { self = try reader.model(of: Self.record) }
}

/// A table's name and columns.
struct StoredTable: Sendable {
    let name: String
    let columns: [String]
    /// Columns that are written from the others for searching and sorting, and never read back.
    let derived: [String]

    init(_ name: String, _ columns: [String], derived: [String] = []) {
        self.name = name
        self.columns = columns
        self.derived = derived
    }

    var upsert: String {
        let changes = (columns + derived).dropFirst().map { "\($0) = excluded.\($0)" }.joined(separator: ", ")
        return "\(insert) ON CONFLICT (\(columns[0])) DO UPDATE SET \(changes)"
    }

    var insert: String {
        let names = columns + derived
        let marks = names.map { _ in "?" }.joined(separator: ", ")
        return "INSERT INTO \(name) (\(names.joined(separator: ", "))) VALUES (\(marks))"
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

    /// Starts at the column `start`.
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

    /// The columns of a table of its own.
    func model<Model>(of record: Record<Model>) throws -> Model {
        defer { position += record.columns.count }
        return try record.model(row, from: position)
    }

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

    /// A list of codes.
    /// - Throws: `StoreError.damaged` when one is none of the type's.
    func codes<Value>(_ parse: (String) -> Value?) throws -> [Value] {
        try JSONText.strings(in: text()).map { code in
            guard let value = parse(code) else { throw StoreError.damaged("\(Value.self): \(code)") }
            return value
        }
    }

    func integers() throws -> [Int] { try JSONText.integers(in: text()) }
}

/// Lists and reasons as JSON text.
enum JSONText {
    static func encode(_ value: some Encodable, isReadable: Bool = false) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        if isReadable { encoder.outputFormatting.insert(.prettyPrinted) }
        return (try? encoder.encode(value)).map { String(decoding: $0, as: UTF8.self) } ?? "null"
    }

    static func decode<Value: Decodable>(_ type: Value.Type, from text: String) throws -> Value {
        try JSONDecoder().decode(type, from: Data(text.utf8))
    }

    /// Slot numbers: digits and commas need no decoder.
    static func integers(in text: String) throws -> [Int] {
        if text == "[]" { return [] }
        var numbers: [Int] = []
        var number = 0
        for byte in text.utf8.dropFirst() {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9") where number < 1_000_000:
                number = number * 10 + Int(byte - UInt8(ascii: "0"))
            case UInt8(ascii: ","), UInt8(ascii: "]"):
                numbers.append(number)
                number = 0
            default:
                return try decode([Int].self, from: text)
            }
        }
        return numbers
    }

    static func integers(_ numbers: [Int]) -> String {
        "[" + numbers.map { String($0) }.joined(separator: ",") + "]"
    }

    /// A list of codes, the same text that `encode` makes of them.
    static func codes(_ codes: [String]) -> String {
        let isPlain = codes.allSatisfy { $0.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x22 && $0 != 0x5C } }
        return isPlain ? "[" + codes.map { "\"\($0)\"" }.joined(separator: ",") + "]" : encode(codes)
    }

    /// Thousands of enterprises are read at once, so plain lists do without a decoder.
    static func strings(in text: String) throws -> [String] {
        if text == "[]" { return [] }
        guard text.hasPrefix("[\""), text.hasSuffix("\"]"), !text.utf8.contains(0x5C) else {
            return try decode([String].self, from: text)
        }
        let items = text.utf8.dropFirst().dropLast().split(separator: 0x2C, omittingEmptySubsequences: false)
        // A comma inside an item breaks its quotes.
        guard items.allSatisfy({ $0.count >= 2 && $0.first == 0x22 && $0.last == 0x22 }) else {
            return try decode([String].self, from: text)
        }
        return items.map { String(Substring($0.dropFirst().dropLast())) }
    }
}

import FairwayCore
import Foundation
import StoreSQL
import TextAnalysis

extension Storable where Self: SQLValueConvertible {
    var stored: [SQLValue] { [sqlValue] }

    init(stored row: Row, at place: Int) throws {
        guard let value = row[place] as Self? else { throw StoreError.damaged("\(Self.self): NULL") }
        self = value
    }
}

extension Int: Storable {}
extension Int64: Storable {}
extension Double: Storable {}
extension Bool: Storable {}
extension String: Storable {}
extension Data: Storable {}

/// NULL in every column.
extension Optional: Storable where Wrapped: Storable {
    static var columns: [String] { Wrapped.columns }

    var stored: [SQLValue] { self?.stored ?? Wrapped.columns.map { _ in .null } }

    init(stored row: Row, at place: Int) throws {
        let isNull = Wrapped.columns.indices.allSatisfy { (row[place + $0] as SQLValue?) == nil }
        self = isNull ? nil : try Wrapped(stored: row, at: place)
    }
}

/// Its raw value.
extension Storable where Self: RawRepresentable, RawValue == String {
    var stored: [SQLValue] { [.text(rawValue)] }

    init(stored row: Row, at place: Int) throws {
        let text = try String(stored: row, at: place)
        guard let value = Self(rawValue: text) else { throw StoreError.damaged("\(Self.self): \(text)") }
        self = value
    }
}

extension Identifier: Storable {
    var stored: [SQLValue] { [.text(code)] }

    init(stored row: Row, at place: Int) throws { self.init(try String(stored: row, at: place)) }
}

/// In composed form, whatever door the texts came by: equal texts are equal bytes.
extension LocalizedText: Storable {
    static let columns = ["_zh", "_ru", "_en"]

    var stored: [SQLValue] {
        [zh, ru, en].map { text in text.map { .text(TextSafety.normalized($0, .text)) } ?? .null }
    }

    init(stored row: Row, at place: Int) throws {
        self.init(zh: row[place], ru: row[place + 1], en: row[place + 2])
    }
}

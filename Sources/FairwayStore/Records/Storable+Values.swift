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

// MARK: - Values that are written as text

/// A value with a text of its own, such as a date or a code.
protocol StoredText: Storable {
    var storedText: String { get }
    init?(storedText: String)
}

extension StoredText {
    var stored: [SQLValue] { [.text(storedText)] }

    init(stored row: Row, at place: Int) throws {
        let text = try String(stored: row, at: place)
        guard let value = Self(storedText: text) else { throw StoreError.damaged("\(Self.self): \(text)") }
        self = value
    }
}

extension CivilDate: StoredText {
    var storedText: String { description }
    init?(storedText: String) { self.init(storedText) }
}

extension ClockTime: StoredText {
    var storedText: String { description }
    init?(storedText: String) { self.init(storedText) }
}

extension HSCode: StoredText {
    var storedText: String { digits }
    init?(storedText: String) { self.init(storedText) }
}

extension GTIN: StoredText {
    var storedText: String { digits }
    init?(storedText: String) { self.init(storedText) }
}

extension Session: Storable {}
extension Agency.Kind: Storable {}
extension Enterprise.Status: Storable {}
extension MeetingRequest.Status: Storable {}
extension Outcome.Kind: Storable {}
extension MinimumOrder.Unit: Storable {}
extension DeliveryTerm.Incoterm: Storable {}

// MARK: - Lists

/// What a list in a column is made of; the list is a JSON array.
protocol StoredItem: Sendable {
    static func text(of items: [Self]) -> String
    /// - Throws: `StoreError.damaged` when one is none of the type's.
    static func items(in text: String) throws -> [Self]
}

extension Array: Storable where Element: StoredItem {
    var stored: [SQLValue] { [.text(Element.text(of: self))] }

    init(stored row: Row, at place: Int) throws {
        self = try Element.items(in: try String(stored: row, at: place))
    }
}

extension Int: StoredItem {
    static func text(of items: [Int]) -> String { JSONText.integers(items) }
    static func items(in text: String) throws -> [Int] { try JSONText.integers(in: text) }
}

/// An item that is a code.
protocol StoredCode: StoredItem {
    var listCode: String { get }
    init?(listCode: String)
}

extension StoredCode {
    static func text(of items: [Self]) -> String { JSONText.codes(items.map(\.listCode)) }

    static func items(in text: String) throws -> [Self] {
        try JSONText.strings(in: text).map { code in
            guard let item = Self(listCode: code) else { throw StoreError.damaged("\(Self.self): \(code)") }
            return item
        }
    }
}

extension String: StoredCode {
    var listCode: String { self }
    init?(listCode: String) { self = listCode }
}

extension Enterprise.Role: StoredCode {
    var listCode: String { rawValue }
    init?(listCode: String) { self.init(rawValue: listCode) }
}

extension Identifier: StoredItem, StoredCode {
    var listCode: String { code }
    init?(listCode: String) { self.init(listCode) }
}

extension LanguageTag: StoredCode {
    var listCode: String { code }
    init?(listCode: String) { self.init(listCode) }
}

/// As `ru-zh`.
extension LanguagePair: StoredCode {
    var listCode: String { description }

    init?(listCode: String) {
        let tags = listCode.split(separator: "-").compactMap { LanguageTag(String($0)) }
        guard tags.count == 2 else { return nil }
        self.init(tags[0], tags[1])
    }
}

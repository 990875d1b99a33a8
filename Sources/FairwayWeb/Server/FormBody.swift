import Foundation
import TextAnalysis

/// The fields of a posted form (WHATWG URL, 5.1), read strictly and within limits: each field once.
struct FormBody: Equatable, Sendable {
    let fields: [String: String]

    /// The form of a profile with all its rows full has about 4,000.
    static let maxFields = 5000
    /// Bytes; a name has a code of up to 64 in it.
    static let maxName = 200
    /// Bytes; the longest text of a form has 2,000 characters of up to four.
    static let maxValue = 64 * 1024
    private static let maxShown = 40
    private static let maxMarks = StreamSafeText.maxMarks

    /// Whether a content type is that of a form; a body without one is taken for one.
    static func isForm(_ contentType: String?) -> Bool {
        guard let contentType else { return true }
        let type = contentType.prefix { $0 != ";" }.trimmingCharacters(in: .whitespaces)
        return type.lowercased() == "application/x-www-form-urlencoded"
    }

    init(_ body: some Collection<UInt8>) throws(FormError) {
        var fields: [String: String] = [:]
        var rest = Array(body)[...]
        while !rest.isEmpty {
            let field = rest.prefix { $0 != UInt8(ascii: "&") }
            rest = rest.dropFirst(field.count + 1)
            guard !field.isEmpty else { continue }
            guard fields.count < Self.maxFields else { throw .tooManyFields(most: Self.maxFields) }
            let (name, value) = try Self.field(field)
            guard fields.updateValue(value, forKey: name) == nil else {
                throw .repeated(field: Self.shown(name))
            }
        }
        self.fields = fields
    }

    private static func field(_ bytes: ArraySlice<UInt8>) throws(FormError) -> (name: String, value: String) {
        let raw = bytes.prefix { $0 != UInt8(ascii: "=") }
        guard raw.count <= 3 * maxName else { throw .nameTooLong(most: maxName) }
        guard let name = decoded(raw) else {
            throw .malformed(field: shown(String(decoding: raw, as: UTF8.self)))
        }
        guard name.utf8.count <= maxName else { throw .nameTooLong(most: maxName) }
        guard StreamSafeText.isSafe(name) else { throw .tooManyMarks(field: "", most: maxMarks) }
        guard !isList(name) else { throw .list(field: shown(name)) }
        guard let value = decoded(bytes.dropFirst(raw.count + 1)) else {
            throw .malformed(field: shown(name))
        }
        guard value.utf8.count <= maxValue else { throw .valueTooLong(field: shown(name), most: maxValue) }
        guard StreamSafeText.isSafe(value) else {
            throw .tooManyMarks(field: shown(name), most: maxMarks)
        }
        return (name, value)
    }

    /// - Returns: nil for a percent sign without two digits after it, for bytes that are no UTF-8, and for a zero byte, which
    ///   no text has.
    private static func decoded(_ bytes: ArraySlice<UInt8>) -> String? {
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count)
        var place = bytes.startIndex
        while place < bytes.endIndex {
            switch bytes[place] {
            case UInt8(ascii: "%"):
                guard place + 2 < bytes.endIndex, let high = digit(bytes[place + 1]),
                    let low = digit(bytes[place + 2])
                else { return nil }
                text.append(high << 4 | low)
                place += 2
            case UInt8(ascii: "+"): text.append(UInt8(ascii: " "))
            case let byte: text.append(byte)
            }
            place += 1
        }
        return text.contains(0) ? nil : String(validating: text, as: UTF8.self)
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
        default: nil
        }
    }

    /// Whether a name is what other programs make lists of, such as `name[]` or `name[key]`.
    ///
    /// Names of ours that end with a code have hyphens before it.
    private static func isList(_ name: String) -> Bool {
        guard name.hasSuffix("]"), let bracket = name.firstIndex(of: "[") else { return false }
        return name[..<bracket].allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") }
    }

    private static func shown(_ name: String) -> String { String(name.prefix(maxShown)) }
}

import FairwayCore
import TextAnalysis

/// Reads JSON text (RFC 8259) in UTF-8, strictly and within limits; a name comes once in an object.
struct JSONReader {
    /// Lists and objects within each other; a request has four.
    static let maxDepth = 32
    /// The largest body that a request can have is a table of 2,000 rows of 24 cells.
    static let maxValues = 200_000
    /// Members of one object; the largest that a request has are the rows of tables, of 24 cells.
    static let maxMembers = 1000
    /// Bytes of a number.
    private static let maxNumber = 40
    private static let maxShown = 40

    private let bytes: [UInt8]
    private var place = 0
    private var values = 0

    static func value(of bytes: [UInt8]) throws(JSONError) -> JSONValue {
        guard String(validating: bytes, as: UTF8.self) != nil else { throw .malformed(at: 0) }
        var reader = JSONReader(bytes: bytes)
        let value = try reader.value(depth: 0)
        reader.skipBlanks()
        guard reader.place == bytes.count else { throw .malformed(at: reader.place) }
        return value
    }

    private init(bytes: [UInt8]) { self.bytes = bytes }

    private var next: UInt8? { place < bytes.count ? bytes[place] : nil }

    private mutating func skipBlanks() {
        while let byte = next, byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D { place += 1 }
    }

    /// Passes over a byte if it is next.
    private mutating func takes(_ byte: UnicodeScalar) -> Bool {
        guard next == UInt8(ascii: byte) else { return false }
        place += 1
        return true
    }

    private mutating func expect(_ byte: UnicodeScalar) throws(JSONError) {
        guard takes(byte) else { throw .malformed(at: place) }
    }

    private mutating func value(depth: Int) throws(JSONError) -> JSONValue {
        values += 1
        guard values <= Self.maxValues else { throw .tooManyValues(most: Self.maxValues) }
        skipBlanks()
        switch next {
        case UInt8(ascii: "{"): return try object(depth: depth + 1)
        case UInt8(ascii: "["): return try array(depth: depth + 1)
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "t"): return try word("true", .bool(true))
        case UInt8(ascii: "f"): return try word("false", .bool(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        default: return try number()
        }
    }

    private mutating func word(_ text: StaticString, _ value: JSONValue) throws(JSONError) -> JSONValue {
        let end = place + text.utf8CodeUnitCount
        guard end <= bytes.count, text.withUTF8Buffer({ $0.elementsEqual(bytes[place..<end]) }) else {
            throw .malformed(at: place)
        }
        place = end
        return value
    }

    private mutating func array(depth: Int) throws(JSONError) -> JSONValue {
        guard depth <= Self.maxDepth else { throw .tooDeep(most: Self.maxDepth) }
        place += 1
        var items: [JSONValue] = []
        skipBlanks()
        if takes("]") { return .array(items) }
        repeat {
            items.append(try value(depth: depth))
            skipBlanks()
        } while takes(",")
        try expect("]")
        return .array(items)
    }

    /// Members come out by name, whatever their order: two bodies that say the same are the same.
    ///
    /// Names are compared as bytes (RFC 8259, 8.3): Swift takes texts for equal that Unicode does, and to find that out of
    /// tens of thousands of a stranger's names takes seconds.
    private mutating func object(depth: Int) throws(JSONError) -> JSONValue {
        guard depth <= Self.maxDepth else { throw .tooDeep(most: Self.maxDepth) }
        place += 1
        var members: [JSONValue.Member] = []
        skipBlanks()
        if takes("}") { return .object(members) }
        repeat {
            skipBlanks()
            guard next == UInt8(ascii: "\"") else { throw .malformed(at: place) }
            guard members.count < Self.maxMembers else {
                throw .tooManyMembers(at: place, most: Self.maxMembers)
            }
            let name = try string()
            skipBlanks()
            try expect(":")
            members.append(.init(name: name, value: try value(depth: depth)))
            skipBlanks()
        } while takes(",")
        try expect("}")
        members.sort { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
        for (one, other) in zip(members, members.dropFirst())
        where one.name.utf8.elementsEqual(other.name.utf8) {
            throw .repeatedName(String(one.name.prefix(Self.maxShown)))
        }
        return .object(members)
    }
}

// MARK: - Texts and numbers

extension JSONReader {
    private mutating func string() throws(JSONError) -> String {
        let start = place
        place += 1
        var text: [UInt8] = []
        while let byte = next {
            place += 1
            switch byte {
            case UInt8(ascii: "\""):
                guard StreamSafeText.isSafe(utf8: text) else {
                    throw .tooManyMarks(at: start, most: StreamSafeText.maxMarks)
                }
                return String(decoding: text, as: UTF8.self)
            case UInt8(ascii: "\\"): try escape(&text)
            case 0..<0x20: throw .malformed(at: place - 1)
            default: text.append(byte)
            }
        }
        throw .malformed(at: place)
    }

    private mutating func escape(_ text: inout [UInt8]) throws(JSONError) {
        guard let byte = next else { throw .malformed(at: place) }
        place += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(byte)
        case UInt8(ascii: "b"): text.append(0x08)
        case UInt8(ascii: "f"): text.append(0x0C)
        case UInt8(ascii: "n"): text.append(0x0A)
        case UInt8(ascii: "r"): text.append(0x0D)
        case UInt8(ascii: "t"): text.append(0x09)
        case UInt8(ascii: "u"): text += Array(String(Character(try scalar())).utf8)
        default: throw .malformed(at: place - 1)
        }
    }

    /// What follows `\u`; a scalar beyond the first plane is a pair of them.
    private mutating func scalar() throws(JSONError) -> UnicodeScalar {
        let start = place
        let first = try unit()
        var value = first
        if (0xD800..<0xDC00).contains(first) {
            guard takes("\\"), takes("u") else { throw .malformed(at: start) }
            let second = try unit()
            guard (0xDC00..<0xE000).contains(second) else { throw .malformed(at: start) }
            value = 0x10000 + (first - 0xD800) << 10 + (second - 0xDC00)
        }
        guard let scalar = UnicodeScalar(value) else { throw .malformed(at: start) }
        return scalar
    }

    private mutating func unit() throws(JSONError) -> UInt32 {
        var value: UInt32 = 0
        for _ in 0..<4 {
            guard let byte = next, let digit = Character(UnicodeScalar(byte)).hexDigitValue else {
                throw .malformed(at: place)
            }
            value = value << 4 | UInt32(digit)
            place += 1
        }
        return value
    }

    /// A number that is whole is an integer, however it is written: 1.0 and 1e2 are.
    private mutating func number() throws(JSONError) -> JSONValue {
        let start = place
        _ = takes("-")
        if !takes("0") { try digits() }
        var isWhole = true
        if takes(".") {
            isWhole = false
            try digits()
        }
        if takes("e") || takes("E") {
            isWhole = false
            if !takes("+") { _ = takes("-") }
            try digits()
        }
        guard place - start <= Self.maxNumber else { throw .numberOutOfRange(at: start) }
        let text = String(decoding: bytes[start..<place], as: UTF8.self)
        if isWhole {
            guard let number = Int(text, in: .min ... .max) else { throw .numberOutOfRange(at: start) }
            return .integer(number)
        }
        let greatest = Double.greatestFiniteMagnitude
        guard let number = Double(text, in: -greatest...greatest) else { throw .numberOutOfRange(at: start) }
        let isExact = number.magnitude <= 0x1p53 && number == number.rounded()
        return isExact ? .integer(Int(number)) : .number(number)
    }

    private mutating func digits() throws(JSONError) {
        let start = place
        while let byte = next, byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") { place += 1 }
        guard place > start else { throw .malformed(at: place) }
    }
}

import CExpat
import FairwayCore
import Glibc
import TextAnalysis

/// Reads XML as a stream of events (expat); namespaces' prefixes are dropped.
///
/// Strangers' files are read: there are limits to how deep elements lie in each other, how many there are and how long a
/// tag or comment is, and no document type is taken, so that there are no entities to expand.
final class XMLReader {
    typealias Start = (_ name: String, _ attributes: XMLAttributes) throws(TableError) -> Void
    typealias End = (_ name: String) throws(TableError) -> Void
    typealias Text = (UnsafeBufferPointer<CChar>) throws(TableError) -> Void

    /// Parts of a workbook have about ten levels.
    static let maxDepth = 64
    /// Expat reads what is not whole yet again from its start with every piece that comes: a comment of megabytes takes
    /// the square of its length.
    static let maxTagBytes = 256 << 10

    private let parser: OpaquePointer
    private let budget: TableBudget
    private let onStart: Start
    private let onEnd: End
    private let onText: Text
    private var depth = 0
    private var received = 0
    private var failure: TableError?

    init(
        _ budget: TableBudget,
        onStart: @escaping Start,
        onEnd: @escaping End = { _ throws(TableError) in },
        onText: @escaping Text = { _ throws(TableError) in }
    ) throws(TableError) {
        guard let parser = XML_ParserCreate(nil) else { throw .damaged }
        self.parser = parser
        self.budget = budget
        self.onStart = onStart
        self.onEnd = onEnd
        self.onText = onText
        XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
        XML_SetElementHandler(
            parser,
            { user, name, attributes in
                guard let name else { return }
                XMLReader.of(user)?.start(name, attributes)
            },
            { user, name in
                guard let name else { return }
                XMLReader.of(user)?.end(name)
            }
        )
        XML_SetCharacterDataHandler(parser) { user, text, length in
            guard let text else { return }
            XMLReader.of(user)?.text(UnsafeBufferPointer(start: text, count: Int(length)))
        }
        XML_SetStartDoctypeDeclHandler(parser) { user, _, _, _, _ in
            XMLReader.of(user)?.stop(.beyond(.init(.declarations, most: 0)))
        }
    }

    deinit { XML_ParserFree(parser) }

    /// - Throws: `TableError`; the reader is of no use after it.
    func parse(_ bytes: UnsafeBufferPointer<CChar>, isLast: Bool) throws(TableError) {
        received += bytes.count
        let status = XML_Parse(parser, bytes.baseAddress, Int32(bytes.count), isLast ? 1 : 0)
        if let failure { throw failure }
        guard status == XML_STATUS_OK else { throw .damaged }
        let read = max(0, Int(XML_GetCurrentByteIndex(parser)))
        guard received - read <= Self.maxTagBytes + bytes.count else {
            throw .beyond(.init(.tagBytes, most: Self.maxTagBytes))
        }
    }

    private static func of(_ user: UnsafeMutableRawPointer?) -> XMLReader? {
        user.map { Unmanaged<XMLReader>.fromOpaque($0).takeUnretainedValue() }
    }

    private func start(_ name: UnsafePointer<CChar>, _ list: UnsafeMutablePointer<UnsafePointer<CChar>?>?) {
        guarded { () throws(TableError) in
            depth += 1
            guard depth <= Self.maxDepth else { throw .beyond(.init(.depth, most: Self.maxDepth)) }
            try budget.takeElement()
            try Self.check(name, list)
            try onStart(Self.localName(name), XMLAttributes(list: list))
        }
    }

    private func end(_ name: UnsafePointer<CChar>) {
        guarded { () throws(TableError) in
            depth -= 1
            try onEnd(Self.localName(name))
        }
    }

    private func text(_ text: UnsafeBufferPointer<CChar>) {
        guarded { () throws(TableError) in try onText(text) }
    }

    /// No error passes through the C library: it is kept, and parsing stops.
    ///
    /// Some events may still come after that.
    private func guarded(_ event: () throws(TableError) -> Void) {
        guard failure == nil else { return }
        do {
            try event()
        } catch {
            stop(error)
        }
    }

    private func stop(_ error: TableError) {
        failure = failure ?? error
        XML_StopParser(parser, 0)
    }

    private static func check(
        _ name: UnsafePointer<CChar>,
        _ list: UnsafeMutablePointer<UnsafePointer<CChar>?>?
    ) throws(TableError) {
        try check(name)
        var next = list
        while let text = next?.pointee {
            try check(text)
            next = next?.advanced(by: 1)
        }
    }

    private static func check(_ text: UnsafePointer<CChar>) throws(TableError) {
        let isSafe = UnsafeBufferPointer(start: text, count: strlen(text)).withMemoryRebound(to: UInt8.self) {
            StreamSafeText.isSafe(utf8: $0)
        }
        guard isSafe else { throw .beyond(.init(.marks, most: StreamSafeText.maxMarks)) }
    }

    private static func localName(_ name: UnsafePointer<CChar>) -> String {
        strrchr(name, CInt(UInt8(ascii: ":"))).map { String(cString: $0 + 1) } ?? String(cString: name)
    }
}

/// The attributes of an element, looked up where the parser has them: only valid while the element's start is handled.
struct XMLAttributes {
    /// Names and values in turn, ended by a null pointer.
    fileprivate let list: UnsafeMutablePointer<UnsafePointer<CChar>?>?

    subscript(name: String) -> String? {
        first { strcmp($0, name) == 0 }
    }

    /// The value of the first attribute with the ending, whatever the prefix before it.
    func first(endingWith ending: String) -> String? {
        first { name in
            let (length, own) = (strlen(name), ending.utf8.count)
            return length >= own && strcmp(name + (length - own), ending) == 0
        }
    }

    private func first(_ isWanted: (UnsafePointer<CChar>) -> Bool) -> String? {
        guard let list else { return nil }
        var index = 0
        while let name = list[index], let value = list[index + 1] {
            if isWanted(name) { return String(cString: value) }
            index += 2
        }
        return nil
    }
}

/// The text of an element as it comes, piece by piece, as much as any cell may have.
struct XMLText {
    /// One byte more than 32,767 characters of four: what is longer is reported as too long, and never whole in memory.
    static let maxBytes = 4 * RowCells.longestText + 1

    private var bytes: [UInt8] = []

    mutating func clear() { bytes.removeAll(keepingCapacity: true) }

    mutating func append(_ text: UnsafeBufferPointer<CChar>) {
        let room = Self.maxBytes - bytes.count
        guard room > 0 else { return }
        bytes.append(contentsOf: text.prefix(room).lazy.map { UInt8(bitPattern: $0) })
    }

    var string: String { String(decoding: bytes, as: UTF8.self) }
}

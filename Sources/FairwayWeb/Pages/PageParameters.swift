import Foundation
import Hummingbird

/// The query of a request: the fields that are filled.
struct PageParameters: Sendable {
    private let values: [(name: String, value: String)]

    init(_ request: Request) { self.init(query: request.uri.query ?? "") }

    init(query: String) {
        values = query.split(separator: "&").map { field in
            let sides = field.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            return (Self.decoded(sides[0]), sides.count == 2 ? Self.decoded(sides[1]) : "")
        }.filter { !$0.1.isEmpty }
    }

    /// Fields of an address; the search with every list narrowed has some dozens.
    static let maxFields = 200

    /// Bytes of a query as links write it: a page with facets repeats it a hundred times, and each sign may become three.
    static let maxBytes = 4096

    /// - Throws: `FormError` for an address with more in it than any link of ours has.
    static func check(_ request: Request) throws(FormError) {
        let query = request.uri.query ?? ""
        let separators = query.utf8.count { $0 == UInt8(ascii: "&") }
        guard separators < maxFields else { throw .tooManyFields(most: maxFields) }
        let marks = Set("%&=+".utf8)
        let bytes = query.utf8.reduce(0) { $0 + (isPlain($1) || marks.contains($1) ? 1 : 3) }
        guard bytes <= maxBytes else { throw .addressTooLong(most: maxBytes) }
    }

    /// What needs no escape anywhere (RFC 3986, 2.3).
    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
            UInt8(ascii: "_"), UInt8(ascii: "~"):
            true
        default: false
        }
    }

    /// Browsers send a space of a form as "+" (WHATWG URL, 5.1).
    private static func decoded(_ text: Substring) -> String {
        let spaced = String(text).replacing("+", with: " ")
        return spaced.removingPercentEncoding ?? spaced
    }

    subscript(name: String) -> String? { values.first { $0.name == name }?.value }

    /// All values of a field, in order.
    func all(_ name: String) -> [String] { values.filter { $0.name == name }.map(\.value) }

    /// The same query with a value of a list added, or taken away when it is there; on the first page.
    func query(toggling name: String, _ value: String) -> String {
        let rest = values.filter { $0.name != "page" && !($0.name == name && $0.value == value) }
        let isThere = values.contains { $0.name == name && $0.value == value }
        return (isThere ? rest : rest + [(name, value)])
            .map { "\(Self.encoded($0.name))=\(Self.encoded($0.value))" }.joined(separator: "&")
    }

    /// The same query with one field changed.
    func query(replacing name: String, with value: String) -> String {
        (values.filter { $0.name != name } + [(name, value)])
            .map { "\(Self.encoded($0.name))=\(Self.encoded($0.value))" }.joined(separator: "&")
    }

    /// The whole query.
    func query() -> String {
        values.map { "\(Self.encoded($0.name))=\(Self.encoded($0.value))" }.joined(separator: "&")
    }

    private static let hex = Array("0123456789ABCDEF".utf8)

    static func encoded(_ text: String) -> String {
        // A page with facets writes hundreds of links: no library for each.
        var bytes: [UInt8] = []
        for byte in text.utf8 {
            if isPlain(byte) {
                bytes.append(byte)
            } else {
                bytes += [UInt8(ascii: "%"), Self.hex[Int(byte >> 4)], Self.hex[Int(byte & 15)]]
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

/// Links to the other pages of a list.
struct Pager {
    let page: Int
    let pages: Int
    let parameters: PageParameters
    let path: String

    var model: [String: Any] {
        func link(_ number: Int) -> String {
            "\(path)?\(parameters.query(replacing: "page", with: String(number)))"
        }
        let near = Set([1, 2, page - 1, page, page + 1, pages - 1, pages]).filter { (1...pages).contains($0) }
            .sorted()
        var entries: [[String: Any]] = []
        for (index, number) in near.enumerated() {
            if index > 0, near[index - 1] + 1 < number { entries.append(["isGap": true, "number": "…"]) }
            entries.append([
                "number": number, "link": link(number), "isCurrent": number == page, "isGap": false,
            ])
        }
        return [
            "isNeeded": pages > 1, "entries": entries, "hasPrevious": page > 1, "hasNext": page < pages,
            "previous": link(max(1, page - 1)), "next": link(min(pages, page + 1)),
        ]
    }
}

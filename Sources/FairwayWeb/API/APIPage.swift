import Foundation

/// A part of a list and where the next one begins.
struct APIPage<Value> {
    let items: [Value]
    /// What the cursor of the next page holds; nil on the last.
    let next: [String]?

    static func schema(_ shape: APIShape<Value>) -> APISchema {
        .named(
            shape.name + "Page",
            .object([
                .required("items", .list(shape.schema, most: 200, isUnique: false)),
                .required(
                    "next",
                    .nullable(.text(format: "uri-reference")),
                    "The address of the next page; null on the last."
                ),
            ])
        )
    }

    /// The part of `all` that a request asks for.
    ///
    /// For lists that are short or of one sitting; what grows with the expo is read page by page.
    /// - Parameter key: By which the items are ordered, no two alike.
    init(of all: [Value], for request: APIRequest, by key: (Value) -> ListKey) throws {
        let after = try request.position()
        var rest = all.map { (key: key($0), value: $0) }
        if let after { rest.removeAll { $0.key <= after } }
        rest.sort { $0.key < $1.key }
        items = rest.prefix(request.limit).map(\.value)
        next = rest.count > items.count ? rest[items.count - 1].key.texts : nil
    }

    /// Of one item more than was asked for, if there is one.
    init(upTo limit: Int, of found: [Value], by key: (Value) -> ListKey) {
        self.init(upTo: limit, of: found) { key($0).texts }
    }

    /// Of one item more than was asked for, if there is one.
    init(upTo limit: Int, of found: [Value], by key: (Value) -> [String]) {
        items = Array(found.prefix(limit))
        next = found.count > limit ? items.last.map(key) : nil
    }

    init(items: [Value] = [], next: [String]? = nil) { (self.items, self.next) = (items, next) }

    func answer(to request: APIRequest, _ shape: APIShape<Value>) -> APIAnswer {
        let link = next.map { key in
            let cursor = APICursor.text([request.endpoint.name] + key)
            return "\(request.path)?\(request.query.query(replacing: "cursor", with: cursor))"
        }
        let body: JSONValue = [
            "items": .array(items.map(shape.json)), "next": .optional(link) { .string($0) },
        ]
        return APIAnswer(body, headers: link.map { ["Link": "<\($0)>; rel=\"next\""] } ?? [:])
    }
}

/// Cursors: JSON lists in the URL-safe alphabet of Base64, opaque to everyone else.
enum APICursor {
    static func text(_ key: [String]) -> String {
        Data(JSONValue.strings(key).description.utf8).base64EncodedString()
            .replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }

    static func key(_ text: String) -> [String]? {
        let plain = text.replacing("-", with: "+").replacing("_", with: "/")
        let padded = plain + String(repeating: "=", count: (4 - plain.count % 4) % 4)
        guard let data = Data(base64Encoded: padded), let items = try? JSONValue(parsing: data).items else {
            return nil
        }
        let key = items.compactMap(\.text)
        return key.count == items.count ? key : nil
    }
}

extension APIRequest {
    /// Behind what the page begins; nil on the first.
    /// - Throws: `APIProblem` when the cursor is of another list.
    func position() throws -> ListKey? {
        guard let text = text("cursor") else { return nil }
        guard let parts = APICursor.key(text), parts.first == endpoint.name,
            let key = ListKey(Array(parts.dropFirst()))
        else { throw APIProblem(.unknownCursor) }
        return key
    }

    /// The same, read as a list's own keys are.
    /// - Throws: `APIProblem` when it is none of those.
    func position<Value>(_ read: (ListKey) -> Value?) throws -> Value? {
        guard let key = try position() else { return nil }
        guard let value = read(key) else { throw APIProblem(.unknownCursor) }
        return value
    }

    /// What the cursor holds; nil on the first page.
    /// - Throws: `APIProblem` when it is of another list.
    func cursor(parts: Int = 1) throws -> [String]? {
        guard let text = text("cursor") else { return nil }
        guard let key = APICursor.key(text), key.count == parts + 1, key[0] == endpoint.name else {
            throw APIProblem(.unknownCursor)
        }
        return Array(key.dropFirst())
    }
}

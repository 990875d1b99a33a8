import FairwayCore
import HTTPTypes

/// A value that a request brings beside its body.
struct APIParameter: Sendable {
    enum Place: String, Sendable {
        case path, query, header
    }

    let name: String
    let place: Place
    let schema: APISchema
    var isRequired = false
    let about: String
    var example: String?

    static func query(_ name: String, _ schema: APISchema, _ about: String) -> Self {
        Self(name: name, place: .query, schema: schema, about: about)
    }

    /// Each name of a path in braces; an unknown one is answered by 404 whatever it looks like.
    static func path(_ name: String) -> Self {
        Self(
            name: name,
            place: .path,
            schema: .string(.line, length: 1...64),
            isRequired: true,
            about: "The code of the \(name)."
        )
    }

    static let limit = query("limit", .integer(1...200), "How many items at most; 50 if not said.")
    static let cursor = query(
        "cursor",
        .string(.cursor, length: 1...600),
        "Where the page begins, from the link `next` of the page before; another one is answered by 404."
    )
    static let ifNoneMatch = Self(
        name: "If-None-Match",
        place: .header,
        schema: .string(.anything, length: 1...200),
        about: "An ETag: 304 when nothing has changed."
    )
    static let ifMatch = Self(
        name: "If-Match",
        place: .header,
        schema: .string(.anything, length: 1...200),
        isRequired: true,
        about: "The ETag of what was read, so that nobody's change is lost; * for whatever is there.",
        example: "*"
    )
    static let registrationKey = Self(
        name: "Registration-Key",
        place: .header,
        schema: .string(.key, length: 8...200),
        isRequired: true,
        about: "The key of the registration; an unknown one is answered by 404."
    )
    static let idempotencyKey = Self(
        name: "Idempotency-Key",
        place: .header,
        schema: .string(.key, length: 8...64),
        about:
            "The same key and body within a day get the first answer again; the same key with another body, 422."
    )

    /// The value of the schema's type that a text stands for; nil when there is none.
    func value(of text: String) -> JSONValue? {
        switch schema {
        case .integer:
            guard text.wholeMatch(of: /-?[0-9]{1,18}/) != nil else { return nil }
            return Int(text, in: .min ... .max).map { .integer($0) }
        case .boolean: return text == "true" ? true : text == "false" ? false : nil
        default: return .string(text)
        }
    }

    /// What to say of a text that is of another type.
    var typeFault: APIFault {
        let reason: APIFault.Reason = if case .boolean = schema { .notBoolean } else { .notInteger }
        return APIFault(place: .parameter(name), reason: reason)
    }

    func faults(in value: JSONValue) -> [APIFault] {
        // What one asks with is shown to nobody, so it can deceive nobody.
        schema.faults(in: value).filter { $0.reason != .unsafeText }.map { fault in
            APIFault(place: .parameter(name), reason: fault.reason, argument: fault.argument)
        }
    }
}

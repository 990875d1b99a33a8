import FairwayCore

/// How values of a type are written in the API: schema and JSON come from the same list of fields.
struct APIShape<Value>: Sendable {
    struct Field: Sendable {
        let name: String
        let schema: APISchema
        let about: String?
        let value: @Sendable (Value) -> JSONValue
    }

    let name: String
    let fields: [Field]

    init(_ name: String, _ fields: [Field]) {
        self.name = name
        self.fields = fields
    }

    /// Every field is always there; what is not known is null.
    var schema: APISchema {
        .named(name, .object(fields.map { .required($0.name, $0.schema, $0.about) }))
    }

    func json(_ value: Value) -> JSONValue {
        .object(fields.map { .init(name: $0.name, value: $0.value(value)) })
    }
}

extension APIShape.Field {
    /// A field with any schema.
    static func field(
        _ name: String,
        _ schema: APISchema,
        _ about: String? = nil,
        _ value: @escaping @Sendable (Value) -> JSONValue
    ) -> Self {
        Self(name: name, schema: schema, about: about, value: value)
    }

    /// A text, null when there is none.
    static func text(
        _ name: String,
        format: String? = nil,
        _ about: String? = nil,
        _ value: @escaping @Sendable (Value) -> String?
    ) -> Self {
        Self(name: name, schema: .nullable(.text(format: format)), about: about) {
            .optional(value($0)) { .string($0) }
        }
    }

    /// A code, always there.
    static func code(_ name: String, _ about: String? = nil, _ value: @escaping @Sendable (Value) -> String)
        -> Self
    {
        Self(name: name, schema: .givenCode, about: about) { .string(value($0)) }
    }

    static func choice(
        _ name: String,
        _ values: [String],
        _ about: String? = nil,
        _ value: @escaping @Sendable (Value) -> String
    ) -> Self {
        Self(name: name, schema: .choice(values), about: about) { .string(value($0)) }
    }

    static func codes(
        _ name: String,
        _ about: String? = nil,
        _ value: @escaping @Sendable (Value) -> [String]
    ) -> Self {
        Self(name: name, schema: .list(.givenCode, most: nil, isUnique: false), about: about) {
            .strings(value($0))
        }
    }

    static func integer(_ name: String, _ about: String? = nil, _ value: @escaping @Sendable (Value) -> Int)
        -> Self
    {
        Self(name: name, schema: .integer(0...APIShapes.most), about: about) { .integer(value($0)) }
    }

    static func localized(
        _ name: String,
        _ about: String? = nil,
        _ value: @escaping @Sendable (Value) -> LocalizedText
    ) -> Self {
        Self(name: name, schema: APIShapes.localized.schema, about: about) {
            APIShapes.localized.json(value($0))
        }
    }
}

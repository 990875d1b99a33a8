extension APISchema {
    /// The schema in the words of JSON Schema 2020-12; named ones as references.
    var document: JSONValue {
        switch self {
        case .string(let form, let length):
            var members: [JSONValue.Member] = [
                .init(name: "type", value: "string"),
                .init(name: "minLength", value: .integer(length.lowerBound)),
                .init(name: "maxLength", value: .integer(length.upperBound)),
            ]
            if form == .date { members.append(.init(name: "format", value: "date")) }
            if !form.pattern.isEmpty { members.append(.init(name: "pattern", value: .string(form.pattern))) }
            return .object(members)
        case .text(let format):
            guard let format else { return ["type": "string"] }
            return ["type": "string", "format": .string(format)]
        case .integer(let range):
            return [
                "type": "integer", "minimum": .integer(range.lowerBound),
                "maximum": .integer(range.upperBound),
            ]
        case .number: return ["type": "number"]
        case .boolean: return ["type": "boolean"]
        case .oneOf(let values): return ["type": "integer", "enum": .array(values.map { .integer($0) })]
        case .choice(let values): return ["type": "string", "enum": .strings(values)]
        case .list(let schema, let most, let isUnique):
            var members: [JSONValue.Member] = [
                .init(name: "type", value: "array"), .init(name: "items", value: schema.document),
            ]
            if let most { members.append(.init(name: "maxItems", value: .integer(most))) }
            if isUnique { members.append(.init(name: "uniqueItems", value: true)) }
            return .object(members)
        case .object(let fields): return Self.object(fields)
        case .nullable(let schema): return ["anyOf": [schema.document, ["type": "null"]]]
        case .named(let name, _): return ["$ref": .string("#/components/schemas/\(name)")]
        case .anyObject: return ["type": "object"]
        }
    }

    private static func object(_ fields: [Field]) -> JSONValue {
        let properties = fields.map { field in
            var value = field.schema.document
            if let about = field.about, case .object(let members) = value {
                value = .object(members + [.init(name: "description", value: .string(about))])
            }
            return JSONValue.Member(name: field.name, value: value)
        }
        return [
            "type": "object",
            "properties": .object(properties),
            "required": .strings(fields.filter(\.isRequired).map(\.name)),
            "additionalProperties": false,
        ]
    }

    /// The named schemas in this one, itself included.
    var named: [String: APISchema] {
        switch self {
        case .named(let name, let schema): schema.named.merging([name: schema]) { first, _ in first }
        case .nullable(let schema), .list(let schema, _, _): schema.named
        case .object(let fields):
            fields.reduce(into: [:]) { $0.merge($1.schema.named) { first, _ in first } }
        default: [:]
        }
    }
}

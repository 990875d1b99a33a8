import FairwayCore
import HTTPTypes

/// The endpoints in the words of OpenAPI 3.1.
struct OpenAPIDocument: Sendable {
    let endpoints: [APIEndpoint]

    var json: JSONValue {
        var paths: [JSONValue.Member] = []
        for path in uniquePaths {
            let operations = endpoints.filter { $0.path == path }.map {
                JSONValue.Member(name: $0.method.rawValue.lowercased(), value: operation($0))
            }
            paths.append(.init(name: path, value: .object(operations)))
        }
        return [
            "openapi": "3.1.0",
            "info": [
                "title": "Fairway", "version": "1",
                "description": .string(
                    "Registrations, requests and the programme of an expo. Texts come in zh, ru and en; "
                        + "codes and field names are never translated. Problems are told in the language of "
                        + "Accept-Language."
                ),
            ],
            "paths": .object(paths),
            "components": [
                "schemas": .object(schemas.sorted { $0.key < $1.key }.map(schema)),
                "securitySchemes": [
                    "token": ["type": "http", "scheme": "bearer", "description": "A personal access token."]
                ],
            ],
        ]
    }

    private var uniquePaths: [String] {
        endpoints.map(\.path).reduce(into: []) { paths, path in
            if !paths.contains(path) { paths.append(path) }
        }
    }

    private var schemas: [String: APISchema] {
        endpoints.flatMap { [$0.answer] + ($0.body.map { [$0.schema] } ?? []) }
            .reduce(into: APIProblem.schema.named) { $0.merge($1.named) { first, _ in first } }
    }

    private func schema(_ name: String, _ schema: APISchema) -> JSONValue.Member {
        guard case .named(_, let inner) = schema else { return .init(name: name, value: schema.document) }
        return .init(name: name, value: inner.document)
    }

    private func operation(_ endpoint: APIEndpoint) -> JSONValue {
        var members: [JSONValue.Member] = [
            .init(name: "operationId", value: .string(endpoint.name)),
            .init(name: "summary", value: .string(endpoint.summary)),
            .init(name: "description", value: .string(Self.rights(of: endpoint))),
            .init(name: "security", value: Self.security(of: endpoint)),
            .init(name: "parameters", value: .array(endpoint.allParameters.map(Self.parameter))),
        ]
        if let body = endpoint.body {
            let content = body.mediaTypes.map {
                JSONValue.Member(name: $0, value: ["schema": body.schema.document, "example": body.example])
            }
            members.append(
                .init(name: "requestBody", value: ["required": true, "content": .object(content)])
            )
        }
        members.append(.init(name: "responses", value: Self.responses(of: endpoint)))
        return .object(members)
    }

    private static func rights(of endpoint: APIEndpoint) -> String {
        let scope = endpoint.scope.map { "Scope of the token: `\($0.rawValue)`." } ?? "Any token."
        let who =
            switch endpoint.right {
            case .anyone: "Open to everyone."
            case .signedIn: "For everyone with an account."
            case .enterprise: "For the enterprise, the agency that leads it, and the organiser."
            case .delegation: "For the agency that leads the delegation, and the organiser."
            case .interpreter: "For the interpreter and the organiser."
            case .parts(let roles): "For: \(roles.map(\.rawValue).joined(separator: ", "))."
            default: "For those whose own it is."
            }
        return "\(who) \(scope)"
    }

    private static func security(of endpoint: APIEndpoint) -> JSONValue {
        let token: JSONValue = ["token": []]
        return endpoint.right == .anyone ? [[:], token] : [token]
    }

    private static func parameter(_ parameter: APIParameter) -> JSONValue {
        var members: [JSONValue.Member] = [
            .init(name: "name", value: .string(parameter.name)),
            .init(name: "in", value: .string(parameter.place.rawValue)),
            .init(name: "required", value: .bool(parameter.isRequired)),
            .init(name: "description", value: .string(parameter.about)),
            .init(name: "schema", value: parameter.schema.document),
        ]
        if let example = parameter.example { members.append(.init(name: "example", value: .string(example))) }
        return .object(members)
    }

    private static func responses(of endpoint: APIEndpoint) -> JSONValue {
        var answer: [JSONValue.Member] = [
            .init(name: "description", value: "As asked."),
            .init(name: "content", value: ["application/json": ["schema": endpoint.answer.document]]),
        ]
        if endpoint.hasVersion {
            let header: JSONValue = ["ETag": ["required": true, "schema": ["type": "string"]]]
            answer.append(.init(name: "headers", value: header))
        }
        var members: [JSONValue.Member] = [
            .init(name: "\(endpoint.status.code)", value: .object(answer))
        ]
        if let (status, meaning) = endpoint.otherStatus {
            let content: JSONValue = ["application/json": ["schema": endpoint.answer.document]]
            let other: JSONValue = ["description": .string(meaning), "content": content]
            members.append(.init(name: "\(status.code)", value: other))
        }
        if endpoint.parameters.contains(where: { $0.name == "If-None-Match" }) {
            members.append(.init(name: "304", value: ["description": "Nothing has changed."]))
        }
        for status in endpoint.allRefusals {
            let content: JSONValue = ["application/problem+json": ["schema": APIProblem.schema.document]]
            members.append(
                .init(
                    name: "\(status.code)",
                    value: ["description": .string(status.reasonPhrase), "content": content]
                )
            )
        }
        return .object(members)
    }
}

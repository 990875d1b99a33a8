import FairwayCore
import HTTPTypes
import Hummingbird

/// One thing that programs can ask: the route and its page of the OpenAPI document come from this.
struct APIEndpoint: Sendable {
    struct Body: Sendable {
        let schema: APISchema
        let mediaTypes: [String]
        let example: JSONValue
        var mostBytes = Self.usualBytes

        static let usualBytes = 64 * 1024
        static let multipart = "multipart/form-data"

        static func json(_ schema: APISchema, example: JSONValue, upTo most: Int = usualBytes) -> Self {
            Self(schema: schema, mediaTypes: ["application/json"], example: example, mostBytes: most)
        }

        /// A change of some fields (RFC 7396): what is not said stays, null clears.
        static func patch(_ schema: APISchema, example: JSONValue) -> Self {
            Self(
                schema: schema,
                mediaTypes: ["application/merge-patch+json", "application/json"],
                example: example
            )
        }

        /// A file as a browser or `curl -F` sends it, in the field `file`.
        static func file(_ kind: UploadedFile.Kind) -> Self {
            var body = Self(
                schema: .object([.required("file", .text(format: "binary"), kind.formats)]),
                mediaTypes: [multipart],
                example: ["file": .string(kind.example)],
                mostBytes: kind.mostBytes + usualBytes
            )
            body.fileKind = kind
            return body
        }

        /// Nil for a body that is no form with a file.
        private(set) var fileKind: UploadedFile.Kind?
    }

    let method: HTTPRequest.Method
    let path: String
    let right: Right
    /// Nil: any token will do.
    let scope: AccessScope?
    /// The stable name of the operation.
    let name: String
    let summary: String
    var parameters: [APIParameter] = []
    var body: Body?
    var status = HTTPResponse.Status.ok
    /// Another status with the same kind of answer, and what it means.
    var otherStatus: (status: HTTPResponse.Status, meaning: String)?
    let answer: APISchema
    /// Refusals beside those that the rest implies.
    var refusals: [HTTPResponse.Status] = []
    /// Whether the answer has an ETag.
    var hasVersion = false
    var handle: @Sendable (APIRequest) async throws -> APIAnswer

    static let root = "/api/v1"

    /// The names in braces.
    var pathNames: [String] { path.matches(of: /\{([a-z]+)\}/).map { String($0.output.1) } }

    var allParameters: [APIParameter] { pathNames.map { .path($0) } + parameters }

    /// A list in pages.
    static func list<Value>(
        _ path: String,
        _ right: Right,
        _ scope: AccessScope,
        _ name: String,
        _ summary: String,
        of shape: APIShape<Value>,
        _ parameters: [APIParameter] = [],
        _ page: @escaping @Sendable (APIRequest) async throws -> APIPage<Value>
    ) -> APIEndpoint {
        APIEndpoint(
            method: .get,
            path: root + path,
            right: right,
            scope: scope,
            name: name,
            summary: summary,
            parameters: parameters + [.limit, .cursor],
            answer: APIPage<Value>.schema(shape),
            handle: { try await page($0).answer(to: $0, shape) }
        )
    }

    /// One thing.
    static func get(
        _ path: String,
        _ right: Right,
        _ scope: AccessScope?,
        _ name: String,
        _ summary: String,
        _ answer: APISchema,
        _ parameters: [APIParameter] = [],
        hasVersion: Bool = false,
        _ handle: @escaping @Sendable (APIRequest) async throws -> APIAnswer
    ) -> APIEndpoint {
        APIEndpoint(
            method: .get,
            path: root + path,
            right: right,
            scope: scope,
            name: name,
            summary: summary,
            parameters: parameters + (hasVersion ? [.ifNoneMatch] : []),
            answer: answer,
            hasVersion: hasVersion,
            handle: handle
        )
    }

    /// Something that is put in place of what was read: the version is asked for, so that nobody's change is lost.
    static func put(
        _ path: String,
        _ right: Right,
        _ scope: AccessScope?,
        _ name: String,
        _ summary: String,
        _ body: Body,
        _ answer: APISchema,
        _ parameters: [APIParameter] = [],
        _ handle: @escaping @Sendable (APIRequest) async throws -> APIAnswer
    ) -> APIEndpoint {
        APIEndpoint(
            method: .put,
            path: root + path,
            right: right,
            scope: scope,
            name: name,
            summary: summary,
            parameters: parameters + [.ifMatch],
            body: body,
            answer: answer,
            hasVersion: true,
            handle: handle
        )
    }

    static func post(
        _ path: String,
        _ right: Right,
        _ scope: AccessScope?,
        _ name: String,
        _ summary: String,
        _ body: Body?,
        _ answer: APISchema,
        status: HTTPResponse.Status = .created,
        _ parameters: [APIParameter] = [],
        _ handle: @escaping @Sendable (APIRequest) async throws -> APIAnswer
    ) -> APIEndpoint {
        APIEndpoint(
            method: .post,
            path: root + path,
            right: right,
            scope: scope,
            name: name,
            summary: summary,
            parameters: parameters,
            body: body,
            status: status,
            answer: answer,
            handle: handle
        )
    }

    static func delete(
        _ path: String,
        _ right: Right,
        _ scope: AccessScope?,
        _ name: String,
        _ summary: String,
        _ answer: APISchema,
        _ parameters: [APIParameter] = [],
        _ handle: @escaping @Sendable (APIRequest) async throws -> APIAnswer
    ) -> APIEndpoint {
        APIEndpoint(
            method: .delete,
            path: root + path,
            right: right,
            scope: scope,
            name: name,
            summary: summary,
            parameters: parameters,
            answer: answer,
            handle: handle
        )
    }

    /// The door of the endpoint.
    var route: Route {
        Route(
            method: method,
            path: path,
            right: right,
            tokens: scope.map { .scope($0) } ?? .any
        ) { request, context in
            try await handle(APIRequest(request, context, self)).response
        }
    }

    /// The statuses of its refusals, in order.
    var allRefusals: [HTTPResponse.Status] {
        var all = Set([400, 401, 403, 405, 429, 500] + refusals.map(\.code))
        if path.contains("{") || parameters.contains(where: { $0.name == "cursor" }) { all.insert(404) }
        if body != nil { all.formUnion([413, 415, 422]) }
        if parameters.contains(where: { $0.name == "If-Match" }) { all.formUnion([412, 428]) }
        return all.sorted().map { HTTPResponse.Status(code: $0) }
    }
}

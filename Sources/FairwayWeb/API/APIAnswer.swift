import Hummingbird
import HTTPTypes
import NIOCore

/// What an endpoint answers.
struct APIAnswer: Sendable {
    var body: String
    var status = HTTPResponse.Status.ok
    var headers: [String: String] = [:]

    init(_ body: JSONValue, status: HTTPResponse.Status = .ok, headers: [String: String] = [:]) {
        self.init(text: body.description, status: status, headers: headers)
    }

    /// - Parameter text: JSON that is kept as it was first answered.
    init(text: String, status: HTTPResponse.Status = .ok, headers: [String: String] = [:]) {
        body = text
        self.status = status
        self.headers = headers
    }

    var response: Response {
        Self.response(body, status: status, type: "application/json", headers: headers)
    }

    static func json(
        _ value: JSONValue,
        status: HTTPResponse.Status,
        type: String,
        headers: [String: String]
    ) -> Response {
        response(value.description, status: status, type: type, headers: headers)
    }

    private static func response(
        _ text: String,
        status: HTTPResponse.Status,
        type: String,
        headers: [String: String]
    ) -> Response {
        let isEmpty = status == .notModified
        var response = Response(
            status: status,
            body: isEmpty ? ResponseBody() : ResponseBody(byteBuffer: ByteBuffer(string: text))
        )
        if !isEmpty { response.headers[.contentType] = type }
        response.headers[.cacheControl] = CachePolicy.revalidated
        for (name, value) in headers {
            if let name = HTTPField.Name(name) { response.headers[name] = value }
        }
        return response
    }
}

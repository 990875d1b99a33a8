import HTTPTypes
import Hummingbird
import NIOCore

/// Compresses pages for browsers that say they take gzip.
///
/// Pages are made whole before they are sent; streams pass.
struct CompressionMiddleware: RouterMiddleware {
    func handle(
        _ request: Request,
        context: WebContext,
        next: (Request, WebContext) async throws -> Response
    ) async throws -> Response {
        var response = try await next(request, context)
        guard request.headers[.acceptEncoding]?.contains("gzip") ?? false,
            // A strong ETag is of one encoding (RFC 9110, 8.8.1).
            response.headers[.contentEncoding] == nil, response.headers[.eTag] == nil,
            let page = response.headers[.contentType], page.hasPrefix("text/") || page.contains("json"),
            !page.hasPrefix("text/event-stream"), let length = response.body.contentLength, length > 1024
        else { return response }
        let collector = BodyCollector()
        try await response.body.write(collector)
        if let compressed = Gzip.compressed(collector.bytes) {
            response.body = ResponseBody(byteBuffer: ByteBuffer(bytes: compressed))
            response.headers[.contentEncoding] = "gzip"
        } else {
            response.body = ResponseBody(byteBuffer: ByteBuffer(bytes: collector.bytes))
        }
        response.headers[.contentLength] = nil
        return response
    }
}

/// Takes a response's body as bytes.
///
/// Only one task writes a body.
final class BodyCollector: ResponseBodyWriter {
    private(set) var bytes: [UInt8] = []

    func write(_ buffer: ByteBuffer) async throws { bytes += buffer.readableBytesView }

    func finish(_ trailingHeaders: HTTPFields?) async throws {}
}

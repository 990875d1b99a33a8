import FairwayCore
import HTTPTypes
import Hummingbird
import Logging

/// One line for each request: its id, method, the pattern of its route, status and milliseconds.
///
/// No path, no query, no address, no name: a path holds codes of companies and secrets of links, and its bytes are the visitor's.
struct AccessLogMiddleware: RouterMiddleware {
    let logger: Logger

    func handle(
        _ request: Request,
        context: WebContext,
        next: (Request, WebContext) async throws -> Response
    ) async throws -> Response {
        let start = ContinuousClock.now
        var response: Response
        do {
            response = try await next(request, context)
        } catch let error as HTTPError {
            response = Response(status: error.status)
        } catch {
            // The pages and the API answer for their own; this is for what fails around them.
            logger.error("request failed", error: error, metadata: Self.metadata(request, context))
            response = Response(status: .internalServerError)
        }
        let shown = Self.milliseconds(since: start)
        if let name = HTTPField.Name("Server-Timing") { response.headers[name] = "page;dur=\(shown)" }
        if let name = HTTPField.Name(RequestID.headerName) { response.headers[name] = "\(context.requestID)" }
        logger.info(
            "request",
            metadata: Self.metadata(request, context)
                .merging(["status": "\(response.status.code)", "ms": "\(shown)"]) { $1 }
        )
        return response
    }

    /// What any line about a request begins with.
    static func metadata(_ request: Request, _ context: WebContext) -> Logger.Metadata {
        [
            "request": "\(context.requestID)", "method": "\(RouteName.method(request.method))",
            "route": "\(RouteName.of(context))",
        ]
    }

    /// With one digit after the point, whatever the locale.
    private static func milliseconds(since start: ContinuousClock.Instant) -> String {
        let elapsed = start.duration(to: .now).components
        let tenths = elapsed.seconds * 10_000 + elapsed.attoseconds / 100_000_000_000_000
        return "\(tenths / 10).\(tenths % 10)"
    }
}

/// A request in words that are ours: logs and metrics hold nothing that a visitor chose.
enum RouteName {
    private static let methods = Set(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"])

    /// Methods that no route of ours has are told as one.
    static func method(_ method: HTTPRequest.Method) -> String {
        methods.contains(method.rawValue) ? method.rawValue : "other"
    }

    /// The pattern of the route; the router names what it has no route for without a slash.
    static func of(_ context: WebContext) -> String {
        context.endpointPath.flatMap { $0.hasPrefix("/") ? $0 : nil } ?? "unknown"
    }
}

import FairwayCore
import HTTPTypes
import Hummingbird
import Logging

/// One line for each request: method, path without its query, status, milliseconds.
///
/// No addresses, no names.
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
            logger.error("\(request.method) \(request.uri.path): \(error)")
            response = Response(status: .internalServerError)
        }
        let elapsed = start.duration(to: .now).components
        let milliseconds = Double(elapsed.seconds) * 1000 + Double(elapsed.attoseconds) / 1e15
        let text = String(Int(milliseconds * 10))
        let shown = "\(text.dropLast().isEmpty ? "0" : text.dropLast()).\(text.suffix(1))"
        if let name = HTTPField.Name("Server-Timing") { response.headers[name] = "page;dur=\(shown)" }
        logger.info("\(request.method) \(request.uri.path) \(response.status.code) \(shown) ms")
        return response
    }
}

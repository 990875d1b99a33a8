import FairwayCore
import HTTPTypes
import Hummingbird
import Workers

/// Turns a refusal into a page in the visitor's language; what went wrong inside stays in the log.
struct ErrorPageMiddleware: RouterMiddleware {
    let renderer: PageRenderer

    func handle(
        _ request: Request,
        context: WebContext,
        next: (Request, WebContext) async throws -> Response
    ) async throws -> Response {
        do {
            if !BearerMiddleware.isForPrograms(request.uri.path) { try PageParameters.check(request) }
            return try await next(request, context)
        } catch let error as HTTPError {
            return try page(error, request, context)
        } catch let error as WorkerError {
            let message = error.words(in: context.language)
            var response = try page(message, error.status, request, context)
            if error == .busy { response.headers[.retryAfter] = "30" }
            return response
        } catch let error as WorkerRefusal {
            return try page(error.words(in: context.language), .unprocessableContent, request, context)
        } catch let error as any WordedError where error is BoundError || error is FormError {
            return try page(error.words(in: context.language), .badRequest, request, context)
        }
    }

    private func page(
        _ error: HTTPError,
        _ request: Request,
        _ context: WebContext
    ) throws -> Response {
        let key =
            switch error.status {
            case .notFound: "error.notFound"
            case .forbidden where error.body == GuardMiddleware.expiredForm: "error.expired"
            case .forbidden: "error.forbidden"
            case .unauthorized: "error.unauthorized"
            default: "error.other"
            }
        return try page(renderer.word(key, context.language), error.status, request, context)
    }

    private func page(
        _ message: String,
        _ status: HTTPResponse.Status,
        _ request: Request,
        _ context: WebContext
    ) throws -> Response {
        try renderer.page(
            "error",
            title: message,
            section: nil,
            ["message": message, "code": status.code],
            request: request,
            context: context,
            status: status
        )
    }
}

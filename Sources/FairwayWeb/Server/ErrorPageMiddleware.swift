import FairwayCore
import FairwayStore
import StoreSQL
import HTTPTypes
import Hummingbird
import Logging
import Workers

/// Turns a refusal into a page in the visitor's language; what went wrong inside stays in the log, and the page names the
/// reference by which it is found there.
struct ErrorPageMiddleware: RouterMiddleware {
    let renderer: PageRenderer
    let logger: Logger

    func handle(
        _ request: Request,
        context: WebContext,
        next: (Request, WebContext) async throws -> Response
    ) async throws -> Response {
        do {
            if !BearerMiddleware.isForPrograms(request.uri.path) { try PageParameters.check(request) }
            return try await next(request, context)
        } catch let problem as APIProblem {
            throw problem
        } catch let error as HTTPError {
            return try page(error, request, context)
        } catch let error as BodyError {
            var response = try page(HTTPError(error.status), request, context)
            for field in error.headers { response.headers[field.name] = field.value }
            return response
        } catch let error as WorkerError {
            let message = error.words(in: context.language)
            var response = try page(message, error.status, request, context)
            if error == .busy { response.headers[.retryAfter] = "30" }
            return response
        } catch let error as WorkerRefusal {
            return try page(error.words(in: context.language), .unprocessableContent, request, context)
        } catch let error as any WordedError where error is BoundError || error is FormError {
            return try page(error.words(in: context.language), .badRequest, request, context)
        } catch let error as StoreFileError where error.isOfTheDisk {
            logger.error(
                "nothing can be saved",
                error: error,
                metadata: AccessLogMiddleware.metadata(request, context)
            )
            return try page(HTTPError(.serviceUnavailable), request, context)
        } catch  where !BearerMiddleware.isForPrograms(request.uri.path) {
            logger.error(
                "request failed",
                error: error,
                metadata: AccessLogMiddleware.metadata(request, context)
            )
            return try page(HTTPError(.internalServerError), request, context)
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
            case .serviceUnavailable: "error.unavailable"
            case _ where error.status.code >= 500: "error.inside"
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
            [
                "message": message, "code": status.code,
                "references": status == .internalServerError ? ["\(context.requestID)"] : [],
            ],
            request: request,
            context: context,
            status: status
        )
    }
}

import FairwayCore
import HTTPTypes
import Hummingbird

/// Turns a refusal into a page in the visitor's language; what went wrong inside stays in the log.
struct ErrorPageMiddleware: RouterMiddleware {
    let renderer: PageRenderer

    func handle(
        _ request: Request,
        context: WebContext,
        next: (Request, WebContext) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch let error as HTTPError {
            return try page(error, request, context)
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
        let message = renderer.word(key, context.language)
        return try renderer.page(
            "error",
            title: message,
            section: nil,
            ["message": message, "code": error.status.code],
            request: request,
            context: context,
            status: error.status
        )
    }
}

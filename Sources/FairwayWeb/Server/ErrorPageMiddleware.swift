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
            return try page(error.status, request, context)
        }
    }

    private func page(
        _ status: HTTPResponse.Status,
        _ request: Request,
        _ context: WebContext
    ) throws -> Response {
        let key =
            switch status {
            case .notFound: "error.notFound"
            case .forbidden: "error.forbidden"
            case .unauthorized: "error.unauthorized"
            default: "error.other"
            }
        let message = renderer.word(key, context.language)
        return try renderer.page(
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

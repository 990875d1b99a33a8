import FairwayCore
import FairwayStore
import Foundation
import Hummingbird

/// Who comes, when it is a program: the token of the Authorization header (RFC 6750, 2.1); pages do not take it.
struct BearerMiddleware: RouterMiddleware {
    let store: ExpoStore

    func handle(
        _ request: Request,
        context: WebContext,
        next: (Request, WebContext) async throws -> Response
    ) async throws -> Response {
        guard let header = request.headers[.authorization], Self.isForPrograms(request.uri.path) else {
            return try await next(request, context)
        }
        var context = context
        context.signIn = nil
        let sides = header.split(separator: " ", maxSplits: 1)
        if sides.count == 2, sides[0].lowercased() == "bearer" {
            let secret = sides[1].trimmingCharacters(in: .whitespaces)
            context.access = secret.count < 200 ? try await store.accessTokens.find(secret: secret) : nil
        }
        context.hasBadToken = context.access == nil
        return try await next(request, context)
    }

    /// As the router reads paths: it does not count slashes.
    static func isForPrograms(_ path: String) -> Bool {
        let parts = path.split(separator: "/")
        return parts.first == "api" || parts == ["metrics"]
    }
}

import FairwayCore
import FairwayStore
import Hummingbird

/// Who comes: the sign-in behind the cookie.
struct SignInMiddleware: RouterMiddleware {
    static let cookie = "sign-in"

    let store: ExpoStore

    func handle(
        _ request: Request,
        context: WebContext,
        next: (Request, WebContext) async throws -> Response
    ) async throws -> Response {
        var context = context
        if let secret = request.cookies[Self.cookie]?.value, !secret.isEmpty {
            context.signIn = try await store.signIns.find(secret: secret)
        }
        return try await next(request, context)
    }

    static func cookie(_ secret: String, isSecure: Bool) -> Cookie {
        Cookie(
            name: cookie,
            value: secret,
            maxAge: secret.isEmpty ? 0 : 60 * 86400,
            path: "/",
            secure: isSecure,
            httpOnly: true,
            sameSite: .lax
        )
    }
}

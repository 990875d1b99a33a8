import FairwayCore
import HTTPTypes
import Hummingbird
import NIOCore

/// Refuses what no page of ours sends: foreign hosts (DNS rebinding) and forms without the token; gives every answer its
/// security headers, and every body its room.
struct GuardMiddleware: RouterMiddleware {
    let site: WebSite
    let bodies: BodyBudgets

    static let tokenCookie = "form-token"
    static let tokenField = "token"
    /// Says in a refusal that it was for the form's token, not for a lack of rights.
    static let expiredForm = "form"

    func handle(
        _ request: Request,
        context: WebContext,
        next: (Request, WebContext) async throws -> Response
    ) async throws -> Response {
        // Before anything of it is compared with anything.
        guard HeadText.isSafe(request.head) else {
            return Self.secured(Response(status: .badRequest))
        }
        guard isOurs(request.head.authority) else {
            return Self.secured(Response(status: .init(code: 421, reasonPhrase: "Misdirected Request")))
        }
        return try await BodyRoom.with(bodies, for: site.origin(of: request, context)) {
            Self.secured(try await answer(request, context, next))
        }
    }

    private func answer(
        _ request: Request,
        _ context: WebContext,
        _ next: (Request, WebContext) async throws -> Response
    ) async throws -> Response {
        guard !BearerMiddleware.isForPrograms(request.uri.path) else {
            return try await next(request, context)
        }
        var context = context
        let known = request.cookies[Self.tokenCookie]?.value
        let token = FormToken.of(signIn: request.cookies[SignInMiddleware.cookie]?.value, known: known)
        context.formToken = token
        var response = try await next(request, context)
        if known != token {
            response.setCookie(
                Cookie(
                    name: Self.tokenCookie,
                    value: token,
                    path: "/",
                    secure: site.isSecure,
                    httpOnly: true,
                    sameSite: .strict
                )
            )
        }
        return response
    }

    /// A browser can only have meant the loopback address or the name that the site goes by.
    private func isOurs(_ authority: String?) -> Bool {
        guard let authority else { return true }
        let host =
            authority.hasPrefix("[")
            ? String(authority.prefix { $0 != "]" }) + "]"
            : String(authority.prefix { $0 != ":" })
        return ["127.0.0.1", "localhost", "[::1]", site.host ?? "localhost"].contains(host.lowercased())
    }

    private static func secured(_ response: Response) -> Response {
        var response = response
        let headers: [(String, String)] = [
            (
                "Content-Security-Policy",
                "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; connect-src 'self'; "
                    + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
            ),
            ("X-Content-Type-Options", "nosniff"), ("Referrer-Policy", "same-origin"),
            ("Cross-Origin-Opener-Policy", "same-origin"), ("Cross-Origin-Resource-Policy", "same-origin"),
            ("Permissions-Policy", "camera=(), microphone=(), geolocation=()"),
        ]
        for (name, value) in headers {
            if let name = HTTPField.Name(name) { response.headers[name] = value }
        }
        return response
    }

    /// - Throws: `HTTPError` (403) for a form without the token of this request's sign-in, or of this visitor.
    static func check(_ sent: String?, _ context: WebContext) throws {
        guard let sent, FormToken.isEqual(sent, context.formToken) else {
            throw HTTPError(.forbidden, message: expiredForm)
        }
    }

    /// The fields of a posted form, once its token is that of the sign-in or the visitor.
    /// - Parameter most: Bytes that a long form may have instead of the usual few.
    /// - Throws: `FormError` for what no browser sends, `BodyError`.
    static func form(_ request: Request, _ context: WebContext, upTo most: Int? = nil) async throws
        -> [String: String]
    {
        let buffer = try await request.wholeBody(upTo: most ?? context.maxUploadSize)
        guard FormBody.isForm(request.headers[.contentType]) else { throw FormError.notAForm }
        let form = try FormBody(buffer.readableBytesView).fields
        try check(form[tokenField], context)
        return form
    }
}

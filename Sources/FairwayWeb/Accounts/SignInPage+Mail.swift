import FairwayCore
import FairwayStore
import Hummingbird

/// Signing in by mail: nobody's wrong passwords close it.
extension SignInPage {
    /// Names the browser that asked for a code, which works there only.
    static let askerCookie = "sign-in-request"

    /// Posts a code and a link if there is such an account, and says the same if there is not.
    func postCode(_ request: Request, _ context: WebContext) async throws -> Response {
        let form = try await GuardMiddleware.form(request, context)
        let email = EmailAddress.folded(form["email"] ?? "")
        let to = LocalTarget(asked: form["to"]).text
        let values: [String: Any] = ["to": to, "email": email]
        guard EmailAddress.isValid(email) else {
            return try page("signin", request, context, values, notice: "signIn.badEmail", .badRequest)
        }
        let account = try await store.accounts.find(email: email)
        let visitor = try await KnownDevice.visitor(request, context, as: account, store, site)
        let charges = SignInLimits.letter(email, visitor)
        if case .refused(_, let wait) = await throttle.takes(charges, from: visitor.source) {
            return try waiting("signincode", "signIn.letterWait", wait, request, context, values)
        }
        let asker = Self.asker(of: request) ?? SecretToken().text
        if let account, account.status == .active { try await post(to: account, target: to, asker: asker) }
        var response = Response.redirect(
            to: LocalTarget(["sign-in", "code"], query: [("email", email), ("to", to)])
        )
        response.setCookie(
            Cookie(
                name: Self.askerCookie,
                value: asker,
                maxAge: Int(SignInRepository.codeSeconds),
                path: "/sign-in",
                secure: site.isSecure,
                httpOnly: true,
                sameSite: .lax
            )
        )
        return response
    }

    private func post(to account: Account, target: String, asker: String) async throws {
        guard let code = try await store.signIns.makeCode(for: account, browser: asker) else { return }
        let link = "\(site.address)/sign-in/link?token=\(code.link.text)&to=\(PageParameters.encoded(target))"
        let letter = Letters.signIn(code.digits, link: link, in: account.language)
        try await store.outbox.post(to: account.email, subject: letter.subject, body: letter.body)
    }

    /// Only such a cookie as is ours: one that others know as well would let them guess beside its owner.
    private static func asker(of request: Request) -> String? {
        request.cookies[askerCookie].map(\.value).flatMap { $0.count == SecretToken().text.count ? $0 : nil }
    }

    func showCode(_ request: Request, _ context: WebContext) async throws -> Response {
        let parameters = PageParameters(request)
        return try page(
            "signincode",
            request,
            context,
            ["email": parameters["email"] ?? "", "to": parameters["to"] ?? "/"]
        )
    }

    /// No throttle stands here: a code can be tried in the browser that asked for it, five times, and letters are counted.
    func useCode(_ request: Request, _ context: WebContext) async throws -> Response {
        let form = try await GuardMiddleware.form(request, context)
        let email = EmailAddress.folded(form["email"] ?? "")
        let digits = (form["code"] ?? "").filter(\.isNumber)
        guard let asker = Self.asker(of: request),
            let account = try await store.signIns.useCode(digits, email: email, browser: asker)
        else {
            let values: [String: Any] = ["to": form["to"] ?? "/", "email": email]
            return try page("signincode", request, context, values, notice: "signIn.wrongCode", .forbidden)
        }
        return try await enter(account, to: form["to"], request, context)
    }

    /// Only shows who would be signed in: scanners of mail open links, so opening one must not use it up.
    func showLink(_ request: Request, _ context: WebContext) async throws -> Response {
        let parameters = PageParameters(request)
        let token = parameters["token"] ?? ""
        guard let account = try await store.signIns.account(link: token) else {
            let values: [String: Any] = ["to": parameters["to"] ?? "/", "email": ""]
            return try page("signin", request, context, values, notice: "signIn.oldLink", .notFound)
        }
        return try page(
            "signinlink",
            request,
            context,
            ["link": token, "name": account.name, "to": parameters["to"] ?? "/"]
        )
    }

    func useLink(_ request: Request, _ context: WebContext) async throws -> Response {
        let form = try await GuardMiddleware.form(request, context)
        guard let account = try await store.signIns.useLink(form["link"] ?? "") else {
            let values: [String: Any] = ["to": form["to"] ?? "/", "email": ""]
            return try page("signin", request, context, values, notice: "signIn.oldLink", .notFound)
        }
        return try await enter(account, to: form["to"], request, context)
    }
}

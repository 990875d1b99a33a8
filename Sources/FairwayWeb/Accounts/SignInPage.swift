import FairwayCore
import FairwayStore
import Hummingbird

/// The way in: password, or a code and link by mail; then the second factor where there is one; and the way out.
struct SignInPage: Sendable {
    let store: ExpoStore
    let renderer: PageRenderer
    let site: WebSite
    let passwords: PasswordDesk
    /// By account that is tried, by where tries come from, and letters by address.
    let guesses: Throttle
    let origins: Throttle
    let letters: Throttle

    init(store: ExpoStore, renderer: PageRenderer, site: WebSite, passwords: PasswordDesk) {
        self.store = store
        self.renderer = renderer
        self.site = site
        self.passwords = passwords
        guesses = Throttle(burst: 8, refillSeconds: 60, now: site.now)
        origins = Throttle(burst: 60, refillSeconds: 5, now: site.now)
        letters = Throttle(burst: 4, refillSeconds: 300, now: site.now)
    }

    func show(_ request: Request, _ context: WebContext) async throws -> Response {
        let parameters = PageParameters(request)
        return try page("signin", request, context, ["to": parameters["to"] ?? "/", "email": ""])
    }

    /// One sentence for every refusal: which half was wrong is nobody's business.
    func submit(_ request: Request, _ context: WebContext) async throws -> Response {
        let form = try await GuardMiddleware.form(request, context)
        let email = ExpoStore.folded(form["email"] ?? "")
        let values: [String: Any] = ["to": form["to"] ?? "/", "email": email]
        guard await origins.takes(site.origin(of: request, context)), await guesses.takes(email) else {
            return try page("signin", request, context, values, notice: "signIn.wait", .tooManyRequests)
        }
        let account = try store.account(email: email)
        let isRight = try await passwords.isRight(form["password"] ?? "", of: account)
        guard let account, isRight, account.status == .active else {
            return try page("signin", request, context, values, notice: "signIn.wrong", .forbidden)
        }
        await guesses.forget(email)
        return try enter(account, to: form["to"], request)
    }

    // MARK: - By mail

    /// Posts a code and a link if there is such an account, and says the same if there is not.
    func postCode(_ request: Request, _ context: WebContext) async throws -> Response {
        let form = try await GuardMiddleware.form(request, context)
        let email = ExpoStore.folded(form["email"] ?? "")
        let to = LocalTarget(asked: form["to"]).text
        guard ExpoStore.isEmail(email) else {
            let values: [String: Any] = ["to": to, "email": email]
            return try page("signin", request, context, values, notice: "signIn.badEmail", .badRequest)
        }
        if await origins.takes(site.origin(of: request, context)), await letters.takes(email),
            let account = try store.account(email: email), account.status == .active,
            let code = try store.makeSignInCode(for: account)
        {
            let link = "\(site.address)/sign-in/link?token=\(code.link.text)&to=\(PageParameters.encoded(to))"
            let letter = Letters.signIn(code.digits, link: link, in: account.language)
            try store.post(to: email, subject: letter.subject, body: letter.body)
        }
        return .redirect(to: LocalTarget(["sign-in", "code"], query: [("email", email), ("to", to)]))
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

    func useCode(_ request: Request, _ context: WebContext) async throws -> Response {
        let form = try await GuardMiddleware.form(request, context)
        let email = ExpoStore.folded(form["email"] ?? "")
        let values: [String: Any] = ["to": form["to"] ?? "/", "email": email]
        guard await origins.takes(site.origin(of: request, context)), await guesses.takes(email) else {
            return try page("signincode", request, context, values, notice: "signIn.wait", .tooManyRequests)
        }
        let digits = (form["code"] ?? "").filter(\.isNumber)
        guard let account = try store.useSignInCode(digits, email: email) else {
            return try page("signincode", request, context, values, notice: "signIn.wrongCode", .forbidden)
        }
        return try enter(account, to: form["to"], request)
    }

    /// Only shows who would be signed in: scanners of mail open links, so opening one must not use it up.
    func showLink(_ request: Request, _ context: WebContext) async throws -> Response {
        let parameters = PageParameters(request)
        let token = parameters["token"] ?? ""
        guard let account = try store.account(link: token) else {
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
        guard let account = try store.useSignInLink(form["link"] ?? "") else {
            let values: [String: Any] = ["to": form["to"] ?? "/", "email": ""]
            return try page("signin", request, context, values, notice: "signIn.oldLink", .notFound)
        }
        return try enter(account, to: form["to"], request)
    }

    // MARK: - Second factor, and out

    func showSecondFactor(_ request: Request, _ context: WebContext) async throws -> Response {
        guard context.signIn?.isConfirmed == false else { return .redirect(to: "/sign-in", type: .normal) }
        return try page("secondfactor", request, context, ["to": PageParameters(request)["to"] ?? "/"])
    }

    func submitSecondFactor(_ request: Request, _ context: WebContext) async throws -> Response {
        let form = try await GuardMiddleware.form(request, context)
        guard let signIn = context.signIn, !signIn.isConfirmed else {
            return .redirect(to: "/sign-in", type: .normal)
        }
        let values: [String: Any] = ["to": form["to"] ?? "/"]
        guard await guesses.takes("second factor \(signIn.account.id)") else {
            return try page("secondfactor", request, context, values, notice: "signIn.wait", .tooManyRequests)
        }
        let digits = (form["code"] ?? "").filter(\.isNumber)
        guard try store.useSecondFactor(digits, of: signIn.account.id) else {
            return try page("secondfactor", request, context, values, notice: "signIn.wrongCode", .forbidden)
        }
        try store.confirm(signIn)
        return .redirect(to: LocalTarget(asked: form["to"]))
    }

    func leave(_ request: Request, _ context: WebContext) async throws -> Response {
        _ = try await GuardMiddleware.form(request, context)
        if let signIn = context.signIn { try store.endSignIn(signIn.id, of: signIn.account.id) }
        var response = Response.redirect(to: "/", type: .normal)
        response.setCookie(SignInMiddleware.cookie("", isSecure: site.isSecure))
        return response
    }

    private func enter(_ account: Account, to target: String?, _ request: Request) throws -> Response {
        let device = request.headers[.userAgent] ?? ""
        let secret = try store.beginSignIn(of: account, device: device)
        let target = LocalTarget(asked: target)
        let secondStep = LocalTarget(["sign-in", "second-factor"], query: [("to", target.text)])
        var response = Response.redirect(to: account.hasSecondFactor ? secondStep : target)
        response.setCookie(SignInMiddleware.cookie(secret.text, isSecure: site.isSecure))
        return response
    }

    private func page(
        _ template: String,
        _ request: Request,
        _ context: WebContext,
        _ values: [String: Any],
        notice: String? = nil,
        _ status: HTTPResponse.Status = .ok
    ) throws -> Response {
        var model = values
        model["notices"] = notice.map { [renderer.word($0, context.language)] } ?? []
        let title = renderer.word("signIn.title", context.language)
        return try renderer.page(
            template,
            title: title,
            section: nil,
            model,
            request: request,
            context: context,
            status: status
        )
    }
}

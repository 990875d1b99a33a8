import FairwayCore
import FairwayStore
import Hummingbird

/// The way in: password, or a code and link by mail; then the second factor where there is one; and the way out.
struct SignInPage: Sendable {
    let store: ExpoStore
    let renderer: PageRenderer
    let site: WebSite
    let passwords: PasswordService
    let throttle: Throttle

    func show(_ request: Request, _ context: WebContext) async throws -> Response {
        let parameters = PageParameters(request)
        return try page("signin", request, context, ["to": parameters["to"] ?? "/", "email": ""])
    }

    /// Whoever goes while it waits gives up the turn.
    ///
    /// What was not compared is no try: counted, a guest who sends thousands and goes would shut a whole hall.
    func submit(_ request: Request, _ context: WebContext) async throws -> Response {
        let form = try await GuardMiddleware.form(request, context)
        return try await request.whileConnected(context) { try await signIn(form, request, context) }
    }

    /// One sentence for every refusal: which half was wrong is nobody's business.
    private func signIn(_ form: [String: String], _ request: Request, _ context: WebContext) async throws
        -> Response
    {
        let email = EmailAddress.folded(form["email"] ?? "")
        let values: [String: Any] = ["to": form["to"] ?? "/", "email": email]
        let account = try await store.accounts.find(email: email)
        let visitor = try await KnownDevice.visitor(request, context, as: account, store, site)
        let charges = SignInLimits.password(email, visitor)
        if case .refused(_, let wait) = await throttle.takes(charges, from: visitor.source) {
            return try waiting("signin", "signIn.passwordWait", wait, request, context, values)
        }
        let right: PasswordHash?
        do {
            let asker = PasswordService.Asker.entering(account, visitor.lane)
            right = try await passwords.right(form["password"] ?? "", of: account, for: asker)
        } catch let busy as HashingThreads.Busy {
            if !busy.isTried { await throttle.giveBack(charges) }
            return try waiting("signin", "signIn.busy", busy.wait, request, context, values)
        } catch is HashingThreads.LeftAfterTry {
            throw CancellationError()
        } catch let gone as CancellationError {
            await throttle.giveBack(charges)
            throw gone
        }
        guard let account, let right, account.status == .active else {
            return try page("signin", request, context, values, notice: "signIn.wrong", .forbidden)
        }
        await throttle.clear(charges)
        return try await enter(account, to: form["to"], request, context, password: right)
    }

    func leave(_ request: Request, _ context: WebContext) async throws -> Response {
        _ = try await GuardMiddleware.form(request, context)
        if let signIn = context.signIn { try await store.signIns.end(signIn.id, of: signIn.account.id) }
        var response = Response.redirect(to: "/", type: .normal)
        response.setCookie(SignInMiddleware.cookie("", isSecure: site.isSecure))
        return response
    }

    /// - Parameter password: The one that was right.
    func enter(
        _ account: Account,
        to target: String?,
        _ request: Request,
        _ context: WebContext,
        password: PasswordHash? = nil
    ) async throws -> Response {
        let target = LocalTarget(asked: target)
        do {
            if account.hasSecondFactor { try await settleRemoval(of: account) }
            let device = request.headers[.userAgent] ?? ""
            let secret = try await store.signIns.begin(of: account, device: device, password: password)
            // As it is now, whatever it was when this began to wait for its turn.
            guard let account = try await store.accounts.find(account.id) else { throw SignInOutdated() }
            let secondStep = LocalTarget(["sign-in", "second-factor"], query: [("to", target.text)])
            var response = Response.redirect(to: account.hasSecondFactor ? secondStep : target)
            response.setCookie(SignInMiddleware.cookie(secret.text, isSecure: site.isSecure))
            if !account.hasSecondFactor {
                try await KnownDevice.remember(account.id, request, in: &response, store, site)
            }
            return response
        } catch is SignInOutdated {
            let values: [String: Any] = ["to": target.text, "email": account.email]
            return try page("signin", request, context, values, notice: "signIn.wrong", .forbidden)
        }
    }

    private func settleRemoval(of account: Account) async throws {
        let notice = Letters.changed(.factorRemoved, of: account, site.address, at: store.currentTime)
        try await store.secondFactors.settleRemoval(of: account.id, notice: notice)
    }

    /// A page that says how long to wait.
    func waiting(
        _ template: String,
        _ word: String,
        _ wait: Duration,
        _ request: Request,
        _ context: WebContext,
        _ values: [String: Any]
    ) throws -> Response {
        try page(template, request, context, values, notice: word, wait: wait, .tooManyRequests)
            .retrying(after: wait)
    }

    func page(
        _ template: String,
        _ request: Request,
        _ context: WebContext,
        _ values: [String: Any],
        notice: String? = nil,
        wait: Duration? = nil,
        _ status: HTTPResponse.Status = .ok
    ) throws -> Response {
        var model = values
        model["notices"] = notice.map { [renderer.sentence($0, wait: wait, context.language)] } ?? []
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

extension PageRenderer {
    /// A wording with the minutes to wait in the place of `{}`.
    func sentence(_ key: String, wait: Duration?, _ language: Language) -> String {
        word(key, language).replacing("{}", with: "\((wait ?? .zero).wholeMinutes)")
    }
}

extension SignInLimits.Visitor {
    /// Whose turn it is when passwords are hashed.
    var lane: HashingThreads.Lane { device.map { .device($0) } ?? .source(source) }
}

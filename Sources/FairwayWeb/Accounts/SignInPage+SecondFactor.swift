import FairwayCore
import FairwayStore
import Hummingbird

/// The second step of signing in.
extension SignInPage {
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
        let visitor = try await KnownDevice.visitor(request, context, as: signIn.account, store, site)
        let charges = SignInLimits.secondFactor(form["code"] ?? "", signIn.account.id, visitor)
        if case .refused(_, let wait) = await throttle.takes(charges, from: visitor.source) {
            return try waiting("secondfactor", "signIn.wait", wait, request, context, values)
        }
        do {
            guard try await store.secondFactors.use(form["code"] ?? "", of: signIn.account.id) else {
                let notice = "signIn.wrongCode"
                return try page("secondfactor", request, context, values, notice: notice, .forbidden)
            }
        } catch is SecretsError {
            // What is wrong with the key is for whoever runs the server: `fairway key check` says it.
            return try page(
                "secondfactor",
                request,
                context,
                values,
                notice: "signIn.noKey",
                .serviceUnavailable
            )
        }
        await throttle.clear(charges)
        try await store.signIns.confirm(signIn)
        var response = Response.redirect(to: LocalTarget(asked: form["to"]))
        try await KnownDevice.remember(signIn.account.id, request, in: &response, store, site)
        return response
    }
}

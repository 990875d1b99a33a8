import FairwayCore
import FairwayStore
import Hummingbird

/// The organiser takes the second factor off for somebody who has lost everything and has shown who they are, face to face or
/// by a telephone number that is known.
///
/// A stolen sign-in of an organiser is not enough: their own second factor is asked for, or without one their password or a
/// code from a letter. It ends all the person's sign-ins and tokens, tells them by letter, and stands in the audit log.
struct FactorResetPage: Sendable {
    let store: ExpoStore
    let renderer: PageRenderer
    let site: WebSite
    let identity: IdentityCheck

    func show(_ request: Request, _ context: WebContext) async throws -> Response {
        try page(try store.account(of: context), request, context)
    }

    func submit(_ request: Request, _ context: WebContext) async throws -> Response {
        let form = try await GuardMiddleware.form(request, context)
        let signIn = try AccountPage.signIn(context)
        let account = try store.account(of: context)
        guard account.id != signIn.account.id, account.hasSecondFactor else {
            let notice = renderer.word("accounts.noReset", context.language)
            return try page(account, request, context, notice: notice, .conflict)
        }
        do {
            guard form["do"] != "code" else {
                try await identity.postProofCode(to: signIn)
                let notice = renderer.word("account.proofSent", context.language)
                return try page(account, request, context, notice: notice)
            }
            try await identity.checkStrongest(form, signIn)
        } catch let refusal as IdentityCheck.Refusal {
            let notice = renderer.sentence(refusal.word, wait: refusal.wait, context.language)
            let status: HTTPResponse.Status = refusal.wait == nil ? .unprocessableContent : .tooManyRequests
            let response = try page(account, request, context, notice: notice, status)
            return refusal.wait.map { response.retrying(after: $0) } ?? response
        }
        let letter = Letters.changed(.factorReset, of: account, site.address, at: store.currentTime)
        try store.resetSecondFactor(of: account.id, notice: letter, by: context.actor)
        return .redirect(to: "/organiser/accounts", type: .normal)
    }

    private func page(
        _ account: Account,
        _ request: Request,
        _ context: WebContext,
        notice: String? = nil,
        _ status: HTTPResponse.Status = .ok
    ) throws -> Response {
        let own = try AccountPage.signIn(context).account
        return try renderer.page(
            "factorreset",
            title: renderer.word("accounts.resetFactor", context.language),
            section: .accounts,
            [
                "notices": [notice].compactMap { $0 },
                "id": account.id, "email": account.email, "name": account.name,
                "asksFactor": own.hasSecondFactor, "asksPassword": !own.hasSecondFactor && own.hasPassword,
            ],
            request: request,
            context: context,
            status: status
        )
    }
}

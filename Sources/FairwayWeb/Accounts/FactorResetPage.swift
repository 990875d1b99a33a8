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
    let confirmation: ConfirmPage

    func show(_ request: Request, _ context: WebContext) async throws -> Response {
        let account = try await context.account(in: store)
        let question = question(about: account, context)
        guard try canReset(account, context) else { return try refuse(question, request, context, .ok) }
        return try confirmation.show(question, request, context)
    }

    func submit(_ request: Request, _ context: WebContext) async throws -> Response {
        let form = try await GuardMiddleware.form(request, context)
        let account = try await context.account(in: store)
        let question = question(about: account, context)
        guard try canReset(account, context) else {
            return try refuse(question, request, context, .conflict)
        }
        if let page = try await confirmation.page(asking: form, question, isShown: true, request, context) {
            return page
        }
        let letter = Letters.changed(.factorReset, of: account, site.address, at: store.currentTime)
        try await store.secondFactors.reset(of: account.id, notice: letter, by: context.actor)
        return .redirect(to: "/organiser/accounts", type: .normal)
    }

    /// Whether there is something to take off, and it is not one's own.
    private func canReset(_ account: Account, _ context: WebContext) throws -> Bool {
        try account.id != AccountPage.signIn(context).account.id && account.hasSecondFactor
    }

    private func refuse(
        _ question: ConfirmPage.Question,
        _ request: Request,
        _ context: WebContext,
        _ status: HTTPResponse.Status
    ) throws -> Response {
        let why = renderer.word("accounts.noReset", context.language)
        return try confirmation.refuse(question, why: why, request, context, status)
    }

    private func question(about account: Account, _ context: WebContext) -> ConfirmPage.Question {
        let deed = renderer.word("accounts.resetFactor", context.language)
        return ConfirmPage.Question(
            title: deed,
            about: renderer.word("accounts.resetAbout", context.language),
            deed: deed,
            facts: confirmation.facts(name: account.name, email: account.email, context.language),
            section: .accounts
        )
    }
}

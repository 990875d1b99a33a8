import FairwayCore
import FairwayStore
import Hummingbird

/// Asks whoever is signed in to show who they are, before what a stolen sign-in alone must not do: making organisers or changing
/// them, tokens, ending other sign-ins, erasing.
///
/// What was asked for goes along as hidden fields, so that the answer does it.
struct ConfirmPage: Sendable {
    let renderer: PageRenderer
    let identity: IdentityCheck

    /// Fields of the proof, and the button that sends a code.
    private static let proofs = ["factor", "current", "proof"]
    private static let button = "prove"

    /// - Returns: the page to show instead; nil when the form says who it is from.
    func page(
        asking form: [String: String],
        _ request: Request,
        _ context: WebContext
    ) async throws -> Response? {
        let signIn = try AccountPage.signIn(context)
        do {
            if form[Self.button] == "code" {
                try await identity.postProofCode(to: signIn)
                let notice = renderer.word("account.proofSent", context.language)
                return try page(form, signIn, request, context, notice: notice, .ok)
            }
            guard Self.proofs.contains(where: { form[$0]?.isEmpty == false }) else {
                return try page(form, signIn, request, context, notice: nil, .ok)
            }
            try await identity.checkStrongest(form, signIn)
            return nil
        } catch let refusal as IdentityCheck.Refusal {
            let notice = renderer.sentence(refusal.word, wait: refusal.wait, context.language)
            let status: HTTPResponse.Status = refusal.wait == nil ? .unprocessableContent : .tooManyRequests
            let response = try page(form, signIn, request, context, notice: notice, status)
            return refusal.wait.map { response.retrying(after: $0) } ?? response
        }
    }

    private func page(
        _ form: [String: String],
        _ signIn: SignIn,
        _ request: Request,
        _ context: WebContext,
        notice: String?,
        _ status: HTTPResponse.Status
    ) throws -> Response {
        let own = signIn.account
        let left = Set(Self.proofs + [Self.button, GuardMiddleware.tokenField])
        return try renderer.page(
            "confirm",
            title: renderer.word("confirm.title", context.language),
            section: nil,
            [
                "notices": [notice].compactMap { $0 },
                "action": request.uri.path,
                "fields": form.filter { !left.contains($0.key) }.sorted { $0.key < $1.key }.map {
                    ["name": $0.key, "value": $0.value]
                },
                "asksFactor": own.hasSecondFactor, "asksPassword": !own.hasSecondFactor && own.hasPassword,
            ],
            request: request,
            context: context,
            status: status
        )
    }
}

import FairwayCore
import FairwayStore
import Hummingbird

/// Asks whoever is signed in to show who they are, before what a stolen sign-in alone must not do: making organisers or changing
/// them, taking off somebody's second factor, tokens, ending other sign-ins, erasing.
///
/// What was asked for goes along as hidden fields, so that the answer does it.
struct ConfirmPage: Sendable {
    let renderer: PageRenderer
    let identity: IdentityCheck

    /// What stands around the fields of the proof, where a deed has a page of its own.
    struct Question {
        var title: String
        var about: String
        /// Of the button.
        var deed: String
        /// Whose account it is about.
        var account: Account?
        /// Where the page belongs, and where it leads back to.
        var section: Section?
    }

    /// Fields of the proof, and the button that sends a code.
    private static let proofs = ["factor", "current", "proof"]
    private static let button = "prove"

    /// The page as it is opened, before anything was sent.
    func show(
        _ question: Question,
        _ request: Request,
        _ context: WebContext,
        notice: String? = nil,
        _ status: HTTPResponse.Status = .ok
    ) throws -> Response {
        let signIn = try AccountPage.signIn(context)
        return try page([:], question, signIn, request, context, notice: notice, status)
    }

    /// - Parameters:
    ///   - form: What was sent.
    ///   - shown: The question that whoever sends the form has read already; nil when they are asked only now, so that a form
    ///     without a proof is not a wrong one.
    /// - Returns: the page to show instead; nil when the form says who it is from.
    func page(
        asking form: [String: String],
        shown: Question? = nil,
        _ request: Request,
        _ context: WebContext
    ) async throws -> Response? {
        let signIn = try AccountPage.signIn(context)
        let question = shown ?? usual(context.language)
        do {
            if form[Self.button] == "code" {
                try await identity.postProofCode(to: signIn)
                let notice = renderer.word("account.proofSent", context.language)
                return try page(form, question, signIn, request, context, notice: notice, .ok)
            }
            guard shown != nil || Self.proofs.contains(where: { form[$0]?.isEmpty == false }) else {
                return try page(form, question, signIn, request, context, notice: nil, .ok)
            }
            try await identity.checkStrongest(form, signIn)
            return nil
        } catch let refusal as IdentityCheck.Refusal {
            let notice = renderer.sentence(refusal.word, wait: refusal.wait, context.language)
            let status: HTTPResponse.Status = refusal.wait == nil ? .unprocessableContent : .tooManyRequests
            let response = try page(form, question, signIn, request, context, notice: notice, status)
            return refusal.wait.map { response.retrying(after: $0) } ?? response
        }
    }

    private func usual(_ language: Language) -> Question {
        Question(
            title: renderer.word("confirm.title", language),
            about: renderer.word("confirm.about", language),
            deed: renderer.word("confirm.go", language)
        )
    }

    private func page(
        _ form: [String: String],
        _ question: Question,
        _ signIn: SignIn,
        _ request: Request,
        _ context: WebContext,
        notice: String?,
        _ status: HTTPResponse.Status
    ) throws -> Response {
        let own = signIn.account
        let left = Set(Self.proofs + [Self.button, GuardMiddleware.tokenField])
        let people: [[String: String]] = [question.account].compactMap { $0 }.map {
            ["name": $0.name, "email": $0.email]
        }
        let backs: [[String: String]] = [question.section].compactMap { $0 }.map {
            ["path": $0.path(""), "name": renderer.word("nav.\($0.rawValue)", context.language)]
        }
        return try renderer.page(
            "confirm",
            title: question.title,
            section: question.section,
            [
                "notices": [notice].compactMap { $0 },
                "about": question.about,
                "deed": question.deed,
                "people": people,
                "backs": backs,
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

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

    /// What is to be confirmed, so that nobody proves who they are for something they do not know.
    struct Question {
        /// A line of the card that names whom or what it is about.
        struct Fact {
            var name: String
            var value: String
        }

        var title: String
        /// What comes of it.
        var about: String
        /// Of the button.
        var deed: String
        var facts: [Fact] = []
        /// Where the page belongs, and where it leads back to; nil for one's own account.
        var section: Section?
    }

    /// Fields of the proof, and the button that sends a code.
    private static let proofs = ["factor", "current", "proof"]
    private static let button = "prove"
    /// The field that says that the form comes from this page.
    private static let shown = "shown"

    /// Whose account it is about.
    func facts(name: String, email: String, _ language: Language) -> [Question.Fact] {
        [
            Question.Fact(name: renderer.word("account.name", language), value: name),
            Question.Fact(name: renderer.word("signIn.email", language), value: email),
        ].filter { !$0.value.isEmpty }
    }

    /// The page as it is opened, before anything was sent.
    func show(_ question: Question, _ request: Request, _ context: WebContext) throws -> Response {
        let signIn = try AccountPage.signIn(context)
        return try page([:], question, signIn, request, context, notice: nil, .ok)
    }

    /// The page of what cannot be done: why, and no form.
    func refuse(
        _ question: Question,
        why: String,
        _ request: Request,
        _ context: WebContext,
        _ status: HTTPResponse.Status
    ) throws -> Response {
        try page(question, ["notices": [why], "isOpen": false], request, context, status)
    }

    /// - Parameters:
    ///   - form: What was sent.
    ///   - isShown: Whether whoever sends the form has read the question, also where the form does not say so, since the deed
    ///     has a page of its own.
    /// - Returns: the page to show instead; nil when the form says who it is from.
    func page(
        asking form: [String: String],
        _ question: Question,
        isShown: Bool = false,
        _ request: Request,
        _ context: WebContext
    ) async throws -> Response? {
        let signIn = try AccountPage.signIn(context)
        do {
            if form[Self.button] == "code" {
                try await identity.postProofCode(to: signIn)
                let notice = renderer.word("account.proofSent", context.language)
                return try page(form, question, signIn, request, context, notice: notice, .ok)
            }
            guard Self.hasProof(form, of: signIn.account) else {
                // Nothing was tried, so nothing is counted as a wrong try.
                let isAgain = isShown || form[Self.shown] != nil
                let notice = isAgain ? emptyNotice(to: signIn.account, context.language) : nil
                let status: HTTPResponse.Status = isAgain ? .unprocessableContent : .ok
                return try page(form, question, signIn, request, context, notice: notice, status)
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

    /// Whether one of the fields that this account is asked for is filled in.
    private static func hasProof(_ form: [String: String], of account: Account) -> Bool {
        let instead = account.hasPassword ? ["current", "proof"] : ["proof"]
        let asked = account.hasSecondFactor ? ["factor"] : instead
        return asked.contains { form[$0]?.isEmpty == false }
    }

    private func emptyNotice(to account: Account, _ language: Language) -> String {
        let asksPassword = !account.hasSecondFactor && account.hasPassword
        return renderer.word(asksPassword ? "confirm.empty" : "confirm.emptyCode", language)
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
        let left = Set(Self.proofs + [Self.button, Self.shown, GuardMiddleware.tokenField])
        let values: [String: Any] = [
            "notices": [notice].compactMap { $0 },
            "isOpen": true,
            "about": question.about,
            "deed": question.deed,
            "action": request.uri.path,
            "fields": form.filter { !left.contains($0.key) }.sorted { $0.key < $1.key }.map {
                ["name": $0.key, "value": $0.value]
            },
            "asksFactor": own.hasSecondFactor, "asksPassword": !own.hasSecondFactor && own.hasPassword,
        ]
        return try page(question, values, request, context, status)
    }

    /// What the page says with a form and without.
    private func page(
        _ question: Question,
        _ values: [String: Any],
        _ request: Request,
        _ context: WebContext,
        _ status: HTTPResponse.Status
    ) throws -> Response {
        let backWord = question.section.map { "nav.\($0.rawValue)" } ?? "account.title"
        let common: [String: Any] = [
            "hasFacts": !question.facts.isEmpty,
            "facts": question.facts.map { ["name": $0.name, "value": $0.value] },
            "backPath": question.section?.path("") ?? "/account",
            "backName": renderer.word(backWord, context.language),
        ]
        return try renderer.page(
            "confirm",
            title: question.title,
            section: question.section,
            values.merging(common) { $1 },
            request: request,
            context: context,
            status: status
        )
    }
}

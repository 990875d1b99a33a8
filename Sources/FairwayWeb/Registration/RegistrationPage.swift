import FairwayCore
import FairwayStore
import Foundation
import Hummingbird

/// How a registration begins and is resumed: an address and a name, then a code or link by mail.
///
/// Whether an address is known already is told to its mailbox only.
struct RegistrationPage: Sendable {
    static let cookie = "registration"

    let store: ExpoStore
    let renderer: PageRenderer
    let desk: RegistrationDesk
    private var site: WebSite { desk.site }

    init(store: ExpoStore, renderer: PageRenderer, desk: RegistrationDesk) {
        self.store = store
        self.renderer = renderer
        self.desk = desk
    }

    func show(_ request: Request, _ context: WebContext) async throws -> Response {
        let isKnown = try await Self.registration(request, store) != nil
        return try page("register", request, context, ["email": "", "name": "", "isKnown": isKnown])
    }

    func begin(_ request: Request, _ context: WebContext) async throws -> Response {
        let form = try await GuardMiddleware.form(request, context)
        let email = EmailAddress.folded(form["email"] ?? "")
        let name = String((form["name"] ?? "").trimmingCharacters(in: .whitespacesAndNewlines).prefix(200))
        let values: [String: Any] = ["email": email, "name": name, "isKnown": false]
        var errors: [(field: String, word: String)] = []
        if !EmailAddress.isValid(email) { errors.append(("email", "registration.badEmail")) }
        // Whoever resumes has told their name before.
        if let problem = ProfileCheck.problem(ofPerson: name) {
            errors.append(("name", Self.word(for: problem)))
        }
        if name.isEmpty, form["resume"] == nil { errors.append(("name", "registration.nameNeeded")) }
        guard errors.isEmpty else {
            return try page("register", request, context, values, errors: errors, .unprocessableContent)
        }
        do {
            try await desk.begin(email, name: name, from: site.origin(of: request, context), context.language)
        } catch RegistrationDesk.Refusal.noLetter(let wait) {
            let errors = [("email", "registration.letterWait")]
            return try page(
                "register",
                request,
                context,
                values,
                errors: errors,
                wait: wait,
                .tooManyRequests
            )
            .retrying(after: wait)
        }
        return .redirect(to: LocalTarget(["register", "code"], query: [("email", email)]))
    }

    private static func word(for problem: ProfileFlaw.Problem) -> String {
        switch problem {
        case .addressInName: "registration.addressInName"
        case .unreadableName: "registration.unreadableName"
        default: "registration.unsafeName"
        }
    }

    func showCode(_ request: Request, _ context: WebContext) async throws -> Response {
        let email = PageParameters(request)["email"] ?? ""
        return try page("registercode", request, context, ["email": email])
    }

    func useCode(_ request: Request, _ context: WebContext) async throws -> Response {
        let form = try await GuardMiddleware.form(request, context)
        let email = EmailAddress.folded(form["email"] ?? "")
        let values: [String: Any] = ["email": email]
        let secret: SecretToken
        do {
            let origin = site.origin(of: request, context)
            secret = try await desk.useCode(form["code"] ?? "", email: email, from: origin)
        } catch RegistrationDesk.Refusal.tooOften(let wait) {
            let errors = [("code", "signIn.wait")]
            return try page(
                "registercode",
                request,
                context,
                values,
                errors: errors,
                wait: wait,
                .tooManyRequests
            )
            .retrying(after: wait)
        } catch RegistrationDesk.Refusal.wrongCode {
            let wrong = [("code", "signIn.wrongCode")]
            return try page("registercode", request, context, values, errors: wrong, .forbidden)
        }
        return enter(secret)
    }

    /// Only shows whose registration it is: scanners of mail open links, so opening one must not use it up.
    func showLink(_ request: Request, _ context: WebContext) async throws -> Response {
        let token = PageParameters(request)["token"] ?? ""
        guard let registration = try await store.registrations.find(link: token) else {
            return try oldLink(request, context)
        }
        // The address and no name: anyone may have asked for the letter, under any.
        return try page("registerlink", request, context, ["link": token, "email": registration.email])
    }

    func useLink(_ request: Request, _ context: WebContext) async throws -> Response {
        let form = try await GuardMiddleware.form(request, context)
        guard let secret = try await store.registrations.useLink(form["link"] ?? "") else {
            return try oldLink(request, context)
        }
        return enter(secret)
    }

    func leave(_ request: Request, _ context: WebContext) async throws -> Response {
        _ = try await GuardMiddleware.form(request, context)
        if let secret = request.cookies[Self.cookie]?.value { try await store.registrations.endVisit(secret) }
        var response = Response.redirect(to: "/register", type: .normal)
        response.setCookie(cookie(""))
        return response
    }

    private func oldLink(_ request: Request, _ context: WebContext) throws -> Response {
        let values: [String: Any] = ["email": "", "name": "", "isKnown": false]
        let old = [("email", "signIn.oldLink")]
        return try page("register", request, context, values, errors: old, .notFound)
    }

    private func enter(_ secret: SecretToken) -> Response {
        var response = Response.redirect(to: "/register/form", type: .normal)
        response.setCookie(cookie(secret.text))
        return response
    }

    private func cookie(_ secret: String) -> Cookie {
        Cookie(
            name: Self.cookie,
            value: secret,
            maxAge: secret.isEmpty ? 0 : 7 * 86400,
            path: "/register",
            secure: site.isSecure,
            httpOnly: true,
            sameSite: .lax
        )
    }

    /// The registration that the browser has come into.
    static func registration(_ request: Request, _ store: ExpoStore) async throws -> Registration? {
        guard let secret = request.cookies[cookie]?.value, !secret.isEmpty else { return nil }
        return try await store.registrations.find(visit: secret)
    }

    private func page(
        _ template: String,
        _ request: Request,
        _ context: WebContext,
        _ values: [String: Any],
        errors: [(field: String, word: String)] = [],
        wait: Duration? = nil,
        _ status: HTTPResponse.Status = .ok
    ) throws -> Response {
        let language = context.language
        var model = values
        model["problems"] = errors.map {
            ["field": $0.field, "words": renderer.sentence($0.word, wait: wait, language)]
        }
        model["hasProblems"] = !errors.isEmpty
        model["isBadEmail"] = errors.contains { $0.field == "email" }
        model["isBadName"] = errors.contains { $0.field == "name" }
        return try renderer.page(
            template,
            title: renderer.word("registration.title", language),
            section: nil,
            model,
            request: request,
            context: context,
            status: status
        )
    }
}

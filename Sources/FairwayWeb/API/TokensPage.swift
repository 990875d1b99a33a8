import FairwayCore
import FairwayStore
import Foundation
import Hummingbird

/// One's personal access tokens: make one, see it once, end one.
struct TokensPage: Sendable {
    let store: ExpoStore
    let renderer: PageRenderer
    let confirmation: ConfirmPage

    private static let lifetimes = [30, 90, 365]
    private static let most = 50

    var routes: [Route] {
        [
            .get("/account/tokens", .signedIn, show),
            .post("/account/tokens", .signedIn, make),
            .post("/account/tokens/revoke", .signedIn, revoke),
        ]
    }

    private func show(_ request: Request, _ context: WebContext) async throws -> Response {
        try await page(request, context)
    }

    private func page(
        _ request: Request,
        _ context: WebContext,
        notice: String? = nil,
        secret: String? = nil,
        form: [String: String] = [:],
        status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        guard let account = context.signIn?.account else { throw HTTPError(.unauthorized) }
        let language = context.language
        let now = store.currentTime
        let tokens = try await store.accessTokens.all(of: account.id)
        return try renderer.page(
            "tokens",
            title: renderer.word("tokens.title", language),
            section: nil,
            [
                "notices": [notice].compactMap { $0 },
                "made": [secret].compactMap { $0 },
                "name": form["name"] ?? "",
                "scopes": AccessScope.offered(to: account.part.role).map { scope in
                    [
                        "code": scope.rawValue, "id": scope.rawValue.replacing(":", with: "-"),
                        "name": scope.displayName(in: language), "isChosen": form[Self.field(scope)] != nil,
                    ] as [String: Any]
                },
                "lifetimes": Self.lifetimes.map {
                    ["days": $0, "isChosen": form["days"] == "\($0)"] as [String: Any]
                },
                "hasTokens": !tokens.isEmpty,
                "tokens": tokens.map { token in
                    [
                        "id": token.id, "name": token.name,
                        "scopes": token.scopes.map(\.rawValue).joined(separator: " "),
                        "expires": TimeWords.utc(token.expiresAt), "isOver": token.expiresAt <= now,
                        "used": token.usedAt.map { TimeWords.utc($0) }
                            ?? renderer.word("tokens.never", language),
                    ] as [String: Any]
                },
            ],
            request: request,
            context: context,
            status: status
        )
    }

    private static func field(_ scope: AccessScope) -> String { "scope-" + scope.rawValue }

    private func make(_ request: Request, _ context: WebContext) async throws -> Response {
        let form = try await GuardMiddleware.form(request, context)
        guard let signIn = context.signIn else { throw HTTPError(.unauthorized) }
        let account = signIn.account
        let name = (form["name"] ?? "").trimmingCharacters(in: .whitespacesAndNewlines)
        let scopes = AccessScope.offered(to: account.part.role).filter { form[Self.field($0)] != nil }
        guard !name.isEmpty, name.count <= 80, !scopes.isEmpty,
            let days = form["days"].flatMap({ Int($0, in: 1...366) }), Self.lifetimes.contains(days)
        else {
            let notice = renderer.word("tokens.incomplete", context.language)
            return try await page(request, context, notice: notice, form: form, status: .badRequest)
        }
        guard try await store.accessTokens.all(of: account.id).count < Self.most else {
            let notice = renderer.word("tokens.tooMany", context.language)
            return try await page(request, context, notice: notice, form: form, status: .conflict)
        }
        // It outlives the sign-in it is made with.
        let question = question(aboutTokenNamed: name, scopes, days: days, context.language)
        if let page = try await confirmation.page(asking: form, question, request, context) { return page }
        // It is the person's own even while they act for someone.
        let made = try await store.accessTokens.make(
            of: account,
            name: name,
            scopes: scopes,
            days: days,
            by: "account \(account.id)"
        )
        var response = try await page(request, context, secret: made.secret)
        response.headers[.cacheControl] = CachePolicy.nothing
        return response
    }

    private func question(
        aboutTokenNamed name: String,
        _ scopes: [AccessScope],
        days: Int,
        _ language: Language
    ) -> ConfirmPage.Question {
        let deed = renderer.word("confirm.token", language)
        let facts = [
            ("tokens.name", name),
            ("tokens.scopes", scopes.map { $0.displayName(in: language) }.joined(separator: "; ")),
            ("tokens.days", "\(days)"),
        ]
        return ConfirmPage.Question(
            title: deed,
            about: renderer.word("tokens.about", language),
            deed: deed,
            facts: facts.map { ConfirmPage.Question.Fact(name: renderer.word($0.0, language), value: $0.1) }
        )
    }

    private func revoke(_ request: Request, _ context: WebContext) async throws -> Response {
        let form = try await GuardMiddleware.form(request, context)
        guard let account = context.signIn?.account else { throw HTTPError(.unauthorized) }
        guard let id = form["id"].flatMap({ RecordNumber.read($0) }) else { throw HTTPError(.badRequest) }
        try await store.accessTokens.revoke(id, of: account.id, by: "account \(account.id)")
        return .redirect(to: "/account/tokens", type: .normal)
    }
}

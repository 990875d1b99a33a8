import FairwayCore
import FairwayStore
import Foundation
import Hummingbird

/// The organiser's list of accounts: make one, disable one, act for one; and the letters that went out.
struct AccountsPage: Sendable {
    let store: ExpoStore
    let renderer: PageRenderer
    let site: WebSite
    let confirmation: ConfirmPage

    func show(_ request: Request, _ context: WebContext) async throws -> Response {
        try await page(request, context)
    }

    private func page(
        _ request: Request,
        _ context: WebContext,
        notice: String? = nil,
        form: [String: String] = [:],
        status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let language = context.language
        let wanted = PageParameters(request)["role"].flatMap { Account.Role(rawValue: $0) }
        return try renderer.page(
            "accounts",
            title: renderer.word("accounts.title", language),
            section: .accounts,
            [
                "notices": [notice].compactMap { $0 },
                "form": form,
                "roles": Account.Role.allCases.map { role in
                    [
                        "code": role.rawValue, "name": role.displayName(in: language),
                        "isChosen": form["role"] == role.rawValue,
                    ] as [String: Any]
                },
                "accounts": try await store.accounts.all(wanted).map { account in
                    [
                        "id": account.id, "email": account.email, "name": account.name,
                        "role": account.part.role.displayName(in: language),
                        "scope": account.part.scope ?? "",
                        "isActive": account.status == .active, "canAct": Self.canAct(for: account),
                        "isOther": account.id != context.signIn?.account.id,
                        "hasSecondFactor": account.hasSecondFactor,
                    ] as [String: Any]
                },
            ],
            request: request,
            context: context,
            status: status
        )
    }

    func create(_ request: Request, _ context: WebContext) async throws -> Response {
        let form = try await GuardMiddleware.form(request, context)
        let scope = form["scope"].flatMap { $0.isEmpty ? nil : $0 }
        let name = (form["name"] ?? "").trimmingCharacters(in: .whitespacesAndNewlines)
        guard let role = form["role"].flatMap({ Account.Role(rawValue: $0) }),
            let part = Account.Part(role, scope: scope), !name.isEmpty
        else {
            let notice = renderer.word("accounts.incomplete", context.language)
            return try await page(request, context, notice: notice, form: form, status: .badRequest)
        }
        if part.runsExpo {
            let question = question(aboutNew: part, name: name, email: form["email"] ?? "", context.language)
            if let page = try await confirmation.page(asking: form, question, request, context) {
                return page
            }
        }
        do {
            let language = form["language"].flatMap { Language(rawValue: $0) } ?? context.language
            _ = try await AccountDesk(store: store, site: site).invite(
                form["email"] ?? "",
                name: name,
                part: part,
                language: language,
                maker: context.signIn?.account,
                by: context.actor
            )
        } catch let error as AccountError {
            let notice = error.words(in: context.language)
            return try await page(request, context, notice: notice, form: form, status: .conflict)
        }
        return .redirect(to: "/organiser/accounts", type: .normal)
    }

    func setStatus(_ request: Request, _ context: WebContext) async throws -> Response {
        let form = try await GuardMiddleware.form(request, context)
        let account = try await account(context)
        guard let status = form["status"].flatMap({ Account.Status(rawValue: $0) }) else {
            throw HTTPError(.badRequest)
        }
        if account.part.runsExpo {
            let question = question(about: status, of: account, context.language)
            if let page = try await confirmation.page(asking: form, question, request, context) {
                return page
            }
        }
        do {
            try await store.accounts.setStatus(status, of: account.id, by: context.actor)
        } catch let error as AccountError {
            let notice = error.words(in: context.language)
            return try await page(request, context, notice: notice, status: .conflict)
        }
        return .redirect(to: "/organiser/accounts", type: .normal)
    }

    private func question(
        aboutNew part: Account.Part,
        name: String,
        email: String,
        _ language: Language
    ) -> ConfirmPage.Question {
        let word = part == .organiser ? "confirm.newOrganiser" : "confirm.newHallManager"
        return ConfirmPage.Question(
            title: renderer.word(word, language),
            about: renderer.word(word + "About", language),
            deed: renderer.word("accounts.create", language),
            facts: confirmation.facts(name: name, email: email, language),
            section: .accounts
        )
    }

    private func question(about status: Account.Status, of account: Account, _ language: Language)
        -> ConfirmPage.Question
    {
        let deed = status == .active ? "confirm.enable" : "confirm.disable"
        return ConfirmPage.Question(
            title: renderer.word(deed, language),
            about: renderer.word(deed + "About", language),
            deed: renderer.word(deed, language),
            facts: confirmation.facts(name: account.name, email: account.email, language),
            section: .accounts
        )
    }

    /// Not for another organiser: what they do is to be under their own name.
    private static func canAct(for account: Account) -> Bool {
        account.status == .active && account.part != .organiser
    }

    /// The organiser sees and does what this person could; the audit log names both.
    func act(_ request: Request, _ context: WebContext) async throws -> Response {
        _ = try await GuardMiddleware.form(request, context)
        let account = try await account(context)
        guard let signIn = context.signIn, Self.canAct(for: account) else {
            throw HTTPError(.badRequest)
        }
        try await store.signIns.act(as: account, in: signIn)
        return .redirect(to: "/", type: .normal)
    }

    private func account(_ context: WebContext) async throws -> Account {
        try await context.account(in: store)
    }

    func mail(_ request: Request, _ context: WebContext) async throws -> Response {
        let language = context.language
        return try renderer.page(
            "mail",
            title: renderer.word("mail.title", language),
            section: .accounts,
            [
                "letters": try await store.outbox.shown(limit: 100).map { letter in
                    [
                        "recipient": letter.recipient, "subject": letter.subject,
                        "body": letter.body,
                        "createdAt": TimeWords.utc(letter.createdAt),
                        "sentAt": letter.sentAt.map { TimeWords.utc($0) }
                            ?? renderer.word("mail.waiting", language),
                    ] as [String: Any]
                }
            ],
            request: request,
            context: context
        )
    }
}

extension WebContext {
    /// The account that the path names.
    /// - Throws: `HTTPError` when there is none.
    func account(in store: ExpoStore) async throws -> Account {
        guard let id = parameters.get("account").flatMap({ RecordNumber.read($0) }),
            let account = try await store.accounts.find(id)
        else { throw HTTPError(.notFound) }
        return account
    }
}

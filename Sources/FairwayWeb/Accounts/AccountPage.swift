import FairwayCore
import FairwayStore
import Foundation
import Hummingbird

/// One's own account: where one is signed in, the password, the second factor.
struct AccountPage: Sendable {
    let store: ExpoStore
    let renderer: PageRenderer
    let site: WebSite
    let passwords: PasswordService
    let identity: IdentityCheck
    let confirmation: ConfirmPage

    func show(_ request: Request, _ context: WebContext) async throws -> Response {
        let signIn = try Self.signIn(context)
        let notice = letter(.factorRemoved, signIn)
        // What was asked a day ago and not cancelled is done now; the page shows the account as it is after that.
        if try await store.secondFactors.settleRemoval(of: signIn.account.id, notice: notice) {
            return .redirect(to: "/account", type: .normal)
        }
        return try await page(request, context)
    }

    static func signIn(_ context: WebContext) throws -> SignIn {
        guard let signIn = context.signIn else { throw HTTPError(.unauthorized) }
        return signIn
    }

    /// A letter about a change, to the person.
    func letter(_ change: Letters.SecurityChange, _ signIn: SignIn) -> LetterText {
        Letters.changed(change, of: signIn.account, site.address, at: store.currentTime)
    }

    /// - Parameter secret: Of an authenticator that is being set up; nil for a new one.
    func page(
        _ request: Request,
        _ context: WebContext,
        notice: String? = nil,
        secret: Data? = nil,
        status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let signIn = try Self.signIn(context)
        let account = signIn.account
        let language = context.language
        var model: [String: Any] = [
            "notices": [notice].compactMap { $0 },
            "email": account.email,
            "name": account.name,
            "role": account.part.role.displayName(in: language),
            "hasPassword": account.hasPassword,
            "shortest": PasswordHash.shortest,
            "signIns": try await store.signIns.all(of: account.id).map { other in
                [
                    "id": other.id, "device": DeviceWords.name(other.device),
                    "seen": TimeWords.utc(other.seenAt), "since": TimeWords.utc(other.createdAt),
                    "isThis": other.id == signIn.id,
                ] as [String: Any]
            },
        ]
        model.merge(try await factor(of: account, secret ?? SecondFactor.newSecret())) { $1 }
        return try renderer.page(
            "account",
            title: renderer.word("account.title", language),
            section: nil,
            model,
            request: request,
            context: context,
            status: status
        )
    }

    private func factor(of account: Account, _ secret: Data) async throws -> [String: Any] {
        let removal = try await store.secondFactors.removal(of: account.id)
        var model: [String: Any] = [
            "hasSecondFactor": account.hasSecondFactor,
            "codesLeft": try await store.secondFactors.recoveryCodeCount(of: account.id),
            "isRemovalAsked": removal != nil,
            "secret": SecondFactor.base32(secret),
            "secretData": secret.base64EncodedString(),
            "secretAddress": SecondFactor.address(secret, account: account.email),
        ]
        model["removal"] = removal.map { ["due": TimeWords.utc($0.dueAt)] }
        return model
    }

    /// The page with what was refused, and when to come again.
    func refused(
        _ refusal: IdentityCheck.Refusal,
        _ request: Request,
        _ context: WebContext,
        secret: Data? = nil
    ) async throws -> Response {
        let notice = renderer.sentence(refusal.word, wait: refusal.wait, context.language)
        let status: HTTPResponse.Status = refusal.wait == nil ? .unprocessableContent : .tooManyRequests
        let response = try await page(request, context, notice: notice, secret: secret, status: status)
        return refusal.wait.map { response.retrying(after: $0) } ?? response
    }

    /// Sends a code for the fields that ask for one.
    func postCode(_ request: Request, _ context: WebContext) async throws -> Response {
        _ = try await GuardMiddleware.form(request, context)
        do {
            try await identity.postProofCode(to: Self.signIn(context))
        } catch let refusal as IdentityCheck.Refusal {
            return try await refused(refusal, request, context)
        }
        return try await page(request, context, notice: renderer.word("account.proofSent", context.language))
    }

    func setPassword(_ request: Request, _ context: WebContext) async throws -> Response {
        let form = try await GuardMiddleware.form(request, context)
        let signIn = try Self.signIn(context)
        let password = form["password"] ?? ""
        do {
            // Before the check, which uses codes up.
            guard password.count >= PasswordHash.shortest else {
                throw AccountError.shortPassword(least: PasswordHash.shortest)
            }
            try await identity.checkOwner(form, signIn)
            let hash = try await passwords.hash(password, for: .signedIn(signIn.account))
            try await store.accounts.setPassword(
                hash,
                of: signIn.account.id,
                keeping: signIn.id,
                notice: letter(.passwordSet, signIn),
                by: context.actor
            )
        } catch let refusal as IdentityCheck.Refusal {
            return try await refused(refusal, request, context)
        } catch let busy as HashingThreads.Busy {
            return try await refused(.busy(busy.wait), request, context)
        } catch is SignInOutdated {
            return .redirect(to: "/sign-in", type: .normal)
        } catch let error as AccountError {
            let notice = error.words(in: context.language)
            return try await page(request, context, notice: notice, status: .badRequest)
        }
        let notice = renderer.word("account.passwordSet", context.language)
        var response = try await page(request, context, notice: notice)
        try await KnownDevice.remember(signIn.account.id, request, in: &response, store, site)
        return response
    }

    func endSignIn(_ request: Request, _ context: WebContext) async throws -> Response {
        let form = try await GuardMiddleware.form(request, context)
        let signIn = try Self.signIn(context)
        let id = form["signIn"].flatMap { RecordNumber.read($0) }
        let question = try await question(aboutEnding: id, signIn, context.language)
        // Else whoever has one of them could end each that its owner begins.
        if let page = try await confirmation.page(asking: form, question, request, context) { return page }
        var response = Response.redirect(to: "/account", type: .normal)
        if let id {
            try await store.signIns.end(id, of: signIn.account.id)
        } else {
            try await store.signIns.end(nil, of: signIn.account.id, keeping: signIn.id)
            try await KnownDevice.remember(signIn.account.id, request, in: &response, store, site)
        }
        return response
    }

    /// - Parameter id: The sign-in that is to end; nil for all others.
    private func question(aboutEnding id: SignIn.ID?, _ signIn: SignIn, _ language: Language) async throws
        -> ConfirmPage.Question
    {
        let title = renderer.word("confirm.signIns", language)
        let all = try await store.signIns.all(of: signIn.account.id)
        guard let id else {
            let count = all.count { $0.id != signIn.id }
            return ConfirmPage.Question(
                title: title,
                about: language.pick(
                    zh: "将退出的其他设备数：\(count)。本设备保持登录。",
                    ru: "Будет завершено сеансов: \(count). Этот сеанс останется.",
                    en: "Devices to be signed out: \(count). This one stays signed in."
                ),
                deed: renderer.word("account.endOthers", language)
            )
        }
        let facts = all.filter { $0.id == id }.flatMap { other in
            [
                ("account.device", DeviceWords.name(other.device)),
                ("account.since", TimeWords.utc(other.createdAt)),
                ("account.seen", TimeWords.utc(other.seenAt)),
            ]
        }
        return ConfirmPage.Question(
            title: title,
            about: language.pick(
                zh: "将退出以下设备。",
                ru: "Сеанс на этом устройстве будет завершён.",
                en: "This device will be signed out."
            ),
            deed: renderer.word("account.end", language),
            facts: facts.map { ConfirmPage.Question.Fact(name: renderer.word($0.0, language), value: $0.1) }
        )
    }

    /// An organiser is themselves again.
    func stopActing(_ request: Request, _ context: WebContext) async throws -> Response {
        _ = try await GuardMiddleware.form(request, context)
        let signIn = try Self.signIn(context)
        if signIn.actingFor != nil { try await store.signIns.act(as: nil, in: signIn) }
        return .redirect(to: "/organiser/accounts", type: .normal)
    }
}

/// What a browser calls itself, in the two words that a person knows it by.
enum DeviceWords {
    static func name(_ agent: String) -> String {
        let browsers = [
            ("Edg/", "Edge"), ("YaBrowser", "Yandex"), ("Firefox/", "Firefox"), ("Chrome/", "Chrome"),
            ("Safari/", "Safari"),
        ]
        let systems = [
            ("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"),
            ("Mac OS", "macOS"), ("Linux", "Linux"),
        ]
        let known = [browsers, systems].compactMap { list in list.first { agent.contains($0.0) }?.1 }
        return known.isEmpty ? String(agent.prefix(40)) : known.joined(separator: ", ")
    }
}

/// A moment of the server's life, the same for readers everywhere.
enum TimeWords {
    static func utc(_ seconds: Double) -> String {
        Date(timeIntervalSince1970: seconds.rounded(.down)).ISO8601Format()
            .replacing("T", with: " ").replacing("Z", with: " UTC")
    }
}

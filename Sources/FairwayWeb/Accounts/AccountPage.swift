import FairwayCore
import FairwayStore
import Foundation
import Hummingbird

/// One's own account: where one is signed in, the password, the second factor.
struct AccountPage: Sendable {
    let store: ExpoStore
    let renderer: PageRenderer
    let passwords: PasswordDesk

    func show(_ request: Request, _ context: WebContext) async throws -> Response {
        try page(request, context)
    }

    private func page(
        _ request: Request,
        _ context: WebContext,
        notice: String? = nil,
        status: HTTPResponse.Status = .ok
    ) throws -> Response {
        guard let signIn = context.signIn else { throw HTTPError(.unauthorized) }
        let account = signIn.account
        let language = context.language
        let secret = SecondFactor.newSecret()
        return try renderer.page(
            "account",
            title: renderer.word("account.title", language),
            section: nil,
            [
                "notices": [notice].compactMap { $0 },
                "email": account.email,
                "name": account.name,
                "role": account.part.role.displayName(in: language),
                "hasPassword": account.hasPassword,
                "hasSecondFactor": account.hasSecondFactor,
                "secret": SecondFactor.base32(secret),
                "secretData": secret.base64EncodedString(),
                "secretAddress": SecondFactor.address(secret, account: account.email),
                "shortest": PasswordHash.shortest,
                "signIns": try store.signIns(of: account.id).map { other in
                    [
                        "id": other.id, "device": DeviceWords.name(other.device),
                        "seen": TimeWords.utc(other.seenAt), "since": TimeWords.utc(other.createdAt),
                        "isThis": other.id == signIn.id,
                    ] as [String: Any]
                },
            ],
            request: request,
            context: context,
            status: status
        )
    }

    func setPassword(_ request: Request, _ context: WebContext) async throws -> Response {
        let form = try await GuardMiddleware.form(request, context)
        guard let signIn = context.signIn else { throw HTTPError(.unauthorized) }
        let account = signIn.account
        if account.hasPassword {
            guard try await passwords.isRight(form["current"] ?? "", of: account) else {
                let notice = renderer.word("account.wrongPassword", context.language)
                return try page(request, context, notice: notice, status: .unprocessableContent)
            }
        }
        do {
            let hash = try await passwords.hash(form["password"] ?? "")
            try store.setPassword(hash, of: account.id, by: context.actor)
            // Whoever knew the old password is out.
            try store.endSignIn(nil, of: account.id, keeping: signIn.id)
        } catch let error as AccountError {
            let notice = error.words(in: context.language)
            return try page(request, context, notice: notice, status: .badRequest)
        }
        return try page(request, context, notice: renderer.word("account.passwordSet", context.language))
    }

    func endSignIn(_ request: Request, _ context: WebContext) async throws -> Response {
        let form = try await GuardMiddleware.form(request, context)
        guard let signIn = context.signIn else { throw HTTPError(.unauthorized) }
        if let id = form["signIn"].flatMap({ RecordNumber.read($0) }) {
            try store.endSignIn(id, of: signIn.account.id)
        } else {
            try store.endSignIn(nil, of: signIn.account.id, keeping: signIn.id)
        }
        return .redirect(to: "/account", type: .normal)
    }

    /// Takes a second factor in use once its first code is right: nobody is locked out by a mistyped secret.
    func addSecondFactor(_ request: Request, _ context: WebContext) async throws -> Response {
        let form = try await GuardMiddleware.form(request, context)
        guard let account = context.signIn?.account else { throw HTTPError(.unauthorized) }
        guard let secret = form["secret"].flatMap({ Data(base64Encoded: $0) }), secret.count >= 20 else {
            throw HTTPError(.badRequest)
        }
        try store.setSecondFactor(secret, of: account.id, by: context.actor)
        guard try store.useSecondFactor((form["code"] ?? "").filter(\.isNumber), of: account.id) else {
            try store.setSecondFactor(nil, of: account.id, by: context.actor)
            let notice = renderer.word("signIn.wrongCode", context.language)
            return try page(request, context, notice: notice, status: .unprocessableContent)
        }
        return .redirect(to: "/account", type: .normal)
    }

    func removeSecondFactor(_ request: Request, _ context: WebContext) async throws -> Response {
        let form = try await GuardMiddleware.form(request, context)
        guard let account = context.signIn?.account else { throw HTTPError(.unauthorized) }
        guard try store.useSecondFactor((form["code"] ?? "").filter(\.isNumber), of: account.id) else {
            let notice = renderer.word("signIn.wrongCode", context.language)
            return try page(request, context, notice: notice, status: .unprocessableContent)
        }
        try store.setSecondFactor(nil, of: account.id, by: context.actor)
        return .redirect(to: "/account", type: .normal)
    }

    /// An organiser is themselves again.
    func stopActing(_ request: Request, _ context: WebContext) async throws -> Response {
        _ = try await GuardMiddleware.form(request, context)
        guard let signIn = context.signIn else { throw HTTPError(.unauthorized) }
        if signIn.actingFor != nil { try store.act(as: nil, in: signIn) }
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

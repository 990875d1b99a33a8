import FairwayCore
import FairwayStore
import Foundation
import HTTPTypes

/// Accounts: the organiser's list, and where one is signed in oneself.
struct AccountsAPI: Sendable {
    let store: ExpoStore
    let desk: AccountDesk

    var endpoints: [APIEndpoint] { own + organisers }

    private var own: [APIEndpoint] {
        [
            .list(
                "/account/sign-ins",
                .signedIn,
                .account,
                "listOwnSignIns",
                "The browsers that one is signed in with, the last first.",
                of: APIShapes.signIn
            ) { try await signIns(of: viewer($0).id, $0) },
            .delete(
                "/account/sign-ins",
                .signedIn,
                .account,
                "endOwnSignIns",
                "Refused (403): one signs out in the browser, where one shows who one is.",
                APIShapes.done.schema,
                [],
                inBrowserOnly
            ),
            .delete(
                "/account/sign-ins/{signin}",
                .signedIn,
                .account,
                "endOwnSignIn",
                "Refused (403): one signs out in the browser, where one shows who one is.",
                APIShapes.done.schema,
                [],
                inBrowserOnly
            ),
        ]
    }

    /// Whoever stole a token is not to end each sign-in that its owner begins, neither all at once nor one by one.
    private func inBrowserOnly(_ request: APIRequest) throws -> APIAnswer {
        throw APIProblem(.inBrowserOnly)
    }

    private var organisers: [APIEndpoint] {
        [
            .list(
                "/accounts",
                .organiser,
                .organiser,
                "listAccounts",
                "All accounts by number.",
                of: APIShapes.someAccount,
                [.query("role", .choice(Account.Role.allCases.map(\.rawValue)), "Of this role only.")]
            ) { request in
                let role = request.text("role").flatMap { Account.Role(rawValue: $0) }
                let after = try request.position(\.number)
                let found = try await store.accounts.list(role, after: after, limit: request.limit + 1)
                return APIPage(upTo: request.limit, of: found) { ListKey(.number($0.id)) }
            },
            .post(
                "/accounts",
                .organiser,
                .organiser,
                "inviteAccount",
                "Makes an account and tells the person by letter; of organisers and hall managers in the browser only (403).",
                .json(
                    APIShapes.newAccount,
                    example: [
                        "email": "wang@example.com", "name": "王芳", "role": "enterprise", "scope": "E00002",
                        "language": "zh",
                    ]
                ),
                APIShapes.someAccount.schema,
                [],
                invite
            ).keyed(in: store),
            .get(
                "/accounts/{account}",
                .organiser,
                .organiser,
                "getSomeAccount",
                "An account.",
                APIShapes.someAccount.schema,
                hasVersion: true
            ) { APIAnswer(versioned: APIShapes.someAccount.json(try await account($0)), for: $0) },
            APIEndpoint(
                method: .patch,
                path: APIEndpoint.root + "/accounts/{account}",
                right: .organiser,
                scope: .organiser,
                name: "changeAccount",
                summary: "Changes name, language, part or status; another part or disabling signs out. "
                    + "Part and status of organisers and hall managers: in the browser only (403).",
                parameters: [.ifMatch],
                body: .patch(APIShapes.accountChange, example: ["status": "disabled"]),
                answer: APIShapes.someAccount.schema,
                refusals: [.conflict],
                hasVersion: true,
                handle: change
            ),
            .list(
                "/accounts/{account}/sign-ins",
                .organiser,
                .organiser,
                "listSignIns",
                "The browsers that somebody is signed in with, the last first.",
                of: APIShapes.signIn
            ) { try await signIns(of: account($0).id, $0) },
            .delete(
                "/accounts/{account}/sign-ins",
                .organiser,
                .organiser,
                "endSignIns",
                "Signs somebody out everywhere.",
                APIShapes.done.schema
            ) {
                let account = try await account($0)
                guard account.part != .organiser else { throw APIProblem(.inBrowserOnly) }
                let count = try await store.signIns.endAll(of: account.id, by: $0.context.actor)
                return APIAnswer(APIShapes.done.json(count))
            },
        ]
    }

    private func viewer(_ request: APIRequest) throws -> Account {
        guard let viewer = request.context.viewer else { throw APIProblem(.signInNeeded) }
        return viewer
    }

    private func account(_ request: APIRequest) async throws -> Account {
        guard let id = RecordNumber.read(request.code("account")),
            let account = try await store.accounts.find(id)
        else {
            throw APIProblem(.notFound)
        }
        return account
    }

    // MARK: - Sign-ins

    private func signIns(of id: Account.ID, _ request: APIRequest) async throws -> APIPage<SignIn> {
        try APIPage(of: await store.signIns.all(of: id), for: request) { ListKey(.descending($0.id)) }
    }

    // MARK: - Making and changing

    private func invite(_ request: APIRequest) async throws -> APIAnswer {
        let body = request.body
        let part = try Self.part(body["role"], body["scope"])
        // A token alone is to make nobody who could shut its owner out, or whose rights outlive it.
        guard !part.runsExpo else { throw APIProblem(.inBrowserOnly) }
        do {
            let account = try await desk.invite(
                body["email"]?.text ?? "",
                name: Self.name(body) ?? "",
                part: part,
                language: Self.language(body) ?? request.context.language,
                by: request.context.actor
            )
            return APIAnswer(APIShapes.someAccount.json(account), status: .created)
        } catch let error as AccountError {
            throw error.problem
        }
    }

    private func change(_ request: APIRequest) async throws -> APIAnswer {
        let (body, before) = (request.body, try await account(request))
        var change = AccountChange(name: try Self.name(body), language: Self.language(body))
        change.status = body["status"]?.text.flatMap { Account.Status(rawValue: $0) }
        if body["role"] != nil || body["scope"] != nil {
            let scope = body["scope"] ?? .optional(before.part.scope) { .string($0) }
            change.part = try Self.part(body["role"] ?? .string(before.part.role.rawValue), scope)
        }
        let isOwn = before.id == request.context.viewer?.id
        let isRightChanged =
            change.status.map { $0 != before.status } ?? false
            || change.part.map { $0 != before.part } ?? false
        if !isOwn, isRightChanged, before.part.runsExpo || change.part?.runsExpo ?? false {
            throw APIProblem(.inBrowserOnly)
        }
        if isOwn, change.status == .disabled || change.part.map({ $0 != before.part }) ?? false {
            throw APIProblem(.ownAccount)
        }
        do {
            let changed = try await store.accounts.change(before.id, change, by: request.context.actor) {
                request.isCurrent(APIShapes.someAccount.json($0))
            }
            guard let changed else { throw APIProblem(.notFound) }
            return APIAnswer(versioned: APIShapes.someAccount.json(changed))
        } catch is StaleVersion {
            throw APIProblem(.staleVersion, detail: "\(before.id)")
        } catch let error as AccountError {
            throw error.problem
        }
    }

    private static func language(_ body: JSONValue) -> Language? {
        body["language"]?.text.flatMap { Language(rawValue: $0) }
    }

    private static func name(_ body: JSONValue) throws -> String? {
        guard let name = body["name"]?.text?.trimmingCharacters(in: .whitespacesAndNewlines) else {
            return nil
        }
        guard !name.isEmpty else {
            throw APIProblem(.invalidField, [APIFault(place: .pointer("/name"), reason: .empty)])
        }
        return name
    }

    private static func part(_ role: JSONValue?, _ scope: JSONValue?) throws -> Account.Part {
        guard let role = role?.text.flatMap({ Account.Role(rawValue: $0) }),
            let part = Account.Part(role, scope: scope?.text)
        else {
            let reason: APIFault.Reason = scope?.text == nil ? .missing : .unknown
            throw APIProblem(.invalidField, [APIFault(place: .pointer("/scope"), reason: reason)])
        }
        return part
    }
}

extension AccountError {
    var problem: APIProblem {
        func field(_ name: String, _ reason: APIFault.Reason) -> APIProblem {
            APIProblem(.invalidField, [APIFault(place: .pointer("/\(name)"), reason: reason)])
        }
        return switch self {
        case .badEmail: field("email", .badEmail)
        case .unsafeName: field("name", .unsafeText)
        case .emailTaken(let email): APIProblem(.emailTaken, detail: email)
        case .unknownScope: field("scope", .unknownCode)
        case .lastOrganiser: APIProblem(.lastOrganiser)
        // The API sets no passwords.
        case .shortPassword: APIProblem(.internalError)
        }
    }
}

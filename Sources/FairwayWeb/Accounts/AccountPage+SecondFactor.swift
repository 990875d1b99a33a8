import FairwayCore
import FairwayStore
import Foundation
import Hummingbird

/// One's second factor. A stolen sign-in alone changes nothing of it: the factor is asked for, or a code from a letter and a
/// day's delay with a notice.
extension AccountPage {
    private static let secretBytes = 20...64

    /// Takes an authenticator in use once its first code is right; the one before counts until then.
    func addSecondFactor(_ request: Request, _ context: WebContext) async throws -> Response {
        let form = try await GuardMiddleware.form(request, context)
        let signIn = try Self.signIn(context)
        guard let secret = form["secret"].flatMap({ Data(base64Encoded: $0) }),
            Self.secretBytes.contains(secret.count)
        else { throw HTTPError(.badRequest) }
        let code = (form["code"] ?? "").filter { !$0.isWhitespace }
        do {
            // First what costs nothing: a mistyped code is to use up neither a recovery code nor a letter.
            guard store.secondFactors.isCode(code, of: secret) else {
                return try await wrongFirstCode(secret, request, context)
            }
            try await identity.checkStrongest(form, signIn)
        } catch let refusal as IdentityCheck.Refusal {
            return try await refused(refusal, request, context, secret: secret)
        }
        let made = try await store.secondFactors.set(
            secret,
            firstCode: code,
            of: signIn.account.id,
            notice: letter(.factorSet, signIn),
            by: context.actor
        )
        guard let made else { return try await wrongFirstCode(secret, request, context) }
        return try codes(made, request, context)
    }

    private func wrongFirstCode(_ secret: Data, _ request: Request, _ context: WebContext) async throws
        -> Response
    {
        let notice = renderer.word("account.wrongFirstCode", context.language)
        return try await page(request, context, notice: notice, secret: secret, status: .unprocessableContent)
    }

    func removeSecondFactor(_ request: Request, _ context: WebContext) async throws -> Response {
        try await checked(request, context, identity.checkFactor) { signIn in
            try await store.secondFactors.remove(
                of: signIn.account.id,
                notice: letter(.factorRemoved, signIn),
                by: context.actor
            )
            return .redirect(to: "/account", type: .normal)
        }
    }

    func makeRecoveryCodes(_ request: Request, _ context: WebContext) async throws -> Response {
        try await checked(request, context, identity.checkFactor) { signIn in
            let made = try await store.secondFactors.makeRecoveryCodes(
                of: signIn.account.id,
                notice: letter(.recoveryCodesMade, signIn),
                by: context.actor
            )
            return try codes(made, request, context)
        }
    }

    /// For somebody who has lost the authenticator and the recovery codes.
    func askForRemoval(_ request: Request, _ context: WebContext) async throws -> Response {
        try await checked(request, context, identity.checkMailbox) { signIn in
            if signIn.account.hasSecondFactor {
                try await store.secondFactors.askForRemoval(
                    of: signIn.account.id,
                    notice: letter(.removalAsked, signIn),
                    by: context.actor
                )
            }
            return .redirect(to: "/account", type: .normal)
        }
    }

    func cancelRemoval(_ request: Request, _ context: WebContext) async throws -> Response {
        _ = try await GuardMiddleware.form(request, context)
        try await store.secondFactors.cancelRemoval(of: Self.signIn(context).account.id, by: context.actor)
        return .redirect(to: "/account", type: .normal)
    }

    private func checked(
        _ request: Request,
        _ context: WebContext,
        _ check: ([String: String], SignIn) async throws -> Void,
        _ change: (SignIn) async throws -> Response
    ) async throws -> Response {
        let form = try await GuardMiddleware.form(request, context)
        let signIn = try Self.signIn(context)
        do {
            try await check(form, signIn)
        } catch let refusal as IdentityCheck.Refusal {
            return try await refused(refusal, request, context)
        }
        return try await change(signIn)
    }

    /// Shown once; nobody keeps a copy.
    private func codes(_ codes: [RecoveryCode], _ request: Request, _ context: WebContext) throws -> Response
    {
        var response = try renderer.page(
            "recoverycodes",
            title: renderer.word("account.recoveryCodes", context.language),
            section: nil,
            ["codes": codes.map(\.text), "email": try Self.signIn(context).account.email],
            request: request,
            context: context
        )
        response.headers[.cacheControl] = "private, no-store"
        return response
    }
}

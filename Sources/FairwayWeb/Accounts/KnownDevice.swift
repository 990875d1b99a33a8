import FairwayCore
import FairwayStore
import Hummingbird

/// The cookie of a browser in which somebody was wholly signed in.
enum KnownDevice {
    static let cookie = "device"
    /// The secret has 43 signs.
    private static let maxLength = 64

    static func secret(of request: Request) -> String? {
        request.cookies[cookie].map(\.value).flatMap { $0.isEmpty || $0.count > maxLength ? nil : $0 }
    }

    /// Who tries to get in as this person.
    static func visitor(
        _ request: Request,
        _ context: WebContext,
        as account: Account?,
        _ store: ExpoStore,
        _ site: WebSite
    ) async throws -> SignInLimits.Visitor {
        let source = site.origin(of: request, context)
        guard let account, let secret = secret(of: request),
            try await store.knownDevices.contains(secret, of: account.id)
        else {
            return SignInLimits.Visitor(source: source, device: nil)
        }
        return SignInLimits.Visitor(source: source, device: SecretDigest(secret))
    }

    /// Has the browser known from now on.
    static func remember(
        _ id: Account.ID,
        _ request: Request,
        in response: inout Response,
        _ store: ExpoStore,
        _ site: WebSite
    ) async throws {
        let secret = try await store.knownDevices.remember(of: id, replacing: secret(of: request))
        response.setCookie(
            Cookie(
                name: cookie,
                value: secret.text,
                maxAge: Int(KnownDeviceRepository.deviceSeconds),
                path: "/",
                secure: site.isSecure,
                httpOnly: true,
                sameSite: .lax
            )
        )
    }
}

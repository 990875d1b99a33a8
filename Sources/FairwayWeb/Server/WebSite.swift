package import FairwayStore
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore

/// Where the server is reached and what it costs to guess: what differs between a machine of one's own and the open web.
package struct WebSite: Sendable {
    /// Scheme, host and port that people type, without a slash at the end.
    package var address: String
    /// What a guessed password costs.
    package var passwordCost: PasswordHash.Cost
    /// How many questions a program may ask at once; after that a hundred a second.
    package var programBurst: Int
    /// Unix time in seconds.
    package var now: @Sendable () -> Double
    /// Time since any moment, by a clock that is never set: what throttles go by.
    package var uptime: @Sendable () -> Duration

    package init(
        address: String = "http://127.0.0.1:8080",
        passwordCost: PasswordHash.Cost = .usual,
        programBurst: Int = 5000,
        now: @escaping @Sendable () -> Double = { Date().timeIntervalSince1970 },
        uptime: @escaping @Sendable () -> Duration = WebSite.monotonic()
    ) {
        self.address = address
        self.passwordCost = passwordCost
        self.programBurst = programBurst
        self.now = now
        self.uptime = uptime
    }

    private static let start = ContinuousClock.now

    package static func monotonic() -> @Sendable () -> Duration { { start.duration(to: .now) } }

    /// Cookies go over HTTPS only when that is how the site is reached.
    var isSecure: Bool { address.hasPrefix("https://") }

    /// Where a request comes from, for throttling only; never logged.
    ///
    /// A server of this machine that passes requests on names the last hop in `X-Forwarded-For`; from anywhere else the field
    /// is anyone's claim.
    func origin(of request: Request, _ context: WebContext) -> ClientSource {
        let address = context.remoteAddress?.ipAddress ?? "local"
        guard isSecure, ["127.0.0.1", "::1", "local"].contains(address),
            let name = HTTPField.Name("X-Forwarded-For"),
            let last = request.headers[name]?.split(separator: ",").last
        else { return ClientSource(address) }
        return ClientSource(last.trimmingCharacters(in: .whitespaces))
    }

    /// The host that people type, without the port, in lower case.
    var host: String? { URL(string: address)?.host(percentEncoded: false)?.lowercased() }
}

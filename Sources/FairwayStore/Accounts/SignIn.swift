package import FairwayCore

/// A browser that someone is signed in with.
package struct SignIn: Equatable, Sendable {
    package var id: Int64
    package var account: Account
    /// Whom an organiser acts for.
    package var actingFor: Account?
    /// Whether the second factor, where there is one, was given.
    package var isConfirmed: Bool
    /// What the browser says it is, cut short.
    package var device: String
    /// Unix times in seconds.
    package var createdAt: Double
    package var seenAt: Double
    package var expiresAt: Double

    /// Who the pages are for.
    package var viewer: Account { actingFor ?? account }

    /// Who the audit log names; numbers only, since the log outlives people's data.
    package var actor: String {
        actingFor.map { "account \(account.id) for account \($0.id)" } ?? "account \(account.id)"
    }
}

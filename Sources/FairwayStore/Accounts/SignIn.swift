package import FairwayCore

/// A browser that someone is signed in with.
package struct SignIn: Equatable, Sendable {
    package typealias ID = Int64

    package var id: ID
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

    /// Whether it still lets in: nobody acts for who is disabled, and only organisers act for others.
    var isAllowed: Bool {
        guard account.status == .active else { return false }
        guard let actingFor else { return true }
        return account.part == .organiser && actingFor.status == .active
    }

    /// Who the pages are for.
    package var viewer: Account { actingFor ?? account }

    /// Who the audit log names; numbers only, since the log outlives people's data.
    package var actor: String {
        actingFor.map { "account \(account.id) for account \($0.id)" } ?? "account \(account.id)"
    }
}

package import FairwayCore

/// A personal access token: what a program signs in with in someone's name.
package struct AccessToken: Equatable, Sendable {
    package var id: Int64
    package var account: Account
    /// What its owner calls it.
    package var name: String
    package var scopes: [AccessScope]
    /// Unix times in seconds.
    package var createdAt: Double
    package var expiresAt: Double
    package var usedAt: Double?

    /// Says what a leaked text is, to people and to programs that look for such.
    package static let prefix = "fairway_"

    /// Who the audit log names.
    package var actor: String { "account \(account.id) by token \(id)" }
}

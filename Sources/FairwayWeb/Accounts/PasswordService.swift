import FairwayCore
import FairwayStore

/// Compares and makes passwords, each in its turn (`HashingThreads`).
struct PasswordService: Sendable {
    /// Who asks, for turns to be fair.
    struct Asker: Sendable {
        let lane: HashingThreads.Lane
        let subject: ThrottleKey.Subject

        /// Somebody who signs in: turns are taken by the account that is tried, so that inventing addresses or browsers brings no
        /// more of them.
        static func entering(_ account: Account?, _ lane: HashingThreads.Lane) -> Asker {
            Asker(lane: lane, subject: account.map { .account($0.id) } ?? .nobody)
        }

        static func signedIn(_ account: Account) -> Asker {
            Asker(lane: .account(account.id), subject: .account(account.id))
        }
    }

    let store: ExpoStore
    let cost: PasswordHash.Cost
    private let threads: HashingThreads
    /// What a password is compared with when there is no account, so that both answers take as long.
    private let nobody: PasswordHash

    init(store: ExpoStore, cost: PasswordHash.Cost, threads: HashingThreads) throws {
        self.store = store
        self.cost = cost
        self.threads = threads
        nobody = try PasswordHash(SecretToken().text, cost: cost)
    }

    /// - Throws: `HashingThreads.Busy`.
    func isRight(_ password: String, of account: Account?, for asker: Asker) async throws -> Bool {
        try await right(password, of: account, for: asker) != nil
    }

    /// - Returns: what the password was compared with and is right for.
    func right(_ password: String, of account: Account?, for asker: Asker) async throws -> PasswordHash? {
        var stored: PasswordHash?
        if let account { stored = try await store.accounts.passwordHash(of: account.id) }
        let compared = stored ?? nobody
        let short = String(password.prefix(PasswordHash.longest))
        let matches = try await threads.isRight(lane: asker.lane, sender: asker.subject) {
            compared.matches(short)
        }
        return matches ? stored : nil
    }

    /// - Throws: `AccountError` when it is too short; `HashingThreads.Busy`.
    func hash(_ password: String, for asker: Asker) async throws -> PasswordHash {
        guard password.count >= PasswordHash.shortest else {
            throw AccountError.shortPassword(least: PasswordHash.shortest)
        }
        let (short, cost) = (String(password.prefix(PasswordHash.longest)), cost)
        return try await threads.run(lane: asker.lane, sender: asker.subject) {
            try PasswordHash(short, cost: cost)
        }
    }
}

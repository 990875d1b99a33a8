import FairwayCore
import FairwayStore

/// Makes accounts for people and tells them by letter.
struct AccountDesk: Sendable {
    let store: ExpoStore
    let site: WebSite

    /// - Parameter maker: Whoever makes the account; of an organiser's account all other organisers are told.
    /// - Throws: `AccountError`.
    func invite(
        _ email: String,
        name: String,
        part: Account.Part,
        language: Language,
        maker: Account? = nil,
        by actor: String
    ) async throws -> Account {
        let account = try await store.accounts.create(
            email: email,
            name: name,
            part: part,
            language: language,
            password: nil,
            notice: part == .organiser ? maker.map { notice(of: $0) } : nil,
            by: actor
        )
        let letter = Letters.invitation(name: name, address: site.address, in: language)
        try await store.outbox.post(to: account.email, subject: letter.subject, body: letter.body)
        return account
    }

    /// What each organiser is told of a new one.
    private func notice(of maker: Account) -> @Sendable (_ organiser: Account, _ made: Account) -> LetterText
    {
        let (address, seconds) = (site.address, store.currentTime)
        return { organiser, made in
            Letters.organiserMade(made, by: maker, to: organiser, address, at: seconds)
        }
    }
}

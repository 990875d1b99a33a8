import FairwayCore
import FairwayStore

/// Makes accounts for people and tells them by letter.
struct AccountDesk: Sendable {
    let store: ExpoStore
    let site: WebSite

    /// - Throws: `AccountError`.
    func invite(_ email: String, name: String, part: Account.Part, language: Language, by actor: String)
        throws
        -> Account
    {
        let account = try store.createAccount(
            email: email,
            name: name,
            part: part,
            language: language,
            password: nil,
            by: actor
        )
        let letter = Letters.invitation(name: name, address: site.address, in: language)
        try store.post(to: account.email, subject: letter.subject, body: letter.body)
        return account
    }
}

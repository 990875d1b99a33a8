import FairwayCore
import FairwayStore

/// Registers one company of a delegation as its form says.
struct MemberDesk: Sendable {
    let store: ExpoStore
    let site: WebSite

    /// - Parameter part: Whoever registers.
    /// - Throws: `MemberForm.Flaw`, `MemberError`, `AccountError`.
    func register(
        _ form: MemberForm,
        in delegation: Delegation.ID,
        as part: Account.Part?,
        by actor: String
    ) async throws -> Enterprise {
        let member = try form.member(registeredOn: await store.expo.today()) { name, language in
            let letter = Letters.invitation(name: name, address: site.address, in: language)
            return .init(language: language, subject: letter.subject, body: letter.body)
        }
        return try await store.delegations.register(
            member,
            in: delegation,
            shownTo: part,
            evenIfDuplicate: form.isChecked("evenIfDuplicate"),
            by: actor
        )
    }
}

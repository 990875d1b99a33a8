package import FairwayCore
import StoreSQL
import TextAnalysis

/// Why a registration does not take a name.
package enum RegistrationError: Error, Equatable {
    case badName(ProfileFlaw.Problem)
}

extension RegistrationRepository {
    /// A name as it is stored.
    /// - Throws: `RegistrationError`.
    static func senderName(_ text: String) throws -> String {
        if let problem = ProfileCheck.problem(ofPerson: text) { throw RegistrationError.badName(problem) }
        let name = TextSafety.normalized(text, .name)
        guard !name.isEmpty else { throw RegistrationError.badName(.missing) }
        return name
    }

    /// Takes over the name that came with a code, now that the mailbox has shown itself; what is sent keeps its name.
    ///
    /// The first person of the draft has it too, unless somebody wrote another there.
    static func takeName(_ name: String, for id: Registration.ID, now: Double, _ db: Database) throws {
        guard let registration = try Self.registration("id = ? AND status = 'draft'", [id], db),
            registration.name != name
        else { return }
        var draft = try Self.draft(of: registration, db).draft
        if let index = draft.people.firstIndex(where: { $0.email == registration.email }) {
            let names = draft.people[index].names
            if names.isEmpty || names == PersonNames(display: registration.name) {
                draft.people[index].names = PersonNames(display: name)
            }
        }
        try db.execute(
            sql: "UPDATE registration SET name = ?, draft = ?, changed_at = ? WHERE id = ?",
            arguments: [name, JSONText.encode(draft), now, id]
        )
    }
}

import FairwayCore
import FairwayStore
import Foundation
import TextAnalysis

/// The fields of the form that registers a company, read and checked.
struct MemberForm {
    let fields: [String: String]

    /// What is wrong: the word of the notice, and the field it is about.
    struct Flaw: Error, Equatable {
        var word: String
        var field: String
    }

    static let longestName = 200
    /// Three of them fit into a form in any script.
    static let longestAbout = 1500

    subscript(name: String) -> String {
        (fields[name] ?? "").trimmingCharacters(in: .whitespacesAndNewlines)
    }

    func text(_ prefix: String) -> LocalizedText {
        var text = LocalizedText()
        for language in Language.allCases {
            let value = self["\(prefix)_\(language)"]
            if !value.isEmpty { text[language] = value }
        }
        return text
    }

    var roles: [Enterprise.Role] { Enterprise.Role.allCases.filter { isChecked("role_\($0.rawValue)") } }
    var sectors: [Sector.ID] { Sector.all.map(\.id).filter { isChecked("sector_\($0.code)") } }
    /// Ours first, the others by their tags.
    var languages: [LanguageTag] { Self.offeredLanguages.filter { isChecked("language_\($0.code)") } }

    static let offeredLanguages: [LanguageTag] = {
        let ours = Language.allCases.map { LanguageTag($0) }
        return ours + LanguageTag.common.filter { !ours.contains($0) }
    }()

    func isChecked(_ name: String) -> Bool { fields[name] == "1" }

    /// - Throws: `Flaw` for the first thing wrong.
    func member(registeredOn: CivilDate, invitation: (String, Language) -> NewMember.Invitation) throws
        -> NewMember
    {
        let name = text("name")
        guard !name.isEmpty else { throw Flaw(word: "member.noName", field: "name_zh") }
        try checkLengths()
        guard !self["economy"].isEmpty else { throw Flaw(word: "member.badPlace", field: "economy") }
        guard !roles.isEmpty else { throw Flaw(word: "member.noRole", field: "role") }
        return NewMember(
            name: name,
            about: text("about"),
            economy: .init(self["economy"]),
            region: self["region"].isEmpty ? nil : .init(self["region"]),
            roles: roles,
            sectors: sectors,
            languages: languages,
            website: try website(),
            registeredOn: registeredOn,
            contact: try contact(invitation)
        )
    }

    private func checkLengths() throws {
        for language in Language.allCases {
            for (prefix, most) in [
                ("name", Self.longestName), ("contact", Self.longestName), ("about", Self.longestAbout),
            ] {
                let field = "\(prefix)_\(language)"
                guard self[field].count <= most else { throw Flaw(word: "member.tooLong", field: field) }
                try checkCharacters(field, prefix == "about" ? .text : .name)
            }
            // Letters address the contact by this name.
            let contact = "contact_\(language)"
            guard TextSafety.addressMark(in: self[contact]) == nil else {
                throw Flaw(word: "registration.addressInName", field: contact)
            }
        }
        guard self["phone"].count <= 60 else { throw Flaw(word: "member.tooLong", field: "phone") }
        try checkCharacters("phone", .name)
    }

    private func checkCharacters(_ field: String, _ kind: TextSafety.Kind) throws {
        guard TextSafety.flaw(in: self[field], kind) == nil else {
            throw Flaw(word: "member.unsafe", field: field)
        }
    }

    /// With `https://` where nothing is said.
    private func website() throws -> String? {
        let text = self["website"]
        guard !text.isEmpty else { return nil }
        let address = text.contains("://") ? text : "https://\(text)"
        guard address.count <= 300, let url = URL(string: address), ["http", "https"].contains(url.scheme),
            url.host()?.contains(".") ?? false, !address.contains(where: \.isWhitespace)
        else { throw Flaw(word: "member.badWebsite", field: "website") }
        return address
    }

    private func contact(_ invitation: (String, Language) -> NewMember.Invitation) throws
        -> NewMember.Contact?
    {
        let (name, email, phone) = (text("contact"), EmailAddress.folded(self["email"]), self["phone"])
        let isInvited = isChecked("invite")
        guard !name.isEmpty || !email.isEmpty || !phone.isEmpty || isInvited else { return nil }
        guard !name.isEmpty else { throw Flaw(word: "member.noContactName", field: "contact_zh") }
        guard email.isEmpty || EmailAddress.isValid(email) else {
            throw Flaw(word: "member.badEmail", field: "email")
        }
        guard !isInvited || !email.isEmpty else { throw Flaw(word: "member.noEmail", field: "email") }
        let language = Language(rawValue: self["letterLanguage"]) ?? .en
        return NewMember.Contact(
            name: name,
            email: email.isEmpty ? nil : email,
            phone: phone.isEmpty ? nil : phone,
            invitation: isInvited ? invitation(name.text(in: language), language) : nil
        )
    }
}

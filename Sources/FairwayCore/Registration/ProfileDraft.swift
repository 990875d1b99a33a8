/// Everything an enterprise says of itself, as it was typed: a draft may be saved with gaps and mistakes in it.
package struct ProfileDraft: Equatable, Sendable, Codable {
    package var name = LocalizedText()
    package var about = LocalizedText()
    /// ISO 3166-1 and 3166-2 codes, empty when not said.
    package var economy = ""
    package var region = ""
    package var roles: [String] = []
    package var sectors: [String] = []
    package var languages: [String] = []
    package var website = ""
    package var chains = ""
    package var stores = ""
    package var distributors = ""
    package var people: [Person] = []
    package var products: [Good] = []
    package var demands: [Good] = []

    package init() {}

    /// A representative in the making.
    package struct Person: Equatable, Sendable, Codable {
        /// Empty for one who is not stored yet.
        package var code = ""
        package var names = PersonNames()
        package var position = LocalizedText()
        package var languages: [String] = []
        package var email = ""
        package var phone = ""
        /// Whether other companies may read name and position (`PersonReader`).
        package var isReleased = false

        package init() {}

        /// Drafts of before there was a release have none.
        package init(from decoder: any Decoder) throws {
            let values = try decoder.container(keyedBy: CodingKeys.self)
            code = try values.decode(String.self, forKey: .code)
            names = try values.decode(PersonNames.self, forKey: .names)
            position = try values.decode(LocalizedText.self, forKey: .position)
            languages = try values.decode([String].self, forKey: .languages)
            email = try values.decode(String.self, forKey: .email)
            phone = try values.decode(String.self, forKey: .phone)
            isReleased = try values.decodeIfPresent(Bool.self, forKey: .isReleased) ?? false
        }

        package var isEmpty: Bool {
            names.isEmpty && position.isEmpty && languages.isEmpty && email.isEmpty && phone.isEmpty
        }
    }

    /// A product or a demand in the making; of a demand, `name` is what is sought.
    package struct Good: Equatable, Sendable, Codable {
        package var code = ""
        package var hs = ""
        package var name = LocalizedText()
        package var about = LocalizedText()
        package var gtin = ""
        /// Of a demand: codes of economies and regions, separated by commas or spaces.
        package var targets = ""
        /// Of a product; nil when nothing is said, as in drafts of before there were any.
        package var terms: TermsDraft?

        package init() {}

        package var isEmpty: Bool {
            hs.isEmpty && name.isEmpty && about.isEmpty && gtin.isEmpty && targets.isEmpty && terms == nil
        }

        package var targetCodes: [String] {
            targets.uppercased().split { ",;，；、 \n\t\r".contains($0) }.map(String.init)
        }
    }

    /// The same with lists in the order of `other` where they hold the same: a form of boxes knows no order.
    package func ordered(like other: ProfileDraft) -> ProfileDraft {
        func ordered(_ list: [String], like other: [String]) -> [String] {
            Set(list) == Set(other) && list.count == other.count ? other : list
        }
        var draft = self
        draft.roles = ordered(roles, like: other.roles)
        draft.sectors = ordered(sectors, like: other.sectors)
        draft.languages = ordered(languages, like: other.languages)
        for index in draft.people.indices {
            guard let old = other.people.first(where: { $0.code == people[index].code }) else { continue }
            draft.people[index].languages = ordered(people[index].languages, like: old.languages)
        }
        return draft
    }

    /// The same without rows that nobody filled.
    package var withoutEmptyRows: ProfileDraft {
        var draft = self
        draft.people.removeAll(where: \.isEmpty)
        draft.products.removeAll(where: \.isEmpty)
        draft.demands.removeAll(where: \.isEmpty)
        return draft
    }
}

import FairwayCore

/// What makes two registrations look like the same enterprise: a name in any language and the region, regardless of
/// case, width, spaces and punctuation.
struct EnterpriseKey: Hashable, Sendable {
    private let name: String
    private let place: String

    /// One key for each language in which the enterprise has a name.
    static func keys(of enterprise: Enterprise) -> [(language: Language, key: EnterpriseKey)] {
        let place = enterprise.region?.code ?? enterprise.economy.code
        return Language.allCases.compactMap { language in
            let name = NameFolding.folded(enterprise.name[language] ?? "")
            return name.isEmpty ? nil : (language, EnterpriseKey(name: name, place: place))
        }
    }
}

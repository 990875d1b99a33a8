import FairwayCore
import Foundation

/// The long form of a profile: its fields as values for templates, and back.
///
/// Nothing in it needs JavaScript: rows are added and removed by buttons that post the form.
struct ProfileForm {
    let draft: ProfileDraft
    let flaws: [ProfileFlaw]
    let language: Language
    let renderer: PageRenderer
    let places: ProfilePlaces
    /// Marks of the rows that a button took out and nothing has saved yet.
    var gone: [String] = []
    /// The row that headings were asked for, as `products-0`, with what is proposed.
    var proposed: (row: String, headings: [HeadingProposal])?

    /// The box by which people release their names.
    static let releaseCode = "yes"
    /// Most bytes that the form may have.
    static let mostBytes = 1024 * 1024

    func word(_ key: String) -> String { renderer.word("profile.\(key)", language) }

    /// Everything the template `profileform` shows.
    var sections: [[String: Any]] {
        [
            section("enterprise", cards: [enterpriseCard], add: nil),
            section("people", cards: draft.people.indices.map(personCard), add: "people"),
            section("products", cards: draft.products.indices.map(productCard), add: "products"),
            section("demands", cards: draft.demands.indices.map(demandCard), add: "demands"),
        ]
    }

    var hiddens: [[String: Any]] {
        [
            ("people-count", draft.people.count), ("products-count", draft.products.count),
            ("demands-count", draft.demands.count),
        ].map { ["name": $0.0, "value": $0.1] } + gone.map { ["name": $0, "value": "1"] }
    }

    private func section(_ id: String, cards: [[String: Any]], add: String?) -> [String: Any] {
        [
            "id": id, "title": word("section.\(id)"), "about": word("section.\(id)About"), "cards": cards,
            "adds": add.map { [["value": "add-\($0)", "label": word("add.\($0)")]] } ?? [],
        ]
    }

    // MARK: - Cards

    private var enterpriseCard: [String: Any] {
        let roles = Enterprise.Role.allCases.map { ($0.rawValue, $0.displayName(in: language)) }
        let sectors = Sector.all.map { ($0.id.code, $0.name.text(in: language)) }
        let spoken = LanguageTag.common.map { ($0.code, $0.displayName(in: language)) }
        let first = ["zh", "ru", "en"]
        return card(
            nil,
            [
                localized("name", "name", draft.name, autocomplete: "organization"),
                localized("about", "about", draft.about, isArea: true),
                group(
                    nil,
                    [
                        choice("economy", word("economy"), draft.economy, places.economies(language)),
                        groupedChoice(
                            "region",
                            word("region"),
                            draft.region,
                            places.regionGroups(with: [draft.economy], language),
                            hint: word("regionHint")
                        ),
                        field("website", word("website"), draft.website, type: "url", autocomplete: "url"),
                    ]
                ),
                checks("role", word("roles"), roles, draft.roles),
                checks("sector", word("sectors"), sectors, draft.sectors),
                checks(
                    "language",
                    word("languages"),
                    spoken.filter { first.contains($0.0) },
                    draft.languages
                ),
                checks(
                    "language",
                    word("moreLanguages"),
                    spoken.filter { !first.contains($0.0) },
                    draft.languages,
                    isFolded: true
                ),
                group(
                    word("reach"),
                    [
                        field("chains", word("chains"), draft.chains, inputMode: "numeric"),
                        field("stores", word("stores"), draft.stores, inputMode: "numeric"),
                        field("distributors", word("distributors"), draft.distributors, inputMode: "numeric"),
                    ],
                    isFolded: [draft.chains, draft.stores, draft.distributors].allSatisfy(\.isEmpty)
                ),
            ]
        )
    }

    private func personCard(_ index: Int) -> [String: Any] {
        let person = draft.people[index]
        let start = "people-\(index)"
        let own = NameScript(language)
        let scripts = [own] + NameScript.allCases.filter { $0 != own }
        let spoken = LanguageTag.common.map { ($0.code, $0.displayName(in: language)) }
        return card(
            "\(word("person")) \(index + 1)",
            scripts.map { script in
                nameGroup(person.names[script], script, start, isFolded: script != own)
            } + [
                localized(
                    "\(start)-position",
                    "position",
                    person.position,
                    autocomplete: "organization-title"
                ),
                group(
                    nil,
                    [
                        field(
                            "\(start)-email",
                            word("email"),
                            person.email,
                            type: "email",
                            autocomplete: "section-p\(index) email"
                        ),
                        field(
                            "\(start)-phone",
                            word("phone"),
                            person.phone,
                            type: "tel",
                            autocomplete: "section-p\(index) tel"
                        ),
                    ]
                ),
                checks("\(start)-language", word("languages"), spoken, person.languages, isFolded: true),
                checks(
                    "\(start)-release",
                    word("release"),
                    [(Self.releaseCode, word("releaseName"))],
                    person.isReleased ? [Self.releaseCode] : []
                ),
            ],
            hidden: ("\(start)-code", person.code),
            remove: "remove-\(start)"
        )
    }

    private func nameGroup(_ name: PersonName, _ script: NameScript, _ start: String, isFolded: Bool)
        -> [String:
        Any]
    {
        let mark = script.language.rawValue
        func part(_ part: String, _ value: String?, _ autocomplete: String) -> [String: Any] {
            field(
                "\(start)-\(script)-\(part)",
                word("\(part)"),
                value ?? "",
                lang: mark,
                autocomplete: script == NameScript(language) ? autocomplete : "off"
            )
        }
        let family = part("family", name.family, "family-name")
        let given = part("given", name.given, "given-name")
        let patronymic = part("patronymic", name.patronymic, "additional-name")
        let display = part("display", name.display, "name")
        return group(
            word("script.\(script)"),
            script == .han
                ? [family, given, display]
                : script == .cyrillic
                    ? [family, given, patronymic, display] : [given, patronymic, family, display],
            isFolded: isFolded && name.isEmpty
        )
    }

    private func productCard(_ index: Int) -> [String: Any] {
        let good = draft.products[index]
        let start = "products-\(index)"
        return card(
            "\(word("product")) \(index + 1)",
            [
                localized("\(start)-name", "productName", good.name),
                group(
                    nil,
                    [
                        hsField(start, good.hs),
                        field("\(start)-gtin", word("gtin"), good.gtin, inputMode: "numeric"),
                    ]
                ),
                localized("\(start)-about", "productAbout", good.about, isFolded: true),
                termsGroup(start, good.terms ?? TermsDraft()),
            ],
            hidden: ("\(start)-code", good.code),
            remove: "remove-\(start)"
        )
    }

    private func demandCard(_ index: Int) -> [String: Any] {
        let good = draft.demands[index]
        let start = "demands-\(index)"
        return card(
            "\(word("demand")) \(index + 1)",
            [
                localized("\(start)-name", "demandName", good.name),
                group(
                    nil,
                    [
                        hsField(start, good.hs),
                        field("\(start)-targets", word("targets"), good.targets, hint: word("targetsHint")),
                    ]
                ),
            ],
            hidden: ("\(start)-code", good.code),
            remove: "remove-\(start)"
        )
    }

    // MARK: - Flaws and differences

    /// For the summary on top: where, what, and the sentence.
    func summary(_ shown: [ProfileFlaw]) -> [[String: Any]] {
        let labels = Dictionary(entries.map { ($0.name, $0.label) }) { first, _ in first }
        return shown.map { flaw in
            [
                "field": flaw.field, "label": labels[flaw.field] ?? flaw.field,
                "words": flaw.words(in: language),
            ]
        }
    }

    /// Every field with its label, where it stands included, and its value.
    var entries: [(name: String, label: String, value: String)] {
        var entries: [(String, String, String)] = []
        for section in sections {
            for card in section["cards"] as? [[String: Any]] ?? [] {
                let start = card["legend"] as? String ?? ""
                for group in card["groups"] as? [[String: Any]] ?? [] {
                    let path = [start, group["legend"] as? String ?? ""].filter { !$0.isEmpty }
                    for field in group["fields"] as? [[String: Any]] ?? [] {
                        let label = path + [field["label"] as? String ?? ""]
                        entries.append(
                            (
                                field["name"] as? String ?? "", label.joined(separator: " · "),
                                field["shown"] as? String ?? ""
                            )
                        )
                    }
                    let checks = group["checks"] as? [[String: Any]] ?? []
                    guard !checks.isEmpty else { continue }
                    let chosen = checks.filter { $0["isChosen"] as? Bool ?? false }
                        .compactMap { $0["label"] as? String }
                    entries.append(
                        (
                            path.joined(separator: "/"), path.joined(separator: " · "),
                            chosen.joined(separator: ", ")
                        )
                    )
                }
            }
        }
        return entries
    }
}

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

extension ProfileForm {
    /// What a form says, as it was typed but without blanks around.
    static func draft(_ form: [String: String]) -> ProfileDraft {
        func text(_ name: String) -> String {
            (form[name] ?? "").replacing("\r\n", with: "\n").trimmingCharacters(in: .whitespacesAndNewlines)
        }
        func optional(_ name: String) -> String? { text(name).isEmpty ? nil : text(name) }
        func localized(_ name: String) -> LocalizedText {
            LocalizedText(
                zh: optional("\(name)_zh"),
                ru: optional("\(name)_ru"),
                en: optional("\(name)_en")
            )
        }
        func chosen(_ name: String, of all: [String]) -> [String] {
            all.filter { form["\(name)-\($0)"] != nil }
        }
        func rows(_ name: String) -> Range<Int> {
            0..<max(0, min(ProfileCheck.mostRows, Int(form["\(name)-count"] ?? "") ?? 0))
        }
        let tongues = LanguageTag.common.map(\.code)
        var draft = ProfileDraft()
        draft.name = localized("name")
        draft.about = localized("about")
        draft.economy = text("economy")
        draft.region = text("region")
        draft.roles = chosen("role", of: Enterprise.Role.allCases.map(\.rawValue))
        draft.sectors = chosen("sector", of: Sector.all.map(\.id.code))
        draft.languages = chosen("language", of: tongues)
        draft.website = website(text("website"))
        draft.chains = text("chains")
        draft.stores = text("stores")
        draft.distributors = text("distributors")
        draft.people = rows("people").map { index in
            let start = "people-\(index)"
            var person = ProfileDraft.Person()
            person.code = text("\(start)-code")
            for script in NameScript.allCases {
                person.names[script] = PersonName(
                    family: optional("\(start)-\(script)-family"),
                    given: optional("\(start)-\(script)-given"),
                    patronymic: optional("\(start)-\(script)-patronymic"),
                    display: optional("\(start)-\(script)-display")
                )
            }
            person.position = localized("\(start)-position")
            person.languages = chosen("\(start)-language", of: tongues)
            person.email = text("\(start)-email")
            person.phone = text("\(start)-phone")
            return person
        }
        func terms(_ start: String) -> TermsDraft? {
            var terms = TermsDraft()
            terms.brand = text("\(start)-brand")
            terms.quantity = text("\(start)-moq")
            terms.unit = text("\(start)-unit")
            terms.incoterm = text("\(start)-incoterm")
            terms.place = text("\(start)-place")
            terms.certificates = text("\(start)-certificates")
            terms.privateLabel = text("\(start)-label")
            return terms.isEmpty ? nil : terms
        }
        func goods(_ name: String) -> [ProfileDraft.Good] {
            rows(name).map { index in
                let start = "\(name)-\(index)"
                var good = ProfileDraft.Good()
                good.code = text("\(start)-code")
                good.hs = HSCode(text("\(start)-hs"))?.digits ?? text("\(start)-hs")
                good.name = localized("\(start)-name")
                good.about = localized("\(start)-about")
                good.gtin = text("\(start)-gtin")
                good.targets = text("\(start)-targets")
                if name == "products" { good.terms = terms(start) }
                return good
            }
        }
        draft.products = goods("products")
        draft.demands = goods("demands")
        return draft
    }

    private static let goneMark = "-gone-"

    /// Marks of the rows that the form says were taken out, with that of the row that `action` takes out now.
    static func gone(_ form: [String: String], _ action: Action, of draft: ProfileDraft) -> [String] {
        var marks = form.keys.filter { $0.contains(goneMark) }
        if case .remove(let list, let row) = action {
            let codes = rows(of: draft)[list] ?? []
            if codes.indices.contains(row), !codes[row].isEmpty { marks.append(list + goneMark + codes[row]) }
        }
        return marks.sorted()
    }

    private static func rows(of draft: ProfileDraft) -> [String: [String]] {
        [
            "people": draft.people.map(\.code), "products": draft.products.map(\.code),
            "demands": draft.demands.map(\.code),
        ]
    }

    /// With the stored rows that the form neither shows nor marks as taken out: a form that was cut short on its way
    /// deletes nothing.
    static func keepingRows(_ draft: ProfileDraft, of stored: ProfileDraft, except gone: [String])
        -> ProfileDraft
    {
        var draft = draft
        let shown = rows(of: draft)
        func isLost(_ list: String, _ code: String) -> Bool {
            !code.isEmpty && shown[list]?.contains(code) != true && !gone.contains(list + goneMark + code)
        }
        draft.people += stored.people.filter { isLost("people", $0.code) }
        draft.products += stored.products.filter { isLost("products", $0.code) }
        draft.demands += stored.demands.filter { isLost("demands", $0.code) }
        return draft
    }

    /// People leave the scheme out.
    private static func website(_ text: String) -> String {
        text.isEmpty || text.contains("://") || !text.contains(".") ? text : "https://\(text)"
    }

    /// What a button of the form asks for.
    enum Action: Equatable {
        case save, submit, add(String), remove(String, Int)
        /// Asks which headings a good may belong under; takes one.
        case propose(String, Int), take(String, Int, heading: String)

        init(_ text: String?) {
            let parts = (text ?? "").split(separator: "-").map(String.init)
            switch (parts.first, parts.count) {
            case ("submit", 1): self = .submit
            case ("add", 2): self = .add(parts[1])
            case ("remove", 3): self = .remove(parts[1], Int(parts[2]) ?? -1)
            case ("propose", 3): self = .propose(parts[1], Int(parts[2]) ?? -1)
            case ("take", 4): self = .take(parts[1], Int(parts[2]) ?? -1, heading: parts[3])
            default: self = .save
            }
        }

        /// Changes the rows of a draft.
        func change(_ draft: inout ProfileDraft) {
            switch self {
            case .save, .submit, .propose: return
            case .add("people"): draft.people.append(.init())
            case .add("products"): draft.products.append(.init())
            case .add("demands"): draft.demands.append(.init())
            case .remove("people", let row) where draft.people.indices.contains(row):
                draft.people.remove(at: row)
            case .remove("products", let row) where draft.products.indices.contains(row):
                draft.products.remove(at: row)
            case .remove("demands", let row) where draft.demands.indices.contains(row):
                draft.demands.remove(at: row)
            case .take("products", let row, let heading) where draft.products.indices.contains(row):
                draft.products[row].hs = heading
            case .take("demands", let row, let heading) where draft.demands.indices.contains(row):
                draft.demands[row].hs = heading
            case .add, .remove, .take: return
            }
        }

        /// Whether the form is shown again without being saved.
        var isStep: Bool { self != .save && self != .submit }

        /// What the next page has to be told.
        var query: String {
            guard case .propose(let section, let row) = self else { return "" }
            return "?do=propose-\(section)-\(row)"
        }

        /// Where on the page to go on.
        var anchor: String {
            switch self {
            case .add(let section), .remove(let section, _): "#s-\(section)"
            case .propose(let section, let row), .take(let section, let row, _): "#f-\(section)-\(row)-hs"
            case .save, .submit: ""
            }
        }
    }
}

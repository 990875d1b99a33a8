import FairwayCore
import Foundation

/// Fields as values for the template `profileform`; every key is always there, since Mustache looks for a missing one
/// further out.
extension ProfileForm {
    func card(
        _ legend: String?,
        _ groups: [[String: Any]],
        hidden: (name: String, value: String)? = nil,
        remove: String? = nil
    ) -> [String: Any] {
        [
            "legend": legend ?? "", "hasLegend": legend != nil, "groups": groups,
            "fieldHiddens": hidden.map { [["name": $0.name, "value": $0.value]] } ?? [],
            "removes": remove.map { [["value": $0, "label": word("remove"), "what": legend ?? ""]] } ?? [],
        ]
    }

    func group(_ legend: String?, _ fields: [[String: Any]], isFolded: Bool = false) -> [String: Any] {
        let hasErrors = fields.contains { $0["hasErrors"] as? Bool ?? false }
        return [
            "legend": legend ?? "", "isFolded": isFolded && !hasErrors,
            "isFieldset": legend != nil && !(isFolded && !hasErrors), "isPlain": legend == nil,
            "fields": fields, "checks": [[String: Any]](), "hasChecks": false,
        ]
    }

    /// A text in the three languages, the reader's first.
    func localized(
        _ name: String,
        _ key: String,
        _ text: LocalizedText,
        isArea: Bool = false,
        isFolded: Bool = false,
        autocomplete: String = "off"
    ) -> [String: Any] {
        let order = [language] + Language.allCases.filter { $0 != language }
        return group(
            word(key),
            order.map { other in
                field(
                    "\(name)_\(other)",
                    other.endonym,
                    text[other] ?? "",
                    lang: other.rawValue,
                    isArea: isArea,
                    autocomplete: other == language ? autocomplete : "off"
                )
            },
            isFolded: isFolded && text.isEmpty
        )
    }

    func field(
        _ name: String,
        _ label: String,
        _ value: String,
        type: String = "text",
        lang: String? = nil,
        isArea: Bool = false,
        autocomplete: String = "off",
        inputMode: String = "text",
        hint: String? = nil
    ) -> [String: Any] {
        let errors = flaws.filter { $0.field == name }.map { $0.words(in: language) }
        return [
            // A type that the browser checks itself would keep a draft with a mistake from being saved.
            "name": name, "label": label, "value": value, "shown": value,
            "type": type == "tel" ? type : "text",
            "inputmode": ["email", "url", "tel"].contains(type) ? type : inputMode,
            "lang": lang ?? language.rawValue, "isArea": isArea, "isInput": !isArea, "isSelect": false,
            "autocomplete": autocomplete, "errors": errors, "hasErrors": !errors.isEmpty,
            "hints": [hint].compactMap { $0 }, "options": [[String: Any]](),
            "optionGroups": [[String: Any]](), "proposers": [[String: Any]](),
            "describedBy": Self.describedBy(name, hasHint: hint != nil, hasErrors: !errors.isEmpty),
            "isDescribed": hint != nil || !errors.isEmpty,
        ]
    }

    /// On what terms a product is offered.
    func termsGroup(_ row: String, _ terms: TermsDraft) -> [String: Any] {
        func feeds(_ key: String) -> String { renderer.word("feeds.\(key)", language) }
        let units = MinimumOrder.Unit.allCases.map { ($0.rawValue, $0.displayName(in: language)) }
        let rules = DeliveryTerm.Incoterm.allCases.map { ($0.rawValue, $0.rawValue) }
        return group(
            word("terms"),
            [
                field("\(row)-brand", feeds("brand"), terms.brand),
                field("\(row)-moq", feeds("moq"), terms.quantity, inputMode: "numeric"),
                choice("\(row)-unit", word("unit"), terms.unit, units),
                choice("\(row)-incoterm", word("incoterm"), terms.incoterm, rules),
                field("\(row)-place", word("place"), terms.place, hint: word("placeHint")),
                field(
                    "\(row)-certificates",
                    feeds("certificates"),
                    terms.certificates,
                    hint: word("certificatesHint")
                ),
                choice(
                    "\(row)-label",
                    feeds("privateLabel"),
                    terms.privateLabel,
                    [("yes", feeds("yes")), ("no", feeds("no"))]
                ),
            ],
            isFolded: terms.isEmpty
        )
    }

    /// An HS code, with headings to choose from.
    func hsField(_ row: String, _ value: String) -> [String: Any] {
        var field = field("\(row)-hs", word("hs"), value, inputMode: "numeric", hint: word("hsHint"))
        let headings = proposed.flatMap { $0.row == row ? $0.headings : nil }
        field["proposers"] = [
            [
                "row": row, "label": word("propose"), "isAsked": headings != nil,
                "isNone": headings?.isEmpty ?? false,
                "proposals": (headings ?? []).map {
                    [
                        "value": "take-\(row)-\($0.heading)", "heading": $0.heading,
                        "proposedName": $0.name.text(in: language), "reason": $0.reason(in: language),
                    ]
                },
            ] as [String: Any]
        ]
        return field
    }

    func choice(
        _ name: String,
        _ label: String,
        _ value: String,
        _ options: [(code: String, name: String)],
        hint: String? = nil
    ) -> [String: Any] {
        var field = field(name, label, value, autocomplete: name == "economy" ? "country" : "off", hint: hint)
        field["isInput"] = false
        field["isSelect"] = true
        field["shown"] = options.first { $0.code == value }?.name ?? value
        field["options"] = options.map {
            ["code": $0.code, "optionName": $0.name, "isChosen": $0.code == value] as [String: Any]
        }
        return field
    }

    /// A choice among groups, each with the code that another field narrows them by.
    func groupedChoice(
        _ name: String,
        _ label: String,
        _ value: String,
        _ groups: [ProfilePlaces.Group],
        hint: String
    ) -> [String: Any] {
        var field = choice(name, label, value, groups.flatMap(\.options), hint: hint)
        field["options"] = [[String: Any]]()
        field["optionGroups"] = groups.map { group in
            [
                "groupCode": group.code, "groupName": group.name,
                "groupOptions": group.options.map {
                    ["code": $0.code, "optionName": $0.name, "isChosen": $0.code == value] as [String: Any]
                },
            ] as [String: Any]
        }
        return field
    }

    func checks(
        _ name: String,
        _ legend: String,
        _ options: [(code: String, name: String)],
        _ chosen: [String],
        isFolded: Bool = false
    ) -> [String: Any] {
        let folded = isFolded && !options.contains { chosen.contains($0.code) }
        return [
            "legend": legend, "isFolded": folded, "isFieldset": !folded, "isPlain": false,
            "fields": [[String: Any]](), "hasChecks": true,
            "checks": options.map {
                [
                    "name": "\(name)-\($0.code)", "label": $0.name, "isChosen": chosen.contains($0.code),
                ] as [String: Any]
            },
        ]
    }

    private static func describedBy(_ name: String, hasHint: Bool, hasErrors: Bool) -> String {
        [hasErrors ? "e-\(name)" : "", hasHint ? "h-\(name)" : ""].filter { !$0.isEmpty }
            .joined(separator: " ")
    }
}

/// Economies and regions to choose from and to check against, read once for a request.
struct ProfilePlaces {
    private let allEconomies: [Economy]
    private let allRegions: [Region]
    private let participating: Set<String>

    /// - Parameter participating: Codes of the economies that have enterprises in the expo.
    init(economies: [Economy], regions: [Region], participating: Set<String> = []) {
        allEconomies = economies
        allRegions = regions
        self.participating = participating
    }

    var check: ProfileCheck {
        ProfileCheck(
            economies: allEconomies.map(\.id.code),
            regions: Dictionary(allRegions.map { ($0.id.code, $0.economy.code) }) { first, _ in first }
        )
    }

    func economies(_ language: Language) -> [(code: String, name: String)] {
        Self.sorted(allEconomies.map { ($0.id.code, $0.name.text(in: language)) }, language)
    }

    /// An economy with its regions.
    struct Group: Sendable {
        var code: String
        var name: String
        var options: [(code: String, name: String)]
    }

    /// The regions of the economies that take part and of those that are named.
    ///
    /// All of them are five thousand, more than a phone should load for a field that nobody must fill.
    func regionGroups(with named: [String], _ language: Language) -> [Group] {
        let wanted = participating.union(named).union(["CN", "RU"])
        let regions = Dictionary(
            grouping: allRegions.filter { wanted.contains($0.economy.code) },
            by: \.economy.code
        )
        return economies(language).compactMap { economy in
            guard let own = regions[economy.code] else { return nil }
            let options = Self.sorted(own.map { ($0.id.code, $0.name.text(in: language)) }, language)
            return Group(code: economy.code, name: economy.name, options: options)
        }
    }

    private static func sorted(_ names: [(String, String)], _ language: Language) -> [(
        code: String, name: String
    )] {
        let locale = Locale(identifier: language.rawValue)
        return names.sorted { $0.1.compare($1.1, locale: locale) == .orderedAscending }
            .map { (code: $0.0, name: $0.1) }
    }
}

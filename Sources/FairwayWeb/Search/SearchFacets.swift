import FairwayCore
import FairwayStore

/// The lists beside the hits: each value with how many hits it has, as a link that adds it or takes it away.
struct SearchFacets {
    let renderer: PageRenderer
    let names: [String: LocalizedText]
    let language: Language

    /// Values of a list that are shown at once.
    static let shown = 12

    func lists(_ answer: SearchAnswer, _ query: SearchQuery, _ parameters: PageParameters) -> [[String: Any]]
    {
        let kinds = SearchKind.allCases.compactMap { kind -> [String: Any]? in
            let isChosen = query.kinds.contains(kind)
            guard let count = answer.kinds[kind] ?? (isChosen ? 0 : nil) else { return nil }
            return value("kind", kind.rawValue, name(of: kind), count, isChosen, parameters)
        }
        var lists = [model("kind", kinds)]
        for list in SearchFacet.List.allCases {
            let chosen = query.facets.filter { $0.list == list }
            let found = answer.counts.filter { $0.key.list == list }
            let all = Set(chosen).union(found.keys).map { ($0, found[$0] ?? 0) }
                .sorted {
                    (chosen.contains($0.0) ? 0 : 1, $1.1, $0.0.value) < (
                        chosen.contains($1.0) ? 0 : 1, $0.1, $1.0.value
                    )
                }
            let values = all.prefix(Self.shown).map { facet, count in
                value(list.rawValue, facet.value, name(of: facet), count, chosen.contains(facet), parameters)
            }
            lists.append(model(list.rawValue, values))
        }
        return lists.filter { !(($0["values"] as? [[String: Any]]) ?? []).isEmpty }
    }

    private func model(_ list: String, _ values: [[String: Any]]) -> [String: Any] {
        ["name": renderer.word("search.list.\(list)", language), "values": values]
    }

    private func value(
        _ list: String,
        _ code: String,
        _ name: String,
        _ count: Int,
        _ isChosen: Bool,
        _ parameters: PageParameters
    ) -> [String: Any] {
        [
            "name": name, "count": count, "isChosen": isChosen,
            "link": "/search?\(parameters.query(toggling: list, code))",
        ]
    }

    private func words(_ range: (least: Int, most: Int?)) -> String {
        let numbers = NumberWords(language)
        guard let most = range.most else {
            return language.pick(zh: "≥ ", ru: "от ", en: "from ") + numbers.integer(range.least)
        }
        return numbers.integer(range.least) + "–" + numbers.integer(most)
    }

    func name(of kind: SearchKind) -> String { renderer.word("search.kind.\(kind.rawValue)", language) }

    private func name(of facet: SearchFacet) -> String {
        switch facet.list {
        case .economy, .region, .wanted: names[facet.value]?.text(in: language) ?? facet.value
        case .sector: Sector.sector(.init(facet.value))?.name.text(in: language) ?? facet.value
        case .role: Enterprise.Role(rawValue: facet.value)?.displayName(in: language) ?? facet.value
        case .language: LanguageTag(facet.value)?.displayName(in: language) ?? facet.value
        case .certificate: facet.certificate
        case .incoterm: facet.value
        case .moq: facet.range.map(words) ?? facet.value
        case .label: renderer.word(facet.value == "yes" ? "feeds.yes" : "feeds.no", language)
        }
    }
}

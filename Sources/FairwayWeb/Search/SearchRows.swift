import FairwayCore
import FairwayStore

/// Hits as the page shows them.
struct SearchRows {
    let renderer: PageRenderer
    let terms: Set<String>
    let language: Language

    /// Bytes of a description that are shown.
    static let snippet = 220

    func row(_ hit: SearchHit) -> [String: Any] {
        let name = hit.name.nearest(to: language)
        let about = hit.about.nearest(to: language)
        let why = why(hit)
        return [
            "link": link(to: hit), "kind": renderer.word("search.kind.\(hit.kind.rawValue)", language),
            "name": marked(name?.text ?? hit.code), "nameLanguage": (name?.language ?? language).rawValue,
            "hasAbout": about != nil, "about": marked(about?.text ?? "", length: Self.snippet),
            "aboutLanguage": (about?.language ?? language).rawValue,
            "others": others(hit), "heading": hit.heading ?? "",
            "firm": hit.enterpriseName.text(in: language), "hasFirm": !hit.enterpriseName.isEmpty,
            "hasWhy": why != nil, "why": why ?? "",
            "hasImage": hit.image != nil,
            "image": hit.image.map { "/images/\($0)/\(ImageSize.thumbnail.rawValue)" } ?? "",
        ]
    }

    private func link(to hit: SearchHit) -> String {
        switch hit.kind {
        case .product: "/products/\(PageParameters.encoded(hit.code))"
        case .demand, .enterprise:
            "/enterprises/\(PageParameters.encoded(hit.enterprise?.code ?? hit.code))"
        case .region: "/enterprises?region=\(PageParameters.encoded(hit.code))"
        case .economy: "/enterprises?economy=\(PageParameters.encoded(hit.code))"
        }
    }

    private func marked(_ text: String, length: Int = 0) -> [[String: Any]] {
        Highlighter.pieces(of: text, marking: terms, length: length).map {
            ["text": $0.text, "isMatch": $0.isMatch]
        }
    }

    /// The names in the other languages, where the query's words may stand.
    private func others(_ hit: SearchHit) -> [[String: Any]] {
        let shown = hit.name.nearest(to: language)?.language
        return Language.allCases.filter { $0 != shown }.compactMap { other in
            guard let text = hit.name[other], !text.isEmpty else { return nil }
            return [
                "lang": other.rawValue, "text": marked(text),
                "said": renderer.word("search.also.\(other.rawValue)", language),
            ]
        }
    }

    /// What speaks for a hit, said only where the query's words are not to be seen.
    private func why(_ hit: SearchHit) -> String? {
        if hit.evidence.contains(.words) { return nil }
        let order: [SearchHit.Evidence] = [.name, .heading, .meaning]
        return order.first { hit.evidence.contains($0) }
            .map { renderer.word("search.why.\($0.rawValue)", language) }
    }

    /// The headings that a query means, with their names in the other languages.
    func headings(_ meant: [CatalogueSearch.MeantHeading]) -> [[String: Any]] {
        meant.map { heading in
            [
                "code": heading.code, "name": heading.name.text(in: language),
                "others": Language.allCases.filter { $0 != language }.compactMap { other -> [String: Any]? in
                    heading.name[other].map { ["lang": other.rawValue, "text": $0] }
                },
            ]
        }
    }
}

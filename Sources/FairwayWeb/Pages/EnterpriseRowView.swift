import FairwayCore
import FairwayStore

/// A row of the list of enterprises as HTML: written out, since the list is the page that is asked for most and forty rows of
/// eleven names each took the template engine longer than everything else.
struct EnterpriseRowView {
    let row: EnterpriseRow
    /// Names of economies and regions by code.
    let places: [String: LocalizedText]
    let language: Language
    /// What is said of one that waits for the organiser's approval.
    let waiting: String

    func write(to html: inout String) {
        let enterprise = row.enterprise
        html += "<tr><th scope=\"row\"><a href=\"/enterprises/"
        html += HTMLText.escaped(enterprise.id.code)
        html += "\">"
        SaidText(enterprise.name, language).write(to: &html)
        html += "</a>"
        if enterprise.status == .registered { html += " <small>(\(HTMLText.escaped(waiting)))</small>" }
        html += "</th>"
        cell(place, to: &html)
        cell(enterprise.roles.map { $0.displayName(in: language) }.joined(separator: ", "), to: &html)
        cell(sectors, to: &html)
        cell(enterprise.languages.map(\.code).joined(separator: " "), to: &html)
        cell(row.stand?.code ?? "", as: "time", to: &html)
        for count in [row.products, row.demands, row.requests] {
            cell(String(count), as: "number", to: &html)
        }
        html += "</tr>\n"
    }

    private func cell(_ text: String, as kind: String? = nil, to html: inout String) {
        html += kind.map { "<td class=\"\($0)\">" } ?? "<td>"
        html += HTMLText.escaped(text)
        html += "</td>"
    }

    private var place: String {
        let enterprise = row.enterprise
        let names = [
            places[enterprise.economy.code]?.text(in: language) ?? enterprise.economy.code,
            enterprise.region.flatMap { places[$0.code]?.text(in: language) } ?? "",
        ]
        return names.filter { !$0.isEmpty }
            .joined(separator: language.pick(zh: " · ", ru: ", ", en: ", "))
    }

    private var sectors: String {
        row.enterprise.sectors.compactMap { Sector.sector($0)?.name.text(in: language) }
            .joined(separator: ", ")
    }
}

/// A text of several languages, for a reader of one: what stands in another language says which, as the partial `said` does.
struct SaidText {
    private let text: String
    private let found: Language
    private let language: Language

    init(_ text: LocalizedText, _ language: Language) {
        let nearest = text.nearest(to: language)
        self.text = nearest?.text ?? ""
        found = nearest?.language ?? language
        self.language = language
    }

    func write(to html: inout String) {
        html += "<bdi lang=\"\(found.rawValue)\">"
        html += HTMLText.escaped(text)
        html += "</bdi>"
        guard found != language else { return }
        let name = HTMLText.escaped(LanguageTag(found).displayName(in: language))
        html += "<abbr class=\"tongue\" title=\"\(name)\">\(found.rawValue.uppercased())</abbr>"
    }
}

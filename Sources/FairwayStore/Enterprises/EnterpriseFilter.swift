import FairwayCore
import StoreSQL

/// A query of the catalogue as SQL over `enterprise e`; every value is an argument.
struct EnterpriseFilter {
    private(set) var condition: String
    private(set) var arguments: Arguments = []
    let order: String

    init(_ query: EnterpriseQuery, _ dialect: any Dialect) {
        let name = "e.order_\(query.language)"
        order =
            switch query.sort {
            case .name: "\(name), e.code"
            case .economy: "e.economy, e.region NULLS FIRST, \(name), e.code"
            case .requests: "\(Self.requestCount) DESC, e.code"
            }
        switch query.audience {
        case .staff: condition = "e.status <> 'declined'"
        case .everyone: condition = "e.status = 'approved'"
        case .enterprise(let id):
            condition = "(e.status = 'approved' OR e.code = ?)"
            arguments += [id.code]
        case .agency(let id):
            condition = """
                (e.status = 'approved' OR e.status <> 'declined'
                  AND e.delegation IN (SELECT code FROM delegation WHERE agency = ?))
                """
            arguments += [id.code]
        }
        if let economy = query.economy { add("e.economy = ?", economy.code) }
        if let region = query.region { add("e.region = ?", region.code) }
        if let delegation = query.delegation { add("e.delegation = ?", delegation.code) }
        if let sector = query.sector { addListed("sector", sector.code) }
        if let role = query.role { addListed("role", role.rawValue) }
        if let language = query.spokenLanguage { addListed("language", language.code) }
        if query.exhibitorsOnly {
            condition += " AND EXISTS (SELECT 1 FROM stand WHERE enterprise = e.code)"
        }
        addText(query.text ?? "", dialect)
    }

    /// Scans the index of the search texts, which is much smaller than the table.
    private mutating func addText(_ text: String, _ dialect: any Dialect) {
        let words = NameFolding.searchWords(text)
        guard !words.isEmpty else {
            // Signs alone, such as "%", are in no name: names are searched by letters and digits.
            if text.contains(where: { !$0.isWhitespace }) { condition += " AND FALSE" }
            return
        }
        let tests = words.map { _ in dialect.contains("search_text", "?") }.joined(separator: " AND ")
        condition += " AND e.code IN (SELECT code FROM enterprise WHERE \(tests))"
        arguments += Arguments(words)
    }

    private mutating func add(_ test: String, _ value: String) {
        condition += " AND \(test)"
        arguments += [value]
    }

    private mutating func addListed(_ item: String, _ value: String) {
        add("e.code IN (SELECT enterprise FROM enterprise_\(item) WHERE \(item) = ?)", value)
    }

    /// Requests to and from an enterprise.
    static let requestCount = """
        ((SELECT COUNT(*) FROM meeting_request WHERE requester = e.code)
          + (SELECT COUNT(*) FROM meeting_request WHERE recipient = e.code))
        """
}

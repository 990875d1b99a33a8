import FairwayCore
import FairwayStore
import Hummingbird

/// The list of enterprises: filtered, sorted, paged.
struct EnterprisesPage: Sendable {
    let store: ExpoStore
    let renderer: PageRenderer
    let figures: FigureCache

    func show(_ request: Request, _ context: WebContext) async throws -> Response {
        let language = context.language
        let parameters = PageParameters(request)
        var query = try query(parameters, language, for: .init(context.viewer?.part))
        var page = try await store.enterprises.page(query)
        let pages = PageNumber.last(of: page.total, perPage: query.pageSize)
        if query.page > pages {
            query.page = pages
            page = try await store.enterprises.page(query)
        }
        let places = try await store.expo.placeNames(of: Self.places(of: page.enterprises))
        return try renderer.page(
            "enterprises",
            title: renderer.word("nav.enterprises", language),
            section: .enterprises,
            [
                "total": CountedNoun.enterprise.counted(page.total, in: language),
                "rows": rows(page.enterprises, places, language),
                "isEmpty": page.enterprises.isEmpty,
                "text": query.text ?? "",
                "exhibitorsOnly": query.exhibitorsOnly,
                "filters": try await filters(query, language),
                "pager": Pager(
                    page: query.page.value,
                    pages: pages.value,
                    parameters: parameters,
                    path: "/enterprises"
                )
                .model,
            ],
            request: request,
            context: context
        )
    }

    private func query(
        _ parameters: PageParameters,
        _ language: Language,
        for audience: EnterpriseQuery.Audience
    ) throws(BoundError) -> EnterpriseQuery {
        var query = EnterpriseQuery(language: language, for: audience)
        query.text = parameters["q"].map { String($0.prefix(80)) }
        query.economy = parameters["economy"].map { .init($0) }
        query.region = parameters["region"].map { .init($0) }
        query.sector = parameters["sector"].map { .init($0) }
        query.role = parameters["role"].flatMap { Enterprise.Role(rawValue: $0) }
        query.spokenLanguage = parameters["language"].flatMap { LanguageTag($0) }
        query.delegation = parameters["delegation"].map { .init($0) }
        query.exhibitorsOnly = parameters["exhibitors"] == "1"
        query.sort = parameters["sort"].flatMap { EnterpriseQuery.Sort(rawValue: $0) } ?? .name
        query.page = try PageNumber(parameters["page"])
        query.pageSize = 40
        return query
    }

    private static func places(of rows: [EnterpriseRow]) -> Set<String> {
        Set(rows.map(\.enterprise.economy.code)).union(rows.compactMap(\.enterprise.region?.code))
    }

    private func rows(
        _ rows: [EnterpriseRow],
        _ places: [String: LocalizedText],
        _ language: Language
    ) -> String {
        let waiting = renderer.word("profile.waits", language)
        return rows.reduce(into: "") { html, row in
            EnterpriseRowView(row: row, places: places, language: language, waiting: waiting).write(to: &html)
        }
    }

    // MARK: - The form

    private func filters(
        _ query: EnterpriseQuery,
        _ language: Language
    ) async throws -> [[String: Any]] {
        // Only what someone comes from: a list of all the world's regions would be a page of its own.
        let statistics = try await figures.statistics(
            asOf: try await store.expo.lastDay() ?? .earliest
        )
        let places = statistics.byEconomy.map { ($0.code, $0.name.text(in: language)) }.sorted { $0.1 < $1.1 }
        let provinces = (statistics.byChineseRegion + statistics.byRussianRegion)
            .map { ($0.code, $0.name.text(in: language)) }
        let sectors = statistics.bySector.map { ($0.code, $0.name.text(in: language)) }.sorted { $0.0 < $1.0 }
        let delegations = statistics.byDelegation.map { ($0.code, $0.name.text(in: language)) }.sorted {
            $0.0 < $1.0
        }
        let roles = Enterprise.Role.allCases.map { ($0.rawValue, $0.displayName(in: language)) }
        let tongues = LanguageTag.common.map { ($0.code, $0.displayName(in: language)) }
        let sorts = EnterpriseQuery.Sort.allCases.map {
            ($0.rawValue, renderer.word("sort.\($0.rawValue)", language))
        }
        return [
            choice("economy", "filter.economy", places, query.economy?.code, language),
            choice("region", "filter.region", provinces, query.region?.code, language),
            choice("sector", "filter.sector", sectors, query.sector?.code, language),
            choice("role", "filter.role", roles, query.role?.rawValue, language),
            choice("language", "filter.language", tongues, query.spokenLanguage?.code, language),
            choice("delegation", "filter.delegation", delegations, query.delegation?.code, language),
            choice("sort", "filter.sort", sorts, query.sort.rawValue, language, hasAny: false),
        ]
    }

    private func choice(
        _ name: String,
        _ label: String,
        _ options: [(code: String, name: String)],
        _ chosen: String?,
        _ language: Language,
        hasAny: Bool = true
    ) -> [String: Any] {
        [
            "name": name, "label": renderer.word(label, language), "hasAny": hasAny,
            "options": SelectOptions.html(options, chosen: chosen),
        ]
    }
}

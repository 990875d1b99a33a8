import FairwayCore
import FairwayStore
import HTTPTypes

/// What everyone may read: the expo, its places, and who comes.
struct CatalogueAPI: Sendable {
    let store: ExpoStore
    let figures: FigureCache

    var endpoints: [APIEndpoint] {
        [
            .get("/expo", .anyone, .catalogueRead, "getExpo", "The expo.", APIShapes.expo.schema) { _ in
                guard let expo = try store.expo() else { throw APIProblem(.notFound) }
                return APIAnswer(APIShapes.expo.json(expo))
            }.refusing(.notFound),
            .list(
                "/slots",
                .anyone,
                .catalogueRead,
                "listSlots",
                "The slots in time order.",
                of: APIShapes.slot
            ) {
                try APIPage(of: store.expo()?.slots ?? [], for: $0) { Self.ordered($0.number) }
            },
            .list("/halls", .anyone, .catalogueRead, "listHalls", "The halls by code.", of: APIShapes.hall) {
                try APIPage(of: store.halls().sorted { $0.id < $1.id }, for: $0) { $0.id.code }
            },
            .list(
                "/economies",
                .anyone,
                .catalogueRead,
                "listEconomies",
                "Countries and other economies by code.",
                of: APIShapes.economy
            ) { try APIPage(of: store.economies().sorted { $0.id < $1.id }, for: $0) { $0.id.code } },
            .list(
                "/regions",
                .anyone,
                .catalogueRead,
                "listRegions",
                "Provinces and the like by code.",
                of: APIShapes.region,
                [.query("economy", .code, "Of this economy only.")],
                regions
            ),
            .list(
                "/delegations",
                .anyone,
                .catalogueRead,
                "listDelegations",
                "Delegations by code.",
                of: APIShapes.delegation
            ) { try APIPage(of: store.delegations().sorted { $0.id < $1.id }, for: $0) { $0.id.code } },
            .get(
                "/statistics",
                .anyone,
                .catalogueRead,
                "getStatistics",
                "How many come, from where, to trade in what.",
                APIShapes.statistics.schema,
                [
                    .query(
                        "asOf",
                        APISchema.date,
                        "As of the end of this day; the last of the expo if not said."
                    )
                ],
                statistics
            ),
            .list(
                "/enterprises",
                .anyone,
                .catalogueRead,
                "listEnterprises",
                "Enterprises by code; those that wait for approval only to their own side and the staff.",
                of: APIShapes.enterprise,
                Self.filters,
                enterprises
            ),
        ]
    }

    private static let filters: [APIParameter] = [
        .query("q", .string(.line, length: 1...80), "Words that all are in the name or the code."),
        .query("economy", .code, "ISO 3166-1 alpha-2."),
        .query("region", .code, "ISO 3166-2."),
        .query("sector", .choice(Sector.all.map(\.id.code)), "A sector's code."),
        .query("role", .choice(APIShapes.roles), "A role."),
        .query("language", .string(.languageTag, length: 2...3), "A language spoken."),
        .query("delegation", .code, "A delegation's code."),
        .query("exhibitors", .boolean, "Whether only those with a stand."),
    ]

    /// A number as a text that sorts like it.
    static func ordered(_ number: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, 10 - digits.count)) + digits
    }

    private func regions(_ request: APIRequest) throws -> APIPage<Region> {
        let economy = request.text("economy")
        let all = try store.regions().filter { economy == nil || $0.economy.code == economy }
        return try APIPage(of: all.sorted { $0.id < $1.id }, for: request) { $0.id.code }
    }

    private func statistics(_ request: APIRequest) throws -> APIAnswer {
        let last = try store.expo()?.days.last ?? .earliest
        let date = request.text("asOf").flatMap { CivilDate($0) } ?? last
        return APIAnswer(APIShapes.statistics.json(try figures.statistics(asOf: date)))
    }

    private func enterprises(_ request: APIRequest) throws -> APIPage<EnterpriseView> {
        var query = EnterpriseQuery(
            language: request.context.language,
            for: .init(request.context.viewer?.part)
        )
        query.text = request.text("q")
        query.economy = request.text("economy").map { .init($0) }
        query.region = request.text("region").map { .init($0) }
        query.sector = request.text("sector").map { .init($0) }
        query.role = request.text("role").flatMap { Enterprise.Role(rawValue: $0) }
        query.spokenLanguage = request.text("language").flatMap { LanguageTag($0) }
        query.delegation = request.text("delegation").map { .init($0) }
        query.exhibitorsOnly = request["exhibitors"]?.bool ?? false
        let limit = request.limit
        let rows = try store.apiEnterprises(query, after: request.cursor()?.first, limit: limit + 1)
        let views = rows.map { EnterpriseView(enterprise: $0.enterprise, hall: $0.hall, stand: $0.stand) }
        return APIPage(upTo: limit, of: views) { [$0.enterprise.id.code] }
    }
}

extension APIEndpoint {
    /// The same with refusals that its other parts do not tell of.
    func refusing(_ statuses: HTTPResponse.Status...) -> APIEndpoint {
        var endpoint = self
        endpoint.refusals += statuses
        return endpoint
    }
}

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
                guard let expo = try await store.expo.find() else { throw APIProblem(.notFound) }
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
                try APIPage(of: await store.expo.find()?.slots ?? [], for: $0) {
                    ListKey(.number(Int64($0.number)))
                }
            },
            .list("/halls", .anyone, .catalogueRead, "listHalls", "The halls by code.", of: APIShapes.hall) {
                try APIPage(of: await store.expo.halls(), for: $0) { .code($0.id) }
            },
            .list(
                "/economies",
                .anyone,
                .catalogueRead,
                "listEconomies",
                "Countries and other economies by code.",
                of: APIShapes.economy
            ) { try APIPage(of: await store.expo.economies(), for: $0) { .code($0.id) } },
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
            ) { try APIPage(of: await store.expo.delegations(), for: $0) { .code($0.id) } },
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

    private func regions(_ request: APIRequest) async throws -> APIPage<Region> {
        let found = try await store.expo.regions(
            of: request.text("economy"),
            after: request.position(\.text),
            limit: request.limit + 1
        )
        return APIPage(upTo: request.limit, of: found) { .code($0.id) }
    }

    private func statistics(_ request: APIRequest) async throws -> APIAnswer {
        let last = try await store.expo.lastDay() ?? .earliest
        let date = request.text("asOf").flatMap { CivilDate($0) } ?? last
        return APIAnswer(APIShapes.statistics.json(try await figures.statistics(asOf: date)))
    }

    private func enterprises(_ request: APIRequest) async throws -> APIPage<EnterpriseView> {
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
        let rows = try await store.enterprises.list(query, after: request.position(\.text), limit: limit + 1)
        let views = rows.map { EnterpriseView(enterprise: $0.enterprise, hall: $0.hall, stand: $0.stand) }
        return APIPage(upTo: limit, of: views) { .code($0.enterprise.id) }
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

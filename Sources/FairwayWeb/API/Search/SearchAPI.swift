import FairwayCore
import FairwayStore

/// The search for programs: the same hits in the same order as on the page.
struct SearchAPI: Sendable {
    let search: CatalogueSearch

    var endpoints: [APIEndpoint] {
        [
            .get(
                "/search",
                .anyone,
                .catalogueRead,
                "search",
                "Products, demands, enterprises and places that fit words in any language.",
                APIShapes.searchAnswer.schema,
                Self.parameters,
                find
            ),
            .get(
                "/headings",
                .anyone,
                .catalogueRead,
                "headings",
                "The five headings of the Harmonized System that a product so described most likely belongs under.",
                .list(APIShapes.headingProposal.schema, most: 5, isUnique: false),
                [
                    .query(
                        "text",
                        .string(.line, length: 0...CatalogueSearch.longestDescription),
                        "The description in Chinese, Russian or English."
                    )
                ],
                {
                    APIAnswer(
                        .array(
                            await search.proposals(for: $0.text("text") ?? "")
                                .map(APIShapes.headingProposal.json)
                        )
                    )
                }
            ),
        ]
    }

    private static let parameters: [APIParameter] = [
        .query(
            "q",
            .string(.line, length: 0...CatalogueSearch.longestQuery),
            "Words in Chinese, Russian or English; without any, everything that the filters leave."
        ),
        .query("kind", .choice(SearchKind.allCases.map(\.rawValue)), "Of this kind only."),
        .query("economy", .code, "ISO 3166-1 alpha-2."),
        .query("region", .code, "ISO 3166-2."),
        .query("sector", .choice(Sector.all.map(\.id.code)), "A sector's code."),
        .query("role", .choice(APIShapes.roles), "A role of the enterprise."),
        .query("language", .string(.languageTag, length: 2...3), "A language that the enterprise speaks."),
        .query("wanted", .code, "Where a demand wants its partners: ISO 3166-1 or 3166-2."),
        .query(
            "certificate",
            .string(.line, length: 1...100),
            "A certificate of a product; blanks as underscores."
        ),
        .query(
            "incoterm",
            .choice(DeliveryTerm.Incoterm.allCases.map(\.rawValue)),
            "A rule of delivery of a product."
        ),
        .query(
            "moq",
            .choice(SearchFacet.minimumOrders.map { String($0) } + ["more"]),
            "The range of the minimum order, by its upper end; each in its own unit."
        ),
        .query("label", .choice(["yes", "no"]), "Whether a product is made under the buyer's brand."),
        .query("as", .choice(["typed"]), "`typed`: no correction takes the place of the words."),
        .query("page", .integer(1...1000), "From 1."),
    ]

    private func find(_ request: APIRequest) async throws -> APIAnswer {
        var query = SearchQuery(request.text("q") ?? "")
        query.kinds = Set([request.text("kind").flatMap { SearchKind(rawValue: $0) }].compactMap(\.self))
        for list in SearchFacet.List.allCases {
            guard let value = request.text(list.rawValue) else { continue }
            query.facets.insert(SearchFacet(list, value))
        }
        query.isAsTyped = request.text("as") == "typed"
        query.page = PageNumber(clamping: request["page"]?.integer ?? 1)
        return APIAnswer(APIShapes.searchAnswer.json(try await search.answer(query)))
    }
}

extension APIShapes {
    static let headingProposal = APIShape<HeadingProposal>(
        "HeadingProposal",
        [
            .code("heading") { $0.heading }, .localized("name") { $0.name },
            .codes("words", "Words of the description that speak for it; none when only the meaning is near.")
            {
                $0.words
            },
        ]
    )

    static let searchHit = APIShape<SearchHit>(
        "SearchHit",
        [
            .choice("kind", SearchKind.allCases.map(\.rawValue)) { $0.kind.rawValue },
            .code("id") { $0.code },
            .text("enterprise", "Whose it is.") { $0.enterprise?.code },
            .text("heading", "The heading of the Harmonized System.") { $0.heading },
            .field("score", .number, "0 to 1, to compare the hits of one answer.") { .number($0.score) },
            .codes("evidence", "Why it was found: words, name, heading, meaning.") {
                $0.evidence.map(\.rawValue).sorted()
            },
            .localized("name") { $0.name }, .localized("about") { $0.about },
            .localized("enterpriseName") { $0.enterpriseName },
            .text("image", "The path of a product's first image, a JPEG of at most 480 pixels a side.") {
                $0.image.map { "/images/\($0)/\(ImageSize.card.rawValue)" }
            },
        ]
    )

    private static let facetCount = APIShape<(facet: SearchFacet, count: Int)>(
        "SearchFacetCount",
        [
            .choice("list", SearchFacet.List.allCases.map(\.rawValue)) { $0.facet.list.rawValue },
            .code("value") { $0.facet.value }, .integer("count") { $0.count },
        ]
    )

    static let searchAnswer = APIShape<SearchAnswer>(
        "SearchAnswer",
        [
            .integer("total", "At most a thousand from each kind of evidence are looked at.") { $0.total },
            .field("hits", .list(searchHit.schema, most: nil, isUnique: false)) {
                .array($0.hits.map(searchHit.json))
            },
            .field(
                "facets",
                .list(facetCount.schema, most: nil, isUnique: false),
                "How many hits have each value."
            ) {
                .array(
                    $0.counts.sorted { ($1.value, $0.key.word) < ($0.value, $1.key.word) }
                        .map { facetCount.json(($0.key, $0.value)) }
                )
            },
            .text("suggestion", "The query with unknown words replaced.") { $0.suggestion },
            .field("isCorrected", .boolean, "Whether the hits are the suggestion's.") {
                .bool($0.isCorrected)
            },
        ]
    )
}

import FairwayCore
import FairwayStore
import Foundation
import Hummingbird
import NIOCore

/// The search: one box, any language, and lists to narrow what was found.
struct SearchPage: Sendable {
    let store: ExpoStore
    let renderer: PageRenderer
    let search: CatalogueSearch
    let names: PlaceNameCache

    func show(_ request: Request, _ context: WebContext) async throws -> Response {
        let language = context.language
        let parameters = PageParameters(request)
        var query = try SearchParameters(parameters).query
        var answer = try await search.answer(query)
        let pages = PageNumber.last(of: answer.total, perPage: query.pageSize)
        if query.page > pages {
            query.page = pages
            answer = try await search.answer(query)
        }
        let isAsked = !query.text.isEmpty || !query.facets.isEmpty || !query.kinds.isEmpty
        let rows = SearchRows(renderer: renderer, terms: answer.terms, language: language)
        let facets = SearchFacets(renderer: renderer, names: try await names.names(), language: language)
        var model: [String: Any] = [
            "q": query.text, "isAsked": isAsked,
            "total": CountedNoun.hit.counted(answer.total, in: language),
            "isEmpty": answer.hits.isEmpty, "hits": answer.hits.map(rows.row),
            "meant": rows.headings(answer.meant), "isLexicalOnly": !search.hasMeaning,
            "facets": facets.lists(answer, query, parameters),
            "pager": Pager(
                page: query.page.value,
                pages: pages.value,
                parameters: parameters,
                path: "/search"
            ).model,
        ]
        model["suggestion"] = suggestion(answer, parameters)
        return try renderer.page(
            "search",
            title: renderer.word("search.title", language),
            section: .search,
            model,
            request: request,
            context: context
        )
    }

    /// Completions of the last word, for the box as one types.
    func suggest(_ request: Request, _ context: WebContext) async throws -> Response {
        let text = String((PageParameters(request)["q"] ?? "").prefix(CatalogueSearch.longestQuery))
        let words = try await search.completions(of: text, limit: 8)
        let head = text.split(separator: " ", omittingEmptySubsequences: false).dropLast().joined(
            separator: " "
        )
        return try Self.json(words.map { head.isEmpty ? $0 : "\(head) \($0)" })
    }

    /// Headings for a product as one describes it.
    func headings(_ request: Request, _ context: WebContext) async throws -> Response {
        struct Answer: Encodable {
            struct Heading: Encodable {
                var heading: String
                var name: String
                var reason: String
            }
            var proposals: [Heading]
            /// What to say when there is none.
            var none: String
        }
        let language = context.language
        let found = await search.proposals(for: PageParameters(request)["q"] ?? "")
        return try Self.json(
            Answer(
                proposals: found.map {
                    .init(
                        heading: $0.heading,
                        name: $0.name.text(in: language),
                        reason: $0.reason(in: language)
                    )
                },
                none: renderer.word("profile.proposeNone", language)
            )
        )
    }

    private static func json(_ value: some Encodable) throws -> Response {
        var response = Response(
            status: .ok,
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: try JSONEncoder().encode(value)))
        )
        response.headers[.contentType] = "application/json"
        response.headers[.cacheControl] = "private, max-age=60"
        return response
    }

    private func suggestion(_ answer: SearchAnswer, _ parameters: PageParameters) -> [String: Any]? {
        answer.suggestion.map {
            [
                "text": $0, "isCorrected": answer.isCorrected,
                "link": "/search?\(parameters.query(replacing: "q", with: $0))",
                "typed": parameters["q"] ?? "",
                "typedLink": "/search?\(parameters.query(replacing: "as", with: "typed"))",
            ]
        }
    }
}

/// The fields of a search's address.
struct SearchParameters {
    var query: SearchQuery

    /// - Throws: `BoundError`.
    init(_ parameters: PageParameters) throws(BoundError) {
        let text = (parameters["q"] ?? "").trimmingCharacters(in: .whitespacesAndNewlines)
        query = SearchQuery(String(text.prefix(CatalogueSearch.longestQuery)))
        query.kinds = Set(parameters.all("kind").compactMap { SearchKind(rawValue: $0) })
        for list in SearchFacet.List.allCases {
            // A facet is stored as one word: what has a space in it is none.
            for value in parameters.all(list.rawValue).prefix(20) where !value.contains(where: \.isWhitespace)
            {
                query.facets.insert(SearchFacet(list, value))
            }
        }
        query.isAsTyped = parameters["as"] == "typed"
        query.page = try PageNumber(parameters["page"])
    }
}

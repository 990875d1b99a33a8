import FairwayCore
import FairwayStore
import Hummingbird
import Workers

/// Everything for programs: the endpoints, the document that describes them, and the metrics.
extension FairwayServer {
    func apiEndpoints(_ figures: FigureCache) -> [APIEndpoint] {
        let described =
            [Self.account]
            + CatalogueAPI(store: store, figures: figures).endpoints
            + SearchAPI(search: search).endpoints
            + EnterpriseAPI(store: store).endpoints
            + ImagesAPI(store: store, service: images).endpoints
            + RequestsAPI(store: store).endpoints
            + WishesAPI(store: store).endpoints
            + ProgrammeAPI(store: store).endpoints
            + RegistrationAPI(store: store, desk: registrationDesk).endpoints
            + RegistrationsAPI(store: store, desk: registrationDesk).endpoints
            + ProfileAPI(store: store).endpoints
            + DelegationsAPI(store: store, members: MemberDesk(store: store, site: site)).endpoints
            + ImportsAPI(store: store, imports: imports).endpoints
            + JobsAPI(store: store, jobs: jobs).endpoints
            + AccountsAPI(store: store, desk: AccountDesk(store: store, site: site)).endpoints
            + PersonalDataAPI(store: store).endpoints
        return [Self.document(of: described)] + described
    }

    func api(_ figures: FigureCache, _ passwords: PasswordService) -> [Route] {
        let tokens = TokensPage(store: store, renderer: renderer, confirmation: confirmation(passwords))
        let (metrics, watchers, connections, workers) = (metrics, jobs.watchers, connections, workers)
        return apiEndpoints(figures).map(\.route) + tokens.routes + [
            Route(method: .get, path: "/metrics", right: .organiser, tokens: .scope(.metricsRead)) { _, _ in
                metrics.response(
                    .init(
                        openStreams: await watchers.openStreams,
                        connections: connections.count,
                        workers: workers.load
                    )
                )
            }
        ]
    }

    private static let account = APIEndpoint.get(
        "/account",
        .signedIn,
        nil,
        "getAccount",
        "Whose token it is and what it may be used for.",
        APIShapes.account.schema
    ) { request in
        guard let viewer = request.context.viewer else { throw APIProblem(.signInNeeded) }
        return APIAnswer(APIShapes.account.json((viewer, request.context.access?.scopes ?? [])))
    }

    private static func document(of described: [APIEndpoint]) -> APIEndpoint {
        func endpoint(_ text: String) -> APIEndpoint {
            .get("/openapi.json", .anyone, nil, "getDescription", "This document.", .anyObject) { _ in
                APIAnswer(text: text)
            }
        }
        let text = OpenAPIDocument(endpoints: [endpoint("")] + described).json.description
        return endpoint(text)
    }
}

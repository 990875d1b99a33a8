package import FairwayStore
import FairwayCore
import Hummingbird
package import Logging
import NIOCore
import ServiceLifecycle

/// The web application over one store.
package struct FairwayServer: Sendable {
    let store: ExpoStore
    let renderer: PageRenderer
    let engines: WebEngines
    let logger: Logger
    let site: WebSite
    let mail: MailProgram?
    let meaning: MeaningKeeper?
    let matching: MatchKeeper?
    let board = JobBoard()
    let registrationDesk: RegistrationDesk
    let importDesk: ImportDesk
    let imageDesk: ImageDesk
    let metrics: Metrics
    let search: CatalogueSearch

    /// - Parameters:
    ///   - search: nil for one that goes by words alone.
    ///   - meaning: Keeps the vectors of texts; nil to go by words alone.
    ///   - matching: Keeps proposed partners up to date; nil to leave that to the organiser.
    ///   - resources: The folder with templates and static files; nil for the one beside the program.
    package init(
        store: ExpoStore,
        engines: WebEngines,
        site: WebSite = WebSite(),
        mail: MailProgram? = nil,
        search: CatalogueSearch? = nil,
        meaning: MeaningKeeper? = nil,
        matching: MatchKeeper? = nil,
        logger: Logger,
        resources: String? = nil
    ) throws {
        self.search = try search ?? CatalogueSearch(store: store)
        self.store = store
        self.site = site
        registrationDesk = RegistrationDesk(store: store, site: site)
        importDesk = ImportDesk(store: store, site: site)
        imageDesk = ImageDesk(store: store)
        metrics = Metrics(startedAt: site.now())
        self.mail = mail
        self.meaning = meaning
        self.matching = matching
        self.engines = engines
        self.logger = logger
        renderer = PageRenderer(resources: try WebResources(folder: resources ?? WebResources.defaultFolder))
    }

    /// Serves until the process is told to stop.
    /// - Parameters:
    ///   - host: The address to listen on.
    ///   - onReady: Called once with the address that people type.
    /// - Throws: `ServerError` when the port cannot be had.
    package func run(host: String = "127.0.0.1", port: Int, onReady: @escaping @Sendable (String) -> Void)
        async throws
    {
        let address = site.address
        var application = Application(
            router: try router(),
            configuration: .init(address: .hostname(host, port: port), serverName: "Fairway"),
            onServerRunning: { _ in onReady(address) },
            logger: logger
        )
        application.addServices(JobBoardService(board: board))
        application.addServices(SearchIndexService(store: store, search: search, logger: logger))
        if let mail { application.addServices(mail) }
        if let meaning { application.addServices(meaning) }
        if let matching { application.addServices(matching) }
        do {
            try await application.runService()
        } catch let error as IOError {
            throw ServerError(error, port: port) ?? error
        }
    }

    func router() throws -> Router<WebContext> {
        let router = Router(context: WebContext.self, options: .autoGenerateHeadEndpoints)
        router.add(middleware: MetricsMiddleware(metrics: metrics))
        router.add(middleware: AccessLogMiddleware(logger: logger))
        router.add(middleware: CompressionMiddleware())
        router.add(middleware: GuardMiddleware(site: site))
        router.add(middleware: LanguageMiddleware())
        router.add(middleware: SignInMiddleware(store: store))
        router.add(middleware: BearerMiddleware(store: store))
        router.add(middleware: ErrorPageMiddleware(renderer: renderer))
        let routes = try routes()
        router.add(
            middleware: APIProblemMiddleware(
                site: site,
                renderer: renderer,
                logger: logger,
                throttle: Throttle(burst: site.programBurst, refillSeconds: 0.01, now: site.now),
                endpoints: routes.filter(\.isForPrograms)
            )
        )
        let gate = AccessGate(store: store)
        for route in routes {
            router.on(.init(route.path), method: route.method, use: gate.guarded(route))
        }
        return router
    }
}

/// Closes the job board when the server is told to stop.
private struct JobBoardService: Service {
    let board: JobBoard

    func run() async throws {
        try? await gracefulShutdown()
        await board.close()
    }
}

package import FairwayStore
import FairwayCore
import Hummingbird
import HummingbirdCore
package import Logging
import NIOCore
import ServiceLifecycle
import UnixSignals
package import Workers

/// The web application over one store.
package struct FairwayServer: Sendable {
    let store: ExpoStore
    let renderer: PageRenderer
    let workers: WorkerPool
    let jobs: JobService
    let logger: Logger
    let site: WebSite
    let mail: MailProgram?
    let meaning: MeaningKeeper?
    let matching: MatchKeeper?
    let throttle: Throttle
    let hashing: HashingThreads
    let registrationDesk: RegistrationDesk
    let imports: ImportService
    let images: ImageService
    let metrics: Metrics
    let connections: ConnectionRegistry
    let bodies: BodyBudgets
    let search: CatalogueSearch

    /// - Parameters:
    ///   - workers: Where work runs that may die.
    ///   - engines: What jobs do.
    ///   - search: nil for one that goes by words alone.
    ///   - meaning: Keeps the vectors of texts; nil to go by words alone.
    ///   - matching: Keeps proposed partners up to date; nil to leave that to the organiser.
    ///   - connectionLimits: How long connections may take, and how many there may be.
    ///   - resources: The folder with templates and static files; nil for the one beside the program.
    /// - Throws: `SecretsError` without the store's key.
    package init(
        store: ExpoStore,
        workers: WorkerPool,
        engines: JobEngines,
        site: WebSite = WebSite(),
        mail: MailProgram? = nil,
        search: CatalogueSearch? = nil,
        meaning: MeaningKeeper? = nil,
        matching: MatchKeeper? = nil,
        connectionLimits: ConnectionLimits = .usual,
        logger: Logger,
        resources: String? = nil
    ) async throws {
        self.search = try search ?? CatalogueSearch(store: store)
        self.store = store
        self.site = site
        // What is sealed must open from the start: a server that found out later would turn people away.
        try await store.sealingKey.check()
        throttle = Throttle(salt: try await store.throttles.salt(), now: site.uptime)
        hashing = HashingThreads()
        registrationDesk = RegistrationDesk(store: store, site: site, throttle: throttle)
        imports = ImportService(store: store, workers: workers)
        images = ImageService(store: store, workers: workers)
        jobs = JobService(jobs: store.jobs, engines: engines, logger: logger)
        metrics = Metrics(startedAt: site.now())
        connections = ConnectionRegistry(limits: connectionLimits)
        bodies = BodyBudgets()
        self.mail = mail
        self.meaning = meaning
        self.matching = matching
        self.workers = workers
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
        let (threads, changing) = (RequestThreads(), RequestThreads())
        defer {
            threads.stop()
            changing.stop()
        }
        let watchdog = StopWatchdog(logger: logger)
        defer { watchdog.end() }
        var application = Application(
            router: try router(of: routes(), on: (threads, changing)),
            server: .http1(configuration: Self.channel(connections)),
            configuration: .init(address: .hostname(host, port: port), serverName: "Fairway"),
            onServerRunning: { _ in onReady(address) },
            logger: logger
        )
        // What goes on behind the requests waits for the store and computes: neither they nor the health check are to wait for it.
        let background = RequestThreads(count: 6, niceness: 10)
        defer { background.stop() }
        let index = SearchIndexService(store: store, search: search, logger: logger)
        let sightings = SightingService(store: store, logger: logger)
        let attempts = ThrottleService(throttle: throttle, throttles: store.throttles, logger: logger)
        let services: [(any Service)?] = [jobs, index, sightings, attempts, mail, meaning, matching]
        defer { workers.close() }
        for case let service? in services {
            application.addServices(BackgroundService(service: service, threads: background))
        }
        do {
            // A handler that hangs must not keep a server alive that was told to stop. Services stop from the last to the first:
            // passwords that wait fail before the application waits for those who sent them.
            var group = ServiceGroupConfiguration(
                services: [application, hashing, WorkerPoolService(pool: workers), watchdog],
                gracefulShutdownSignals: [.sigterm, .sigint],
                logger: logger
            )
            group.maximumGracefulShutdownDuration = Self.maxShutdown
            try await ServiceGroup(configuration: group).run()
        } catch let error as IOError {
            throw ServerError(error, port: port) ?? error
        }
    }

    /// After that, requests that are still answered are cancelled.
    private static let maxShutdown = Duration.seconds(6)

    private static func channel(_ connections: ConnectionRegistry) -> HTTP1Channel.Configuration {
        let limits = connections.limits
        return HTTP1Channel.Configuration(
            additionalChannelHandlers: [ExchangeHandler(registry: connections)],
            httpDecoderConfiguration: .init(
                maxHeaderFieldSize: limits.maxHeaderBytes,
                maxHeaderListSize: limits.maxHeadersBytes,
                maxHeaderFieldCount: limits.maxHeaders
            )
        )
    }

    func router() throws -> Router<WebContext> { try router(of: routes()) }

    /// - Parameter threads: Where requests are answered that read, and those that change something; nil for wherever they are asked.
    func router(of routes: [Route], on threads: (RequestThreads, RequestThreads)? = nil) throws -> Router<
        WebContext
    > {
        let router = Router(context: WebContext.self, options: .autoGenerateHeadEndpoints)
        if let (reading, changing) = threads {
            router.add(middleware: RequestThreadsMiddleware(threads: reading, changing: changing))
        }
        router.add(middleware: MetricsMiddleware(metrics: metrics))
        router.add(middleware: AccessLogMiddleware(logger: logger))
        router.add(middleware: CompressionMiddleware())
        router.add(middleware: GuardMiddleware(site: site, bodies: bodies))
        router.add(middleware: LanguageMiddleware())
        router.add(middleware: SignInMiddleware(store: store))
        router.add(middleware: BearerMiddleware(store: store))
        router.add(middleware: ErrorPageMiddleware(renderer: renderer, logger: logger))
        router.add(
            middleware: APIProblemMiddleware(
                site: site,
                renderer: renderer,
                logger: logger,
                throttle: throttle,
                allowance: Allowance(burst: site.programBurst, refill: .milliseconds(10)),
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

/// A service on threads of its own.
private struct BackgroundService: Service {
    let service: any Service
    let threads: RequestThreads

    func run() async throws {
        try await withTaskExecutorPreference(threads) { try await service.run() }
    }
}

/// Ends the workers some time after the server is told to stop: as long as exchanges under way have, and whoever waits for a worker
/// longer than that is told so.
private struct WorkerPoolService: Service {
    let pool: WorkerPool

    private static let patience = Duration.seconds(3)

    func run() async throws {
        try? await gracefulShutdown()
        // The services before this one hear of the stop when this returns.
        Task.detached { [pool] in
            try? await Task.sleep(for: Self.patience)
            pool.close()
        }
    }
}

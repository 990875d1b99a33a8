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
    let board = JobBoard()

    /// - Parameter resources: The folder with templates and static files; nil for the one beside the program.
    package init(store: ExpoStore, engines: WebEngines, logger: Logger, resources: String? = nil) throws {
        self.store = store
        self.engines = engines
        self.logger = logger
        renderer = PageRenderer(resources: try WebResources(folder: resources ?? WebResources.defaultFolder))
    }

    /// Serves on the loopback address until the process is told to stop.
    /// - Parameter onReady: Called once with the address.
    /// - Throws: `ServerError` when the port cannot be had.
    package func run(port: Int, onReady: @escaping @Sendable (String) -> Void) async throws {
        var application = Application(
            router: router(),
            configuration: .init(address: .hostname("127.0.0.1", port: port), serverName: "Fairway"),
            onServerRunning: { _ in onReady("http://127.0.0.1:\(port)") },
            logger: logger
        )
        application.addServices(JobBoardService(board: board))
        do {
            try await application.runService()
        } catch let error as IOError {
            throw ServerError(error, port: port) ?? error
        }
    }

    func router() -> Router<WebContext> {
        let router = Router(context: WebContext.self, options: .autoGenerateHeadEndpoints)
        router.add(middleware: AccessLogMiddleware(logger: logger))
        router.add(middleware: CompressionMiddleware())
        router.add(middleware: GuardMiddleware())
        router.add(middleware: LanguageMiddleware())
        router.add(middleware: ErrorPageMiddleware(renderer: renderer))
        addPages(to: router)
        addFiles(to: router)
        return router
    }

    private func addPages(to router: Router<WebContext>) {
        let figures = FigureCache(store)
        let overview = OverviewPage(store: store, renderer: renderer, figures: figures)
        let enterprises = EnterprisesPage(store: store, renderer: renderer, figures: figures)
        let enterprise = EnterprisePage(store: store, renderer: renderer)
        let programme = ProgrammePage(store: store, renderer: renderer)
        let organiser = OrganiserPage(
            store: store,
            renderer: renderer,
            engines: engines,
            board: board,
            logger: logger
        )
        router.get("/", use: overview.show)
        router.get("/enterprises", use: enterprises.show)
        router.get("/enterprises/{code}", use: enterprise.show)
        router.get("/enterprises/{code}/calendar.ics", use: enterprise.calendar)
        router.get("/enterprises/{code}/schedule.pdf", use: enterprise.printed)
        router.get("/programme", use: programme.show)
        router.get("/programme/unplaced", use: programme.unplaced)
        router.get("/organiser", use: organiser.show)
        router.get("/organiser/progress", use: organiser.progress)
        router.post("/organiser/match", use: organiser.match)
        router.post("/organiser/schedule", use: organiser.schedule)
        router.post("/organiser/publish", use: organiser.publish)
    }

    private func addFiles(to router: Router<WebContext>) {
        router.get("/healthz") { _, _ in "ok\n" }
        router.get("/language/{code}") { request, context in
            guard let code = context.parameters.get("code"), let language = Language(rawValue: code) else {
                throw HTTPError(.notFound)
            }
            // Back to a page of ours only: "//host" and "/\host" would lead elsewhere.
            let asked = request.uri.queryParameters["to"].map { String($0) } ?? "/"
            let isOurs =
                asked.hasPrefix("/") && !asked.dropFirst().hasPrefix("/") && !asked.contains("\\")
                && !asked.contains { $0.isNewline }
            var response = Response.redirect(to: isOurs ? asked : "/", type: .normal)
            response.setCookie(
                Cookie(
                    name: LanguageMiddleware.cookie,
                    value: language.rawValue,
                    maxAge: 31_536_000,
                    path: "/",
                    secure: false,
                    httpOnly: true,
                    sameSite: .lax
                )
            )
            return response
        }
        let resources = renderer.resources
        router.get("/static/{version}/{name}") { _, context in
            guard let name = context.parameters.get("name"), let file = resources.files[name] else {
                throw HTTPError(.notFound)
            }
            var response = Response(
                status: .ok,
                body: ResponseBody(byteBuffer: ByteBuffer(bytes: file.bytes))
            )
            response.headers[.contentType] = file.type
            response.headers[.cacheControl] = "public, max-age=31536000, immutable"
            return response
        }
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

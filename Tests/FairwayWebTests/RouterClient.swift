import fairway
import FairwayCore
import FairwayStore
@testable import FairwayWeb
import Foundation
import HTTPTypes
@testable import Hummingbird
import HummingbirdCore
import Logging
import StatementLog
import NIOCore
import NIOEmbedded
import Workers

/// Asks the router directly, without a socket, and keeps cookies as a browser does.
final class RouterClient {
    struct Answer {
        var status: Int
        var headers: HTTPFields
        var body: String
        var bytes: [UInt8]
    }

    let store: ExpoStore
    let routes: [Route]
    let bodies: BodyBudgets
    let watchers: JobWatchers
    private let responder: any HTTPResponder<WebContext>
    private let logger: Logger
    var cookies: [String: String] = [:]

    /// - Parameters:
    ///   - data: What the store holds; nil for an empty one.
    ///   - part: Who is signed in; nil for nobody.
    ///   - programBurst: How many questions the API answers at once.
    ///   - now: The server's clock, Unix time in seconds.
    ///   - uptime: Its clock that is never set; nil for one that goes with `now`.
    ///   - proposals: Headings for a description.
    ///   - match: What a matching job does, for the actor who asked for it.
    ///   - schedule: What a scheduling job does, for its actor.
    ///   - workers: Where files are read and made.
    ///   - logger: Where the server's log goes.
    ///   - added: Routes beside the server's own.
    ///   - path: The store's file; nil for a new one.
    init(
        data: ExpoData?,
        as part: Account.Part? = .organiser,
        programBurst: Int = 5000,
        now: @escaping @Sendable () -> Double = { 1_800_000_000 },
        uptime: (@Sendable () -> Duration)? = nil,
        proposals: @escaping @Sendable (String) -> [HeadingProposal] = { _ in [] },
        match: @escaping @Sendable (String) async throws -> Int = { _ in 0 },
        schedule: @escaping @Sendable (String) async throws -> Run = { _ in throw CancellationError() },
        workers: WorkerPool = TestWorkers.pool,
        logger: Logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() },
        adding added: [Route] = [],
        path: String? = nil
    ) async throws {
        self.logger = logger
        store = try ExpoStore(path: path ?? WebStores.newPath(), observing: StatementLog.observe, now: now)
        if let data { try await store.expo.replaceAll(with: data, by: "test") }
        let engines = JobEngines(
            match: { actor, _ in try await match(actor) },
            schedule: { actor, _, _, _ in try await schedule(actor) }
        )
        let site = WebSite(
            passwordCost: .cheap,
            programBurst: programBurst,
            now: now,
            uptime: uptime ?? { .seconds(now()) }
        )
        let server = try await FairwayServer(
            store: store,
            workers: workers,
            engines: engines,
            site: site,
            search: CatalogueSearch(store: store, proposals: { text, _ in proposals(text) }),
            logger: logger
        )
        routes = try server.routes() + added
        responder = try server.router(of: routes).buildResponder()
        bodies = server.bodies
        watchers = server.jobs.watchers
        // As long as the test's process: jobs are begun by requests and run beside them.
        let jobs = server.jobs
        Task { try await jobs.run() }
        if let part { try await signIn(as: part) }
    }

    /// Another browser at the server of another client.
    init(sharing other: RouterClient) throws {
        logger = other.logger
        store = other.store
        routes = other.routes
        bodies = other.bodies
        watchers = other.watchers
        responder = other.responder
    }

    /// Signs someone with this part in, as if they had just given their password.
    @discardableResult func signIn(as part: Account.Part) async throws -> Account {
        let email = "\(part.role.rawValue).\(part.scope ?? "all")@example.com".lowercased()
        let account = try await account(email, part)
        cookies[SignInMiddleware.cookie] = try await store.signIns.begin(of: account, device: "test").text
        cookies[GuardMiddleware.tokenCookie] = nil
        return account
    }

    private func account(_ email: String, _ part: Account.Part) async throws -> Account {
        if let known = try await store.accounts.find(email: email) { return known }
        return try await store.accounts.create(
            email: email,
            name: "\(part.role.rawValue)",
            part: part,
            language: .en,
            password: nil,
            by: "test"
        )
    }

    func signOut() {
        cookies[SignInMiddleware.cookie] = nil
        cookies[GuardMiddleware.tokenCookie] = nil
    }

    /// Posts a form with the token of the last page.
    func submit(_ path: String, _ form: [String: String] = [:]) async throws -> Answer {
        if cookies[GuardMiddleware.tokenCookie] == nil { _ = try await get("/sign-in") }
        let token = cookies[GuardMiddleware.tokenCookie] ?? ""
        return try await post(path, form.merging([GuardMiddleware.tokenField: token]) { first, _ in first })
    }

    /// The same with a code from a letter, by which whoever is signed in shows who they are.
    func submitProven(_ path: String, _ form: [String: String] = [:]) async throws -> Answer {
        let secret = cookies[SignInMiddleware.cookie] ?? ""
        var code: String?
        if let signIn = try await store.signIns.find(secret: secret) {
            code = try await store.signIns.makeProofCode(for: signIn)
        }
        return try await submit(path, form.merging(["proof": code ?? ""]) { first, _ in first })
    }

    func get(_ path: String, _ headers: [String: String] = [:]) async throws -> Answer {
        try await ask(.get, path, headers)
    }

    func head(_ path: String) async throws -> Answer {
        try await ask(.head, path, [:])
    }

    func post(_ path: String, _ form: [String: String], _ headers: [String: String] = [:]) async throws
        -> Answer
    {
        let body = form.map { "\($0.key)=\(PageParameters.encoded($0.value))" }.joined(separator: "&")
        let type = ["content-type": "application/x-www-form-urlencoded"]
        return try await ask(.post, path, headers.merging(type) { $1 }, ByteBuffer(string: body))
    }

    /// Posts bytes of any type.
    func post(_ path: String, bytes: [UInt8], type: String, _ headers: [String: String] = [:]) async throws
        -> Answer
    {
        let all = headers.merging(["content-type": type]) { $1 }
        return try await ask(.post, path, all, ByteBuffer(bytes: bytes))
    }

    /// Makes someone a token with these scopes.
    func token(as part: Account.Part, _ scopes: [AccessScope]) async throws -> String {
        let account = try await signIn(as: part)
        signOut()
        return try await store.accessTokens.make(
            of: account,
            name: "test",
            scopes: scopes,
            days: 30,
            by: "test"
        )
        .secret
    }

    /// Asks the API with a token, or without.
    func api(
        _ method: HTTPRequest.Method = .get,
        _ path: String,
        token: String? = nil,
        _ body: String = "",
        _ headers: [String: String] = [:]
    ) async throws -> Answer {
        var all = headers
        if let token { all["authorization"] = "Bearer \(token)" }
        if !body.isEmpty, all["content-type"] == nil { all["content-type"] = "application/json" }
        return try await ask(
            method,
            path.hasPrefix("/") ? path : "/api/v1/\(path)",
            all,
            ByteBuffer(string: body)
        )
    }

    func ask(
        _ method: HTTPRequest.Method,
        _ path: String,
        _ headers: [String: String],
        _ body: ByteBuffer = ByteBuffer()
    ) async throws -> Answer {
        var fields = HTTPFields()
        for (name, value) in headers where name != "host" {
            if let name = HTTPField.Name(name) { fields[name] = value }
        }
        if !cookies.isEmpty {
            fields[.cookie] = cookies.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(
                separator: "; "
            )
        }
        let head = HTTPRequest(
            method: method,
            scheme: "http",
            authority: headers["host"] ?? "localhost:8080",
            path: path,
            headerFields: fields
        )
        let request = Request(head: head, body: RequestBody(buffer: body))
        let context = WebContext(
            source: ApplicationRequestContextSource(channel: EmbeddedChannel(), logger: logger)
        )
        let response = try await responder.respond(to: request, context: context)
        for cookie in response.headers[values: .setCookie] {
            let pair = cookie.prefix { $0 != ";" }.split(separator: "=", maxSplits: 1).map(String.init)
            if pair.count == 2 { cookies[pair[0]] = pair[1] }
            // Another sign-in wants another form: the next page brings it.
            if pair.first == SignInMiddleware.cookie { cookies[GuardMiddleware.tokenCookie] = nil }
        }
        let collector = BodyCollector()
        try await response.body.write(collector)
        return Answer(
            status: response.status.code,
            headers: response.headers,
            body: String(decoding: collector.bytes, as: UTF8.self),
            bytes: Array(collector.bytes)
        )
    }
}

/// The workers of all tests: the built command, beside the test bundle.
enum TestWorkers {
    static let pool = ownPool()

    static let program = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
        .deletingLastPathComponent().appendingPathComponent("fairway").path

    /// Its workers end before they have read anything.
    static func deadPool() -> WorkerPool {
        WorkerPool(program: "/bin/false", logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
    }

    /// For a server that runs and so closes its workers.
    static func ownPool() -> WorkerPool {
        WorkerPool(program: program, logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
    }
}

/// Files of stores, gone when the process ends.
enum WebStores {
    private static let folder: String = {
        atexit { try? FileManager.default.removeItem(atPath: WebStores.path) }
        try? FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        return path
    }()

    private static var path: String {
        NSTemporaryDirectory() + "fairway-web-tests-\(ProcessInfo.processInfo.processIdentifier)"
    }

    static func newPath() -> String { folder + "/\(UUID().uuidString).sqlite" }
}

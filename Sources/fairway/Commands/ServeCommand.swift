import ArgumentParser
import FairwayCore
import FairwayFormats
import FairwayStore
import FairwayWeb
import Foundation
import Logging
import PrivateFiles
import Workers

/// `fairway serve`: the web application.
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Serve the web application.",
        discussion: """
            Without --site nobody outside this machine can reach it. For others, put a server that speaks HTTPS before it
            and name the address that people type, such as --site https://expo.example.
            """
    )

    @OptionGroup var store: StoreOptions
    @OptionGroup var meaning: MeaningOptions
    // Which there are is the site's address's to say, in the user's language.
    @Option(help: "TCP port.", transform: NumberOption.whole(-1_000_000...1_000_000)) var port = 8080
    @Option(help: "The address to listen on.") var host = "127.0.0.1"
    @Option(help: "The address that people type (default: http://127.0.0.1:PORT).") var site: String?
    @Option(help: "The program that takes letters, as sendmail does (default: they wait in the outbox).")
    var sendmail: String?
    @Option(help: "The folder with templates and static files (default: beside the program).") var resources:
        String?
    @Flag(help: "Log every request.") var verbose = false

    func run() async throws {
        let address = try SiteAddress(site ?? "http://127.0.0.1:\(port)", host: host, port: port)
        if let warning = address.warning(in: store.messages) { Terminal().note(warning) }
        ServerMemory.bound()
        let connections = OpenFiles.connectionLimits()
        TemporaryFolder.removeLeftovers()
        let target = try store.open(mustExist: false)
        store.warnOfOpenFolder()
        if try await target.expo.economies().isEmpty {
            let geography = try GeographyReader.read()
            try await target.expo.seedGeography(
                economies: geography.economies,
                regions: geography.regions,
                by: store.actor
            )
        }
        var logger = Logger(label: "fairway") { LineLogHandler(label: $0) }
        logger.logLevel = verbose ? .info : .warning
        let workers = WorkerPool(program: WorkerPool.ownProgram, logger: logger)
        let settings = try meaning.settings()
        let keeper = MeaningKeeper(
            store: target,
            settings: settings,
            otherTexts: try SearchSetup.textsToKeep(settings),
            logger: logger
        )
        let server = try await FairwayServer(
            store: target,
            workers: workers,
            engines: .inWorkers(workers, target, perEnterprise: MatchCommand.defaultPerEnterprise),
            site: WebSite(address: address.text),
            mail: sendmail.map { MailProgram(path: $0, store: target, logger: logger) },
            search: try await SearchSetup.search(in: target, with: keeper),
            meaning: keeper,
            matching: MatchKeeper(
                store: target,
                workers: workers,
                perEnterprise: MatchCommand.defaultPerEnterprise,
                isReady: { await keeper.isUpToDate() },
                logger: logger
            ),
            connectionLimits: connections,
            logger: logger,
            resources: resources
        )
        let language = store.messages
        let memory = ServerMemory.givingBack()
        defer { memory.cancel() }
        try await server.run(host: host, port: port) { site in
            Terminal().note(
                language.pick(
                    zh: "Fairway 已就绪：\(site)（Ctrl+C 停止）",
                    ru: "Fairway работает: \(site) (Ctrl+C — остановить)",
                    en: "Fairway is ready at \(site) (Ctrl+C stops it)"
                )
            )
        }
    }
}

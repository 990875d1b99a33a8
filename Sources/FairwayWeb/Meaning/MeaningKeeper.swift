package import FairwayStore
package import Logging
package import Meaning
import ServiceLifecycle
import Synchronization

/// Keeps the vectors of the store's texts up to date while the server runs, and says how far it is.
package final class MeaningKeeper: Service, Sendable {
    package enum State: Sendable, Equatable {
        /// Not looked yet.
        case starting
        /// There is no model; search and matching go by words alone.
        case unavailable(reason: String)
        case running(EmbeddingModel, EmbeddingProgress)
        case upToDate(EmbeddingModel, texts: Int)
        /// The next look tries again.
        case failed(EmbeddingModel, reason: String)
    }

    private struct Known {
        var state = State.starting
        var source: (any VectorSource)?
        /// The change up to which every text has its vector.
        var change: Int64?
    }

    /// How often the store is asked whether something changed.
    private static let pause = Duration.seconds(2)
    /// How often a model is tried again that cannot be opened or does not answer.
    private static let retryPause = Duration.seconds(30)

    private let store: ExpoStore
    private let settings: MeaningSettings
    private let otherTexts: [String]
    private let logger: Logger
    private let catalogue: CatalogueMeaning
    private let leadership: Leadership
    private let known = Mutex(Known())
    private let questions = Mutex<[String: [Float]]>([:])

    /// - Parameter otherTexts: Texts beside those of the expo whose vectors are kept too.
    package init(store: ExpoStore, settings: MeaningSettings, otherTexts: [String] = [], logger: Logger) {
        self.store = store
        self.settings = settings
        self.otherTexts = otherTexts
        self.logger = logger
        catalogue = CatalogueMeaning(store: store)
        leadership = Leadership(store.leases, "meaning", logger: logger)
    }

    package var state: State { known.withLock { $0.state } }

    /// Whether every text has its vector, or nothing gives it one for now: what waits for meaning must not wait for ever.
    package func isUpToDate() async -> Bool {
        let (state, seen) = known.withLock { ($0.state, $0.change) }
        switch state {
        case .unavailable, .failed: return true
        case .upToDate:
            guard let seen else { return false }
            return (try? await !store.vectors.hasTextChanges(since: seen)) ?? false
        case .starting, .running: return false
        }
    }

    /// What gives a visitor's question its vector; nil as long as there is no model.
    package var source: (any VectorSource)? { known.withLock { $0.source } }

    /// What in the catalogue is like a vector of the present model.
    package func guesses(like vector: [Float]) -> [CatalogueSearch.MeaningGuess] {
        catalogue.guesses(like: vector)
    }

    /// What a visitor's question means; nil without a model, and when a service takes longer than a visitor waits.
    package func vector(of text: String) async -> [Float]? {
        guard let source else { return nil }
        if let embedder = source as? any TextEmbedder { return embedder.vector(of: text) }
        if let vector = questions.withLock({ $0[text] }) { return vector }
        guard let vector = await Self.vector(of: text, from: source) else { return nil }
        questions.withLock { questions in
            if questions.count >= Self.mostQuestions { questions = [:] }
            questions[text] = vector
        }
        return vector
    }

    /// How long a visitor waits for a service.
    private static let longestWait = Duration.seconds(1)
    /// Questions whose vectors a service does not have to give again.
    private static let mostQuestions = 1000

    private static func vector(of text: String, from source: any VectorSource) async -> [Float]? {
        await withTaskGroup { group in
            group.addTask { try? await source.vectors(of: [text]) }
            group.addTask {
                try? await Task.sleep(for: longestWait)
                return nil
            }
            let first = await group.next() ?? nil
            group.cancelAll()
            return first
        }
    }

    /// Opens the model, if it can be.
    /// - Returns: whether there is one.
    package func open() async -> Bool { await openedSource() != nil }

    /// The vectors of texts that are kept beside those of the expo, one after another; nil as long as some are missing.
    package func keptVectors(of texts: [String]) async throws -> [Float]? {
        guard let source else { return nil }
        let vectors = try await store.vectors.vectors(of: texts, by: source.model)
        let known = vectors.compactMap { $0 }
        return known.count == texts.count ? known.flatMap(\.self) : nil
    }

    package func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                // Of several servers one gives texts their vectors; the others see what is there.
                let led = await self.leadership.perform { _ in await self.look() }
                let isWell = if let led { led } else { await self.follow() }
                do { try await Task.sleep(for: isWell ? Self.pause : Self.retryPause) } catch { break }
            }
            await self.leadership.resign()
        }
    }

    /// Takes over what another server's look has stored.
    /// - Returns: false when there is no model.
    private func follow() async -> Bool {
        guard let source = await openedSource() else { return false }
        do {
            let change = try await store.auditLog.changeNumber()
            let missing = try await store.vectors.missingCount(by: source.model)
            guard missing == 0 else {
                enter(.running(source.model, EmbeddingProgress(done: 0, total: missing)))
                return true
            }
            let seen = known.withLock { $0.change }
            if let seen, try await !store.vectors.hasTextChanges(since: seen) { return true }
            try await catalogue.refresh(source.model)
            known.withLock { $0.change = change }
            enter(.upToDate(source.model, texts: try await store.vectors.counts()[source.model] ?? 0))
            return true
        } catch is CancellationError {
            return true
        } catch {
            logger.warning("another server's vectors could not be read", error: error)
            return false
        }
    }

    /// Opens the model if that is still to do, and embeds what has changed since the last look.
    /// - Returns: false when there is no model or it does not answer.
    package func look() async -> Bool {
        guard let source = await openedSource() else { return false }
        do {
            let seen = known.withLock { $0.change }
            if let seen, try await !store.vectors.hasTextChanges(since: seen) { return true }
            let change = try await store.auditLog.changeNumber()
            let summary = try await store.vectors.embed(with: source, and: otherTexts, by: "fairway") {
                progress in
                if progress.total > 0 { self.enter(.running(source.model, progress)) }
            }
            try await catalogue.refresh(source.model)
            known.withLock { $0.change = change }
            enter(.upToDate(source.model, texts: summary.texts))
        } catch is CancellationError {
            return true
        } catch {
            logger.error("texts got no vectors", error: error)
            enter(.failed(source.model, reason: "\(error)"))
            return false
        }
        return true
    }

    private func openedSource() async -> (any VectorSource)? {
        if let source { return source }
        do {
            let source = try await settings.open()
            known.withLock { $0.source = source }
            return source
        } catch {
            if state == .starting {
                logger.warning("search and matching go by words alone", error: error)
            }
            enter(.unavailable(reason: "\(error)"))
            return nil
        }
    }

    private func enter(_ state: State) { known.withLock { $0.state = state } }
}

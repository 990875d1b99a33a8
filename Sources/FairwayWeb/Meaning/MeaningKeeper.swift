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
    private let known = Mutex(Known())

    /// - Parameter otherTexts: Texts beside those of the expo whose vectors are kept too.
    package init(store: ExpoStore, settings: MeaningSettings, otherTexts: [String] = [], logger: Logger) {
        self.store = store
        self.settings = settings
        self.otherTexts = otherTexts
        self.logger = logger
        catalogue = CatalogueMeaning(store: store)
    }

    package var state: State { known.withLock { $0.state } }

    /// Whether every text has its vector, or nothing gives it one for now: what waits for meaning must not wait for ever.
    package var isUpToDate: Bool {
        let (state, seen) = known.withLock { ($0.state, $0.change) }
        switch state {
        case .unavailable, .failed: return true
        case .upToDate: return (try? seen.map { try !store.hasTextChanges(since: $0) }) ?? false
        case .starting, .running: return false
        }
    }

    /// What gives a visitor's question its vector; nil as long as there is no model.
    package var source: (any VectorSource)? { known.withLock { $0.source } }

    /// What is like a text in meaning; nothing as long as there is no model in this process.
    ///
    /// A service on the network takes too long for every letter that a visitor types.
    package func guesses(for text: String) -> [CatalogueSearch.MeaningGuess] {
        guard let embedder = source as? any TextEmbedder else { return [] }
        return catalogue.guesses(like: embedder.vector(of: text))
    }

    /// Opens the model, if it can be.
    /// - Returns: whether `guesses(for:)` can say anything.
    package func open() async -> Bool { await openedSource() is any TextEmbedder }

    package func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                let isWell = await self.look()
                do { try await Task.sleep(for: isWell ? Self.pause : Self.retryPause) } catch { return }
            }
        }
    }

    /// Opens the model if that is still to do, and embeds what has changed since the last look.
    /// - Returns: false when there is no model or it does not answer.
    package func look() async -> Bool {
        guard let source = await openedSource() else { return false }
        do {
            let seen = known.withLock { $0.change }
            if let seen, try !store.hasTextChanges(since: seen) { return true }
            let change = try store.changeNumber()
            let summary = try await store.embedTexts(with: source, and: otherTexts, by: "fairway") {
                progress in
                if progress.total > 0 { self.enter(.running(source.model, progress)) }
            }
            try catalogue.refresh(source.model)
            known.withLock { $0.change = change }
            enter(.upToDate(source.model, texts: summary.texts))
        } catch is CancellationError {
            return true
        } catch {
            logger.error("texts got no vectors: \(error)")
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
            if state == .starting { logger.warning("search and matching go by words alone: \(error)") }
            enter(.unavailable(reason: "\(error)"))
            return nil
        }
    }

    private func enter(_ state: State) { known.withLock { $0.state = state } }
}

import fairway
import FairwayCore
import FairwayStore
@testable import FairwayWeb
import Foundation
import Logging
import Meaning
import Testing

struct MeaningKeeperTests {
    private let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }

    private func store() async throws -> ExpoStore {
        let store = try ExpoStore(path: WebStores.newPath(), now: { 1_800_000_000 })
        try await store.expo.replaceAll(
            with: SampleExpo.generate(seed: 3, scale: 0.01, regions: [], economies: []),
            by: "test"
        )
        return store
    }

    @Test func bringsTheStoreUpToDateAndFollowsIt() async throws {
        let server = EmbeddingServer { _, question in EmbeddingServer.answer(to: question) }
        let store = try await store()
        try await server.serve { url in
            let settings = EmbeddingEndpoint.Settings(baseURL: url, model: "letters")
            let keeper = MeaningKeeper(store: store, settings: .endpoint(settings), logger: logger)
            #expect(keeper.state == .starting && keeper.source == nil)
            #expect(await keeper.look())
            let model = try #require(keeper.source?.model)
            let count = try #require(try await store.vectors.counts()[model])
            #expect(count > 50)
            #expect(keeper.state == .upToDate(model, texts: count))
            let asked = server.asked.count
            #expect(await keeper.look())
            #expect(server.asked.count == asked)
            try await store.expo.replaceAll(
                with: SampleExpo.generate(seed: 4, scale: 0.01, regions: [], economies: []),
                by: "test"
            )
            #expect(await keeper.look())
            #expect(server.asked.count > asked)
            #expect(try await store.vectors.missingCount(by: model) == 0)
        }
    }

    @Test func goesOnAfterAFailure() async throws {
        let server = EmbeddingServer { number, question in
            number == 3 ? .init(status: 500, body: "broken") : EmbeddingServer.answer(to: question)
        }
        let store = try await store()
        try await server.serve { url in
            let settings = EmbeddingEndpoint.Settings(baseURL: url, model: "letters")
            let keeper = MeaningKeeper(store: store, settings: .endpoint(settings), logger: logger)
            #expect(await !keeper.look())
            guard case .failed(_, let reason) = keeper.state else {
                Issue.record("the service had failed")
                return
            }
            #expect(reason.contains("broken"))
            #expect(await keeper.look())
            let model = try #require(keeper.source?.model)
            #expect(try await store.vectors.missingCount(by: model) == 0)
        }
    }

    /// A visitor's question goes to the service once, and finds what the service says is like it.
    @Test func aServiceSaysWhatAQuestionMeans() async throws {
        let server = EmbeddingServer { _, question in EmbeddingServer.answer(to: question) }
        let store = try await store()
        try await server.serve { url in
            let settings = EmbeddingEndpoint.Settings(baseURL: url, model: "letters")
            let keeper = MeaningKeeper(
                store: store,
                settings: .endpoint(settings),
                otherTexts: ["a heading"],
                logger: logger
            )
            #expect(await keeper.vector(of: "chocolate") == nil)
            #expect(await keeper.look())
            #expect(try await keeper.keptVectors(of: ["a heading"])?.isEmpty == false)
            #expect(try await keeper.keptVectors(of: ["a heading", "another"]) == nil)
            let product = try #require(try await store.expo.data().products.first)
            let name = try #require(product.name.en)
            let vector = try #require(await keeper.vector(of: name))
            let asked = server.asked.count
            #expect(await keeper.vector(of: name) == vector)
            #expect(server.asked.count == asked)
            #expect(
                keeper.guesses(like: vector).contains { $0.code == product.id.code && $0.likeness > 0.99 }
            )
        }
    }

    @Test func aServiceThatDoesNotAnswerKeepsNobodyWaiting() async throws {
        let server = EmbeddingServer { number, question in
            number > 1 && question.input == ["slow"]
                ? .init(status: 500, body: "broken") : EmbeddingServer.answer(to: question)
        }
        let store = try await store()
        try await server.serve { url in
            let settings = EmbeddingEndpoint.Settings(baseURL: url, model: "letters")
            let keeper = MeaningKeeper(store: store, settings: .endpoint(settings), logger: logger)
            #expect(await keeper.look())
            #expect(await keeper.vector(of: "slow") == nil)
            #expect(await keeper.vector(of: "quick") != nil)
        }
    }

    @Test func saysThatThereIsNoModel() async throws {
        let keeper = MeaningKeeper(store: try await store(), settings: .folder("/nowhere"), logger: logger)
        #expect(await !keeper.look())
        guard case .unavailable(let reason) = keeper.state else {
            Issue.record("there is no model")
            return
        }
        #expect(reason.contains("/nowhere"))
        #expect(keeper.source == nil)
    }

    @Test(arguments: [("zh", "没有语义模型"), ("ru", "Модели нет"), ("en", "There is no model")])
    func theOrganisersPageSaysSo(language: String, words: String) async throws {
        let client = try await RouterClient(data: nil)
        let page = try await client.get("/organiser", ["accept-language": language])
        #expect(page.body.contains(words))
    }

    @Test(arguments: Language.allCases)
    func saysHowFarItIs(language: Language) throws {
        let renderer = PageRenderer(resources: try WebResources(folder: WebResources.defaultFolder))
        let model = EmbeddingModel(name: "letters", version: "1", dimension: 3)
        func text(_ state: MeaningKeeper.State) -> String { MeaningWords.text(state, renderer, language) }
        #expect(text(.running(model, EmbeddingProgress(done: 5, total: 70))).hasSuffix(": 5 / 70"))
        #expect(text(.upToDate(model, texts: 12)).hasSuffix(": 12 (letters)"))
        #expect(text(.failed(model, reason: "secret host")) != text(.unavailable(reason: "")))
        #expect(!text(.failed(model, reason: "secret host")).contains("secret host"))
    }
}

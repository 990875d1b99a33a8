import FairwayCore
@testable import FairwayWeb
import Foundation
import HTTPTypes
import Meaning
import Synchronization
import Testing

struct EmbeddingEndpointTests {
    private func settings(_ url: URL, key: String? = nil) -> EmbeddingEndpoint.Settings {
        EmbeddingEndpoint.Settings(baseURL: url, model: "letters", key: key)
    }

    @Test func asksAsOthersDoAndTakesAnAnswerInAnyOrder() async throws {
        let server = EmbeddingServer { _, question in EmbeddingServer.answer(to: question) }
        try await server.serve { url in
            let endpoint = try await EmbeddingEndpoint.connect(settings(url, key: "secret"))
            #expect(endpoint.model == EmbeddingModel(name: "letters", version: "letters-2", dimension: 3))
            let vectors = try await endpoint.vectors(of: ["чай", "", "молоко"])
            let (ten, thirtySeven) = (Float(10).squareRoot(), Float(37).squareRoot())
            let expected = [3 / ten, 1 / ten, 0, 0, 0, 0, 6 / thirtySeven, 1 / thirtySeven, 0]
            #expect(zip(vectors, expected).allSatisfy { abs($0 - $1) < 1e-6 })
            #expect(vectors.count == 9)
        }
        let last = try #require(server.asked.last)
        #expect(last.path == "/v1/embeddings")
        #expect(last.authorization == "Bearer secret")
        #expect(last.model == "letters")
        #expect(last.input == ["чай", "молоко"])
    }

    @Test func asksManyTextsInPieces() async throws {
        let server = EmbeddingServer { _, question in EmbeddingServer.answer(to: question) }
        try await server.serve { url in
            let endpoint = try await EmbeddingEndpoint.connect(settings(url))
            let texts = (1...150).map { String(repeating: "a", count: $0) }
            let vectors = try await endpoint.vectors(of: texts)
            for (row, text) in texts.enumerated() {
                #expect(abs(vectors[3 * row] / vectors[3 * row + 1] - Float(text.count)) < 0.01)
            }
        }
        #expect(server.asked.map(\.input.count) == [1, 64, 64, 22])
        #expect(server.asked.allSatisfy { $0.authorization == nil })
    }

    @Test func waitsAsLongAsTheServiceAsks() async throws {
        let server = EmbeddingServer { number, question in
            switch number {
            case 1: .init(status: 503, body: "busy")
            case 2: .init(status: 429, headers: [.retryAfter: "7"], body: "slow down")
            default: EmbeddingServer.answer(to: question)
            }
        }
        let pauses = Mutex<[Double]>([])
        try await server.serve { url in
            _ = try await EmbeddingEndpoint.connect(settings(url)) { seconds in
                pauses.withLock { $0.append(seconds) }
            }
        }
        #expect(pauses.withLock { $0 } == [1, 7])
    }

    @Test func givesUpOnAServiceThatStaysBusy() async throws {
        let server = EmbeddingServer { _, _ in .init(status: 503, body: "busy") }
        try await server.serve { url in
            await #expect(throws: EmbeddingEndpointError.status(503, "busy")) {
                _ = try await EmbeddingEndpoint.connect(settings(url)) { _ in }
            }
        }
        #expect(server.asked.count == 5)
    }

    @Test func repeatsTheServicesOwnWords() async throws {
        let server = EmbeddingServer { _, _ in
            .init(status: 401, body: #"{"error": {"message": "Wrong key", "type": "auth"}}"#)
        }
        try await server.serve { url in
            await #expect(throws: EmbeddingEndpointError.status(401, "Wrong key")) {
                _ = try await EmbeddingEndpoint.connect(settings(url, key: "x"))
            }
        }
        #expect(EmbeddingEndpointError.status(401, "Wrong key").words(in: .ru).contains("401: Wrong key"))
    }

    @Test func followsNoRedirection() async throws {
        let server = EmbeddingServer { _, _ in
            .init(status: 307, headers: [.location: "/elsewhere/embeddings"], body: "")
        }
        try await server.serve { url in
            await #expect(throws: EmbeddingEndpointError.status(307, "")) {
                _ = try await EmbeddingEndpoint.connect(settings(url, key: "secret"))
            }
        }
        #expect(server.asked.map(\.path) == ["/v1/embeddings"])
    }

    @Test(arguments: [
        "{}", "[]", #"{"data": []}"#, #"{"data": [{"index": 1, "embedding": [1, 2]}]}"#,
        #"{"data": [{"index": 0, "embedding": []}]}"#, #"{"data": [{"index": 0, "embedding": [0, 0]}]}"#,
        #"{"data": [{"index": 0, "embedding": [1]}, {"index": 0, "embedding": [1]}]}"#,
    ])
    func refusesAnAnswerThatMakesNoSense(body: String) async throws {
        let server = EmbeddingServer { _, _ in .init(body: body) }
        try await server.serve { url in
            await #expect(throws: EmbeddingEndpointError.self) {
                _ = try await EmbeddingEndpoint.connect(settings(url))
            }
        }
    }

    @Test func refusesVectorsOfAnotherLength() async throws {
        let server = EmbeddingServer { number, question in
            number == 1
                ? EmbeddingServer.answer(to: question)
                : .init(body: #"{"data": [{"index": 0, "embedding": [1, 2]}]}"#)
        }
        try await server.serve { url in
            let endpoint = try await EmbeddingEndpoint.connect(settings(url))
            await #expect(throws: EmbeddingEndpointError.answer("a vector of 2 numbers")) {
                _ = try await endpoint.vectors(of: ["чай"])
            }
        }
    }

    @Test func saysWhenNobodyAnswers() async throws {
        let url = try #require(URL(string: "http://127.0.0.1:9/v1"))
        do {
            _ = try await EmbeddingEndpoint.connect(settings(url))
            Issue.record("nobody listens there")
        } catch let error as EmbeddingEndpointError {
            guard case .unreachable = error else { throw error }
        }
    }
}

struct MeaningSettingsTests {
    @Test func takesTheServiceThatIsSet() throws {
        let environment = [
            "FAIRWAY_EMBEDDINGS_URL": "https://example.org/v1", "FAIRWAY_EMBEDDINGS_MODEL": "m",
            "FAIRWAY_EMBEDDINGS_KEY": "k", "FAIRWAY_MODEL": "/models",
        ]
        guard case .endpoint(let settings) = try MeaningSettings(folder: nil, environment: environment) else {
            Issue.record("a service was set")
            return
        }
        #expect(settings.baseURL.absoluteString == "https://example.org/v1")
        #expect(settings.model == "m" && settings.key == "k")
    }

    @Test(
        arguments: [
            ("given", ["FAIRWAY_EMBEDDINGS_URL": "https://example.org"], "given"),
            (nil, ["FAIRWAY_MODEL": "set"], "set"),
            (nil, [:], "data/model"),
        ] as [(String?, [String: String], String)]
    )
    func elseTakesAFolder(given: String?, environment: [String: String], expected: String) throws {
        guard case .folder(let folder) = try MeaningSettings(folder: given, environment: environment) else {
            Issue.record("a folder was to be used")
            return
        }
        #expect(folder == expected)
    }

    @Test(arguments: ["example.org/v1", "ftp://example.org", "https://", "::"])
    func refusesAnAddressThatIsNone(address: String) {
        #expect(throws: EmbeddingEndpointError.badAddress(address)) {
            try MeaningSettings(folder: nil, environment: ["FAIRWAY_EMBEDDINGS_URL": address])
        }
    }

    @Test func refusesAServiceWithoutAModel() {
        #expect(throws: EmbeddingEndpointError.noModel) {
            try MeaningSettings(
                folder: nil,
                environment: ["FAIRWAY_EMBEDDINGS_URL": "https://example.org/v1"]
            )
        }
    }

    @Test func saysInThreeLanguagesThatThereIsNoModel() async throws {
        let settings = try MeaningSettings(folder: "/nowhere", environment: [:])
        await #expect(throws: ModelError.missing(folder: "/nowhere")) { _ = try await settings.open() }
        for language in Language.allCases {
            #expect(
                ModelError.missing(folder: "/nowhere").words(in: language).contains("scripts/install-model")
            )
        }
    }
}

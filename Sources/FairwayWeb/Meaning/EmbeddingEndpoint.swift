import FairwayCore
package import Foundation
import FoundationNetworking
package import Meaning

/// A service on the network that gives texts vectors, in the form that OpenAI made common: `POST …/embeddings`.
package struct EmbeddingEndpoint: VectorSource {
    /// Where the service is and what to ask it for.
    package struct Settings: Sendable {
        /// Such as `https://example.org/v1`.
        package var baseURL: URL
        package var model: String
        package var key: String?

        package init(baseURL: URL, model: String, key: String? = nil) {
            self.baseURL = baseURL
            self.model = model
            self.key = key
        }
    }

    /// Texts in one question; common services take more.
    private static let batch = 64
    /// A question that is refused for now is asked again so often.
    private static let mostRefusals = 4
    private static let longestPause = 30.0

    package let model: EmbeddingModel
    private let settings: Settings
    private let session: URLSession
    private let pause: @Sendable (Double) async throws -> Void

    /// Asks for one vector, to learn how long they are and which version of the model answers.
    /// - Parameter pause: Waits so many seconds.
    /// - Throws: `EmbeddingEndpointError`
    package static func connect(
        _ settings: Settings,
        pause: @escaping @Sendable (Double) async throws -> Void = { try await Task.sleep(for: .seconds($0)) }
    ) async throws -> EmbeddingEndpoint {
        let unknown = EmbeddingModel(name: settings.model, version: "", dimension: 0)
        let endpoint = EmbeddingEndpoint(model: unknown, settings: settings, pause: pause)
        let answer = try await endpoint.ask(["meaning"])
        let model = EmbeddingModel(
            name: settings.model,
            version: answer.model ?? "",
            dimension: try answer.vectors(count: 1)[0].count
        )
        return EmbeddingEndpoint(model: model, settings: settings, pause: pause)
    }

    private init(
        model: EmbeddingModel,
        settings: Settings,
        pause: @escaping @Sendable (Double) async throws -> Void
    ) {
        self.model = model
        self.settings = settings
        self.pause = pause
        let configuration = URLSessionConfiguration.ephemeral
        configuration.timeoutIntervalForRequest = 60
        session = URLSession(configuration: configuration, delegate: NoRedirects(), delegateQueue: nil)
    }

    package func vectors(of texts: [String]) async throws -> [Float] {
        var vectors = [Float](repeating: 0, count: texts.count * model.dimension)
        // Services refuse a text that says nothing; its vector stays zero.
        let asked = texts.indices.filter { !texts[$0].allSatisfy(\.isWhitespace) }
        for start in stride(from: 0, to: asked.count, by: Self.batch) {
            let places = asked[start..<min(start + Self.batch, asked.count)]
            let answer = try await ask(places.map { texts[$0] })
            for (place, vector) in zip(places, try answer.vectors(count: places.count)) {
                guard vector.count == model.dimension else {
                    throw EmbeddingEndpointError.answer("a vector of \(vector.count) numbers")
                }
                vectors.replaceSubrange(place * model.dimension..<(place + 1) * model.dimension, with: vector)
            }
        }
        return vectors
    }

    private func ask(_ texts: [String]) async throws -> EmbeddingAnswer {
        let request = try request(for: texts)
        var refusals = 0
        while true {
            let (data, response) = try await send(request)
            if response.statusCode == 200 { return try EmbeddingAnswer(data) }
            guard [429, 502, 503, 504].contains(response.statusCode), refusals < Self.mostRefusals else {
                throw EmbeddingEndpointError.status(response.statusCode, EmbeddingAnswer.complaint(data))
            }
            let asked = response.value(forHTTPHeaderField: "Retry-After").flatMap {
                Double($0, in: 0...1e9)
            }
            let seconds = asked ?? Double(1 << refusals)
            refusals += 1
            try await pause(min(seconds, Self.longestPause))
        }
    }

    private func request(for texts: [String]) throws -> URLRequest {
        var request = URLRequest(url: settings.baseURL.appendingPathComponent("embeddings"))
        request.httpMethod = "POST"
        request.setValue("application/json", forHTTPHeaderField: "Content-Type")
        if let key = settings.key { request.setValue("Bearer \(key)", forHTTPHeaderField: "Authorization") }
        request.httpBody = try JSONEncoder().encode(
            EmbeddingQuestion(model: settings.model, input: texts, encodingFormat: "float")
        )
        return request
    }

    private func send(_ request: URLRequest) async throws -> (Data, HTTPURLResponse) {
        do {
            let (data, response) = try await session.data(for: request)
            guard let response = response as? HTTPURLResponse else {
                throw EmbeddingEndpointError.answer("no HTTP")
            }
            return (data, response)
        } catch let error as URLError {
            throw EmbeddingEndpointError.unreachable(error.localizedDescription)
        }
    }
}

/// Follows no redirection: it would carry texts and key to another place than the one that was set.
private final class NoRedirects: NSObject, URLSessionTaskDelegate {
    func urlSession(
        _ session: URLSession,
        task: URLSessionTask,
        willPerformHTTPRedirection response: HTTPURLResponse,
        newRequest request: URLRequest,
        completionHandler: @escaping @Sendable (URLRequest?) -> Void
    ) {
        completionHandler(nil)
    }
}
